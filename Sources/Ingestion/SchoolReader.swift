package import Diagnostics
package import ProvisionModel

/// What was read of a folder, and what there is to say of it.
package struct ReadingResult: Sendable {
  /// The model.
  package var data: SchoolData
  /// What was found, in the order of the files.
  package var findings: [Finding]
}

/// Reads a school's folder: settings, pupils, tracking, provision map, staff, decisions.
package struct SchoolReader: Sendable {
  private let folderPath: String
  private let settingsPath: String?
  private let given: Settings?
  private let jobs: Int
  private let manner: ReadingManner

  /// A reader of a folder with settings that are known already.
  init(folder: String, given: Settings) {
    folderPath = folder
    settingsPath = nil
    self.given = given
    jobs = 1
    manner = ReadingManner()
  }

  /// - Parameters:
  ///   - folder: The folder's path.
  ///   - settings: The path of a settings file other than the folder's own school.yml.
  ///   - jobs: How many things may be done at the same time. What is read does not depend on it.
  ///   - pieceSize: The size of the pieces in which large tracking files are read [bytes]; nil: the
  ///     usual one.
  ///   - takesDigests: Whether the digests of the files are wanted.
  ///   - progress: Takes note of how far the tracking file has been read.
  package init(
    folder: String, settings: String? = nil, jobs: Int = 1, pieceSize: Int? = nil,
    takesDigests: Bool = true, progress: ReadingProgress? = nil
  ) {
    self.folderPath = folder
    self.settingsPath = settings
    given = nil
    self.jobs = jobs
    manner = ReadingManner(
      jobs: jobs, pieceSize: pieceSize ?? FilePieces.usualSize, takesDigests: takesDigests,
      progress: progress)
  }

  /// Reads everything.
  ///
  /// - Throws: `UnusableInput` when something without which nothing can be evaluated is missing or
  ///   cannot be used.
  package func read() async throws -> ReadingResult {
    let folder = try InputFolder(path: folderPath)
    let school = try readSettings(folder)
    let settings = school.settings
    let names = try InputKind.allCases.map { kind in
      try folder.files(of: kind, settings: settings)
    }
    try checkCount(names.joined().count)
    let files = SchoolFiles(folder: folder, settings: settings, names: names, manner: manner)
    var assembler: DataAssembler
    if jobs > 1 {
      async let tracking = files.tracking()
      async let others = files.others()
      assembler = try await DataAssembler(
        settings: settings, tracking: tracking, others: others)
    } else {
      let others = try files.others()
      assembler = try DataAssembler(
        settings: settings, tracking: files.tracking(), others: others)
    }
    var result = assembler.assemble(jobs: jobs)
    result.findings = school.findings + result.findings + folder.filesNotRead(settings)
    return result
  }

  /// Refuses more files than the scores' one byte for the file can tell apart.
  private func checkCount(_ count: Int) throws(UnusableInput) {
    guard count > Int(UInt8.max) else { return }
    throw UnusableInput(
      .data,
      Finding(
        .unreadable, file: folderPath, value: String(count),
        message: "\(count) files are to be read, and no more than \(UInt8.max) can be",
        hint: "put the rows of several files of a kind into one"))
  }

  private func readSettings(_ folder: InputFolder) throws(UnusableInput) -> SettingsReading {
    if let given { return SettingsReading(settings: given, findings: []) }
    if let settingsPath {
      let name = settingsPath.split(separator: "/").last.map(String.init) ?? settingsPath
      return try SettingsFile.read(path: settingsPath, name: name)
    }
    guard folder.holds("school.yml") else {
      return SettingsReading(settings: Settings(), findings: [])
    }
    return try SettingsFile.read(path: folder.path(of: "school.yml"), name: "school.yml")
  }
}

/// The files of a folder, ready to be read.
struct SchoolFiles: Sendable {
  /// The folder.
  let folder: InputFolder
  /// The settings in force.
  let settings: Settings
  /// The names of the files, by the order of `InputKind.allCases`.
  let names: [[String]]
  /// How they are read; only of the tracking files it is told how far reading has come.
  let manner: ReadingManner

  /// All kinds but tracking.
  struct Others: Sendable {
    var pupils: TableFiles<PupilsBuilder>
    var provision: TableFiles<ProvisionBuilder>
    var staff: TableFiles<StaffBuilder>
    var decisions: TableFiles<DecisionsBuilder>
  }

  /// Reads the tracking files.
  func tracking() throws(UnusableInput) -> TableFiles<TrackingBuilder> {
    try read(
      .tracking,
      TrackingBuilder(settings: layout(.tracking), terms: settings.terms))
  }

  /// Reads the other files.
  func others() throws(UnusableInput) -> Others {
    Others(
      pupils: try read(.pupils, PupilsBuilder()),
      provision: try read(
        .provisionMap,
        ProvisionBuilder(settings: layout(.provisionMap), terms: settings.terms)),
      staff: try read(.staff, StaffBuilder()),
      decisions: try read(.decisions, DecisionsBuilder(terms: settings.terms)))
  }

  private func layout(_ kind: InputKind) -> LayoutSettings {
    settings.layout[kind.rawValue] ?? LayoutSettings()
  }

  private func read<Builder: TableBuilder>(
    _ kind: InputKind, _ builder: Builder
  ) throws(UnusableInput) -> TableFiles<Builder> {
    let position = InputKind.allCases.firstIndex(of: kind) ?? 0
    return try TableFiles(
      names[position], in: folder, firstFile: names[..<position].map(\.count).reduce(0, +),
      settings: settings, builder: builder, manner: manner(of: kind))
  }

  private func manner(of kind: InputKind) -> ReadingManner {
    var manner = manner
    if kind != .tracking { manner.progress = nil }
    return manner
  }
}
