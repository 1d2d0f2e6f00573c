import ProvisionModel

/// A day as `dd/mm/yyyy`.
func british(_ day: Day) -> String {
  let (year, month, date) = day.civil
  return "\(date < 10 ? "0" : "")\(date)/\(month < 10 ? "0" : "")\(month)/\(year)"
}
