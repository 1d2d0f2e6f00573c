/// Many lists of whole numbers in one array, which are made once and read often.
///
/// Elements are read one by one by their place: a slice for each of thousands of short lists would
/// take more time than what it is read for.
struct PackedLists: Sendable {
  /// Where the elements of each list begin among those of all.
  private let starts: [Int]
  private let elements: [Int]

  /// So many lists.
  ///
  /// - Parameter enterAll: Enters each list's elements in their order. It is called twice.
  init(count: Int, _ enterAll: (_ enter: (_ element: Int, _ list: Int) -> Void) -> Void) {
    var starts = Array(repeating: 0, count: count + 1)
    enterAll { _, list in starts[list + 1] += 1 }
    for list in 0..<count { starts[list + 1] += starts[list] }
    var ends = starts
    var elements = Array(repeating: 0, count: starts[count])
    enterAll { element, list in
      elements[ends[list]] = element
      ends[list] += 1
    }
    self.starts = starts
    self.elements = elements
  }

  /// Where the elements of a list are.
  func places(of list: Int) -> Range<Int> { starts[list]..<starts[list + 1] }

  /// The element in a place.
  subscript(place: Int) -> Int { elements[place] }
}
