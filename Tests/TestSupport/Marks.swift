extension String {
  /// A governors' page as a reader sees it: without the elements that only name a sentence's figures.
  package var withoutMarks: String {
    replacing(/<span data-figure="[^"]*">([^<]*)<\/span>/) { $0.output.1 }
  }
}
