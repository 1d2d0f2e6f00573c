package import ProvisionModel

/// Keeps figures that rest on few pupils from the governors' pack.
package struct Suppression: Sendable {
  /// Figures that rest on fewer pupils are suppressed.
  package let minimumPupils: Int

  /// Suppression by a school's settings.
  package init(_ settings: DisclosureSettings) {
    minimumPupils = settings.minimumPupils
  }

  /// Whether a figure about so many pupils must not be shown. Nobody is nobody: 0 may be shown.
  package func hides(_ pupils: Int) -> Bool {
    pupils > 0 && pupils < minimumPupils
  }

  /// A cell, or `c` where it rests on few pupils.
  func cell(_ cell: TableCell, pupils: Int) -> TableCell {
    hides(pupils) ? .suppressed : cell
  }
}
