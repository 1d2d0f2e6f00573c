/// Whose pupils a figure is about: one school's, or those of all schools together.
public enum Scope: Hashable, Sendable {
  /// One school, by its position among the data's schools.
  case school(Int)
  /// All schools together.
  case all
}

extension SchoolData {
  /// For each school the scopes that its figures count in: the school, and all schools where there
  /// are several.
  public var scopesOfSchools: [[Scope]] {
    schools.indices.map { schools.count > 1 ? [.school($0), .all] : [.school($0)] }
  }

  /// The scope of the figures for everything: all schools, or the only one.
  public var widestScope: Scope {
    schools.count > 1 ? .all : .school(0)
  }

  /// The name under which all schools together are printed, which no school of several may have.
  public static let nameOfAllSchools = "all"

  /// The name under which a scope is printed: the school's id, or `all`.
  public func name(of scope: Scope) -> String {
    switch scope {
    case .school(let school): schools[school]
    case .all: Self.nameOfAllSchools
    }
  }
}
