// The same pupil or measure has a number in each stretch that names it, one among those of all
// tracking files, and a position in the data. A type for each keeps them apart.

/// The number of a pupil in one stretch of a tracking file, from 0 in order of first appearance.
struct StretchPupil: Hashable, Sendable {
  /// The number.
  let raw: UInt32

  /// That number.
  @inline(__always)
  init(_ raw: UInt32) {
    self.raw = raw
  }
}

/// The number of a measure in one stretch of a tracking file, from 0 in order of first appearance.
struct StretchMeasure: Hashable, Sendable {
  /// The number.
  let raw: UInt16

  /// That number.
  @inline(__always)
  init(_ raw: UInt16) {
    self.raw = raw
  }

  /// The position in an array of the stretch's measures.
  @inline(__always)
  var position: Int { Int(raw) }
}

/// The number of a pupil among those of all tracking files.
struct FilesPupil: Hashable, Sendable {
  /// The number.
  let raw: UInt32

  /// That number.
  @inline(__always)
  init(_ raw: UInt32) {
    self.raw = raw
  }

  /// The position in an array of all files' pupils.
  @inline(__always)
  var position: Int { Int(raw) }
}

/// The number of a measure among those of all tracking files.
struct FilesMeasure: Hashable, Sendable {
  /// The number.
  let raw: UInt16

  /// That number.
  @inline(__always)
  init(_ raw: UInt16) {
    self.raw = raw
  }

  /// The position in an array of all files' measures.
  @inline(__always)
  var position: Int { Int(raw) }
}

/// The numbers among those of all files of a stretch's pupils.
struct PupilNumbers: Sendable {
  /// The numbers, by the stretch's own.
  private let all: [FilesPupil]

  /// The numbers, by the stretch's own.
  init(_ all: [UInt32]) {
    self.all = all.map { FilesPupil($0) }
  }

  /// The number of a pupil of the stretch.
  @inline(__always)
  subscript(own: StretchPupil) -> FilesPupil { all[Int(own.raw)] }

  /// The stretch's own number; nil where it does not name the pupil.
  func own(_ pupil: FilesPupil) -> StretchPupil? {
    all.firstIndex(of: pupil).map { StretchPupil(UInt32($0)) }
  }
}

/// The numbers among those of all files of a stretch's measures.
struct MeasureNumbers: Sendable {
  /// The numbers, by the stretch's own.
  let all: [FilesMeasure]

  /// The numbers, by the stretch's own.
  init(_ all: [UInt16]) {
    self.all = all.map { FilesMeasure($0) }
  }

  /// The number of a measure of the stretch.
  @inline(__always)
  subscript(own: StretchMeasure) -> FilesMeasure { all[own.position] }
}
