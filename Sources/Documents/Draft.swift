/// What the reader of one format makes of a file's text.
struct Draft {
  /// The clean text and its map to the file.
  var text: MappedText
  /// The blocks of the text, in order.
  var blocks: [TextBlock] = []
  /// The title, if there is one.
  var title: String?
  /// The date that the document gives for itself.
  var date: String?
  /// A date from a dateline or a caption, for want of a better one.
  var weakDate: String?
}
