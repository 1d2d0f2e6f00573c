import Mustache

/// The templates, which are files of this module.
enum PageTemplates {
  /// A page made of a pack's template.
  static func render(_ pack: Pack, _ view: [String: Any]) -> String {
    renderPage(pack.rawValue, view)
  }

  /// A document for one KPI.
  static func renderEvidence(_ view: [String: Any]) -> String {
    render("evidence", view)
  }

  /// The page of a school year.
  static func renderAnnual(_ view: [String: Any]) -> String {
    renderPage("annual", view)
  }

  /// A part of a page.
  static func render(_ template: String, _ view: [String: Any]) -> String {
    library.render(view, withTemplate: template) ?? ""
  }

  /// A page with its styles and its script. They are no templates, which take long to read.
  private static func renderPage(_ template: String, _ view: [String: Any]) -> String {
    var view = view
    view["style"] = text(PackageResources.style_html)
    view["script"] = text(PackageResources.script_html)
    return render(template, view)
  }

  private static func text(_ file: [UInt8]) -> String {
    // The end of the file's last line is the template's.
    String(decoding: file.dropLast(), as: UTF8.self)
  }

  private static let library: MustacheLibrary = {
    let files = [
      ("senco", PackageResources.senco_mustache),
      ("governors", PackageResources.governors_mustache),
      ("annual", PackageResources.annual_mustache),
      ("evaluation", PackageResources.evaluation_mustache),
      ("evidence", PackageResources.evidence_mustache),
      ("evidence-table", PackageResources.evidence_table_mustache),
      ("evidence-heading", PackageResources.evidence_heading_mustache),
      ("evidence-cell", PackageResources.evidence_cell_mustache),
      ("answers", PackageResources.answers_mustache),
      ("further-kpis", PackageResources.further_kpis_mustache),
      ("glossary", PackageResources.glossary_mustache),
      ("picture", PackageResources.picture_mustache),
      ("pupil-steps", PackageResources.pupil_steps_mustache),
      ("ratios", PackageResources.ratios_mustache),
      ("limits", PackageResources.limits_mustache),
      ("table", PackageResources.table_mustache),
      ("table-heading", PackageResources.table_heading_mustache),
      ("table-cell", PackageResources.table_cell_mustache),
      ("variation", PackageResources.variation_mustache),
    ]
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
