/// A made-up name, as places in lists: names of one mixed British classroom.
package struct MadeUpName: Sendable {
  private var community: UInt8
  private var first: UInt8
  private var last: UInt8
  private var isBoy: Bool

  /// A name at random, and whether the family is likely to speak another language at home.
  package static func draw(
    isBoy: Bool,
    using generator: inout SeededGenerator
  ) -> (name: MadeUpName, mayHaveOtherLanguage: Bool) {
    let index = generator.index(weights: communities.map(\.share))
    let community = communities[index]
    let firsts = isBoy ? community.boys.count : community.girls.count
    let name = MadeUpName(
      community: UInt8(index),
      first: UInt8(generator.below(firsts)),
      last: UInt8(generator.below(community.families.count)),
      isBoy: isBoy
    )
    return (name, community.hasOtherLanguage)
  }

  /// The forename.
  package var forename: String {
    let community = communities[Int(community)]
    return (isBoy ? community.boys : community.girls)[Int(first)]
  }

  /// The surname.
  package var surname: String {
    communities[Int(community)].families[Int(last)]
  }

  /// Surname first, as in a register: the files quote it for its comma.
  package var registerName: String { "\(surname), \(forename)" }
}

private struct Community: Sendable {
  let share: Double
  let hasOtherLanguage: Bool
  let girls: [String]
  let boys: [String]
  let families: [String]

  init(_ share: Double, other: Bool, girls: String, boys: String, families: String) {
    self.share = share
    self.hasOtherLanguage = other
    self.girls = girls.split(separator: " ").map(String.init)
    self.boys = boys.split(separator: " ").map(String.init)
    self.families = families.split(separator: " ").map(String.init)
  }
}

private let communities: [Community] = [
  Community(
    60,
    other: false,
    girls: """
      Olivia Amelia Isla Ava Ivy Freya Lily Florence Willow Poppy Ella Evie Rosie Daisy Matilda \
      Ruby Phoebe Harriet Erin Chloë Zoë Siân Niamh Eilidh Martha Bethan Maisie Esme Orla Beatrice
      """,
    boys: """
      Noah Oliver George Arthur Leo Harry Oscar Archie Henry Theodore Freddie Jack Charlie Alfie \
      Jacob Thomas William Isaac Rory Callum Finlay Dylan Rhys Owen Seán Ewan Toby Jude Albie Max
      """,
    families: """
      Smith Jones Taylor Brown Williams Wilson Davies Evans Thomas Roberts Walker Wright Thompson \
      Hughes Edwards Green Wood Harris Clarke Jackson Turner Hill Cooper Ward Morris Moore King \
      Baker Parker Bell Cox Shaw O'Brien Murphy Kelly Campbell Stewart Reid Fraser MacLeod \
      Hartley-Cole Ashworth Pritchard Llewellyn Barraclough
      """
  ),
  Community(
    15,
    other: true,
    girls: "Aisha Zainab Maryam Fatima Anaya Priya Diya Simran Amara Hana Inaya Meera Safa Jasleen",
    boys: "Muhammad Ibrahim Yusuf Zayn Arjun Rohan Aarav Hamza Bilal Harpreet Kabir Dev Rayyan Isa",
    families:
      "Khan Ahmed Patel Singh Kaur Begum Hussain Ali Malik Sharma Rahman Chowdhury Iqbal Shah"
  ),
  Community(
    8,
    other: true,
    girls: "Zuzanna Maja Julia Oliwia Ioana Andreea Anastasija Lena Hanna Mădălina",
    boys: "Jakub Szymon Filip Łukasz Andrei Matei Dominik Tomasz Matas Ștefan",
    families: "Nowak Kowalski Wójcik Lewandowska Popescu Ionescu Kazlauskas Zieliński Horvát Novák"
  ),
  Community(
    9,
    other: false,
    girls: "Amara Temi Abena Nia Imani Adaeze Esi Zuri Naomi Renée",
    boys: "Kofi Emeka Tunde Kwame Malachi Josiah Elijah Jerome Ayo Tobi",
    families: "Okafor Mensah Adeyemi Boateng Campbell Grant Owusu Eze Asante Francis Gordon Balogun"
  ),
  Community(
    8,
    other: true,
    girls: "Leila Sara Yasmin Elif Zeynep Mei Lin Sofía Beatriz Ayaan Hodan",
    boys: "Omar Emir Yusuf Daniyar Wei Jun Mateo José Tiago Abdi Karim",
    families: "Demir Yılmaz Hassan Abdi Warsame Chen Nguyen Lam García Fernandes Silva Haddad"
  ),
]
