/// Many lists, most of them short, in one array.
struct ShortLists<Element> {
  private var firsts: [Int?]
  private var lasts: [Int?]
  private var links: [(element: Element, next: Int?)] = []

  /// So many empty lists.
  init(count: Int) {
    firsts = Array(repeating: nil, count: count)
    lasts = firsts
  }

  /// Appends an element to a list.
  mutating func append(_ element: Element, to list: Int) {
    if let last = lasts[list] { links[last].next = links.count } else { firsts[list] = links.count }
    lasts[list] = links.count
    links.append((element, nil))
  }

  /// Where a list begins; nil: it is empty.
  func first(of list: Int) -> Int? { firsts[list] }

  /// An element, and where the next of its list is; nil: it is the last.
  subscript(link: Int) -> (element: Element, next: Int?) { links[link] }
}
