/// One `pupil_id` within one school (METHOD §1). Texts are empty where the files do not fill them.
///
/// What the pupils file says lies apart: a country has many pupils, and often no pupils file.
public struct Pupil: Sendable, Equatable {
  /// The id, as the files write it.
  public var id: String
  private var listing: Box?
  private var schoolNumber: Int32

  /// What the pupils file says of a pupil.
  public struct Listing: Sendable, Equatable {
    /// The name; for the SENCo's pack only.
    public var name = ""
    /// The year group, which labels the pupil's cohort for the whole run.
    public var yearGroup = ""
    /// SEN status, as the file writes it.
    public var senStatus = ""
    /// The primary need, as the file writes it.
    public var primaryNeed = ""
    /// Whether pupil premium is paid for the pupil, as the file writes it.
    public var pupilPremium = ""
    /// Whether the pupils file lists the pupil.
    public var isListed = false

    /// Says nothing.
    public init() {}
  }

  private final class Box: Sendable {
    let listing: Listing

    init(_ listing: Listing) {
      self.listing = listing
    }
  }

  /// A pupil of whom only the id is known, or what the pupils file says as well.
  ///
  /// - Parameter school: The position of the school among the data's schools.
  public init(school: Int, id: String, listing: Listing? = nil) {
    self.id = id
    self.listing = listing.map { Box($0) }
    schoolNumber = Int32(school)
  }

  /// The position of the school among the data's schools.
  public var school: Int {
    get { Int(schoolNumber) }
    set { schoolNumber = Int32(newValue) }
  }

  /// The name; for the SENCo's pack only.
  public var name: String {
    get { listing?.listing.name ?? "" }
    set { change { $0.name = newValue } }
  }

  /// The year group, which labels the pupil's cohort for the whole run.
  public var yearGroup: String {
    get { listing?.listing.yearGroup ?? "" }
    set { change { $0.yearGroup = newValue } }
  }

  /// SEN status, as the file writes it.
  public var senStatus: String {
    get { listing?.listing.senStatus ?? "" }
    set { change { $0.senStatus = newValue } }
  }

  /// The primary need, as the file writes it.
  public var primaryNeed: String {
    get { listing?.listing.primaryNeed ?? "" }
    set { change { $0.primaryNeed = newValue } }
  }

  /// Whether pupil premium is paid for the pupil, as the file writes it.
  public var pupilPremium: String {
    get { listing?.listing.pupilPremium ?? "" }
    set { change { $0.pupilPremium = newValue } }
  }

  /// Whether the pupils file lists the pupil.
  public var isListed: Bool {
    get { listing?.listing.isListed ?? false }
    set { change { $0.isListed = newValue } }
  }

  private mutating func change(_ body: (inout Listing) -> Void) {
    var changed = listing?.listing ?? Listing()
    body(&changed)
    listing = Box(changed)
  }

  /// Whether all that is known of both is the same.
  public static func == (left: Pupil, right: Pupil) -> Bool {
    left.id == right.id && left.schoolNumber == right.schoolNumber
      && (left.listing?.listing ?? Listing()) == (right.listing?.listing ?? Listing())
  }
}
