import Mustache

/// The templates, which are files of this module.
enum PageTemplates {
  /// A part of a page.
  static func render(_ template: String, _ view: [String: Any]) -> String {
    library.render(view, withTemplate: template) ?? ""
  }

  /// A page with its styles and its script. They are no templates, which take long to read.
  static func renderPage(_ template: String, _ view: [String: Any]) -> String {
    var view = view
    view["style"] = text(PackageResources.style_html)
    view["script"] = text(PackageResources.script_html)
    return render(template, view)
  }

  private static func text(_ file: [UInt8]) -> String {
    // The end of the file's last line is the template's.
    String(decoding: file.dropLast(), as: UTF8.self)
  }

  /// The templates by name.
  static let files = [
    ("senco", PackageResources.senco_mustache),
    ("governors", PackageResources.governors_mustache),
    ("annual", PackageResources.annual_mustache),
    ("evaluation", PackageResources.evaluation_mustache),
    ("evidence", PackageResources.evidence_mustache),
    ("evidence-table", PackageResources.evidence_table_mustache),
    ("answers", PackageResources.answers_mustache),
    ("further-kpis", PackageResources.further_kpis_mustache),
    ("glossary", PackageResources.glossary_mustache),
    ("picture", PackageResources.picture_mustache),
    ("pupil-steps", PackageResources.pupil_steps_mustache),
    ("ratios", PackageResources.ratios_mustache),
    ("limits", PackageResources.limits_mustache),
    ("table", PackageResources.table_mustache),
    ("variation", PackageResources.variation_mustache),
  ]

  private static let library: MustacheLibrary = {
    MustacheContentTypes.register(PageText(), named: PageText.name)
    var library = MustacheLibrary()
    for (name, bytes) in files {
      let template =
        "{{% CONTENT_TYPE: \(PageText.name)}}\n" + String(decoding: bytes, as: UTF8.self)
      do {
        try library.register(template, named: name)
      } catch {
        preconditionFailure("the template \(name) is broken: \(error)")
      }
    }
    return library
  }()
}

/// The texts that templates show, escaped as all others on a page.
private struct PageText: MustacheContentType {
  static let name = "PAGE"

  func escapeText(_ text: String) -> String { HTMLText.escaped(text) }
}
