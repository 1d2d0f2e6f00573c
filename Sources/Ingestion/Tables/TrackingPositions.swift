/// Where the columns of a tracking file are, from 0; −1 where it does not have them.
struct TrackingPositions {
  var pupil = PupilPositions()
  var yearGroup = -1
  var date = -1
  var term = -1
  var academicYear = -1
  var measure = -1
  var subject = -1

  /// No columns.
  init() {}

  /// The columns of a file.
  init(_ columns: ColumnMap<TrackingColumn>) {
    pupil = PupilPositions(
      school: columns.position(of: .school), id: columns.position(of: .pupilID),
      upn: columns.position(of: .upn), admission: columns.position(of: .admissionNumber),
      name: columns.position(of: .pupilName), surname: columns.position(of: .surname),
      forename: columns.position(of: .forename))
    yearGroup = columns.position(of: .yearGroup)
    date = columns.position(of: .date)
    term = columns.position(of: .term)
    academicYear = columns.position(of: columns.has(.academicYear) ? .academicYear : .yearGroup)
    subject = columns.position(of: .subject)
    measure = columns.has(.measure) ? columns.position(of: .measure) : subject
  }
}
