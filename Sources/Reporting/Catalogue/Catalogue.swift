/// Every table that the program writes, in the order of the workbook's sheets.
enum Catalogue {
  /// The tables.
  static let tables: [any DeclaredTable] = [
    InterventionFigures.table, InterventionFigures.subgroups, VariationFigures.table,
    RecommendationFigures.table, DecisionFigures.table, TermFigures.table, UnitFigures.table,
    ProgrammeFigures.table, AreaFigures.table, TrainingFigures.table, DeploymentFigures.table,
    PupilSupportFigures.table, PupilFigures.table, DataQualityFigures.table, CodeFigures.table,
    EpisodesTable.table, NextDecisionFigures.table,
  ]

  /// The names of all columns, and of what else pages name.
  static let figureNames = Set(tables.flatMap { $0.columns(in: .senco).map(\.name) }).union(words)

  /// What pages name that is no column: days, settings, names, and numbers of things that are no pupils.
  private static let words: Set<String> = [
    Sentence.fixed, Sentence.word, AboutPupils.figure, "areas", "as_of", "caption", "chance",
    "date",
    "decisions", "interventions", "more_names", "programmes", "rows", "rule", "schools", "setting",
    "term", "ta", "units", "version", "year",
  ]

  /// The glossary's entries for the readers of a pack.
  static func glossary(_ pack: Pack) -> [GlossaryEntry] {
    var ids = Set(GlossaryEntry.all.map(\.id))
    let own = tables.flatMap(\.glossary).filter { ids.insert($0.id).inserted }
    return (GlossaryEntry.all + own).filter { $0.audience.includes(pack) }
  }
}
