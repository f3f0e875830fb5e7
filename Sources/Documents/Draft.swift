/// What the reader of one format makes of a file's text.
struct Draft {
  /// The clean text and its map to the file.
  var text: MappedText
  /// The blocks of the text, in order.
  var blocks: [TextBlock] = []
  /// What the document says about itself.
  var metadata = DocumentMetadata()
  /// A date from a dateline or a caption, for want of a better one.
  var weakDate: DocumentDate?
  /// The parts that the source consists of; none if it is the file itself.
  var parts: [SourcePart] = []
  /// The names of the files that came with a message.
  var attachments: [String] = []
  /// Whether it is a page of the Web, around whose text the site may have put words of its own.
  var isPage = false
  /// What had to be mended in a part.
  var repairs: [Repair] = []

  init(text: MappedText, blocks: [TextBlock] = []) {
    self.text = text
    self.blocks = blocks
  }
}

/// Puts the text of a document together from those of its parts.
struct DraftAssembly {
  private(set) var draft = Draft(text: MappedText(bytes: [], map: SourceMap(runs: [])))
  private var runs: [SourceMap.Run] = []
  private var sourceCount = 0

  /// Adds a part after those before; its metadata are not taken over, but for a date in its text.
  mutating func append(_ part: Draft, name: String, sourceCount count: Int) {
    let source = sourceCount
    sourceCount += count
    draft.parts.append(SourcePart(name: name, range: source..<sourceCount))
    draft.repairs += part.repairs
    draft.weakDate = draft.weakDate ?? part.weakDate
    guard !part.blocks.isEmpty else { return }
    if !draft.text.bytes.isEmpty {
      runs.append(
        .init(text: draft.text.bytes.count, source: source, sourceCount: 0, isReplaced: true))
      draft.text.bytes += [0x0a, 0x0a]
    }
    let start = draft.text.bytes.count
    for run in part.text.map.runs {
      runs.append(
        .init(
          text: run.text + start, source: run.source + source, sourceCount: run.sourceCount,
          isReplaced: run.isReplaced, scale: run.scale))
    }
    draft.text.bytes += part.text.bytes
    draft.blocks += part.blocks.map {
      TextBlock(
        range: $0.range.lowerBound + start..<$0.range.upperBound + start, kind: $0.kind)
    }
  }

  /// The whole, with what is known of it.
  func finished(_ metadata: DocumentMetadata) -> Draft {
    var whole = draft
    whole.text = MappedText(bytes: draft.text.bytes, map: SourceMap(runs: runs))
    whole.metadata = metadata
    return whole
  }
}
