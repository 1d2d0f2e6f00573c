/// What is recommended of an intervention (KPI 5.6). The school decides.
public enum Recommendation: String, Sendable, CaseIterable, Encodable {
  /// Go on as it is.
  case `continue`
  /// More or fewer sessions a week.
  case varyFrequency = "vary-frequency"
  /// Longer or shorter sessions, or a longer or shorter programme.
  case varyDuration = "vary-duration"
  /// Larger or smaller groups.
  case varyGroupSize = "vary-group-size"
  /// Other pupils.
  case varyPupils = "vary-pupils"
  /// Find out whether it is given as it is meant to be.
  case checkDelivery = "check-delivery"
  /// Stop it, or give something else in its place.
  case stopOrReplace = "stop-or-replace"
  /// There is too little evidence: take tests, and go on until there is more.
  case assess
}
