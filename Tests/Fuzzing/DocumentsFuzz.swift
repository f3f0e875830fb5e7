// Documents: any bytes, under any name, give documents that keep their promises, or errors.

import Documents

/// Feeds some bytes to every reader of documents but that of PDF, which is a program of its own.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard !bytes.starts(with: "%PDF-".utf8) else { return 0 }
  var limits = ContainerLimits()
  limits.memberSize = 1 << 20
  limits.totalSize = 8 << 20
  limits.ratioFloor = 1 << 20
  limits.count = 10_000
  var counter = RepeatedBlocks.Counter()
  counter.add(page: bytes)
  let reader = DocumentReader()
  for name in ["a", "a.csv", "a.jsonl"] {
    let container = DocumentContainer(bytes: bytes, name: name, limits: limits)
    var names: Set<String> = []
    while let item = container.next() {
      guard case .member(let member) = item else { continue }
      guard names.insert(member.name).inserted, !member.name.split(separator: "/").contains("..")
      else { fatalError("a name comes twice or leads outside") }
      guard !member.bytes.starts(with: "%PDF-".utf8), let document = try? reader.read(member)
      else { continue }
      check(document, member)
    }
  }
  return 0
}

private func check(_ document: Document, _ member: ContainerMember) {
  guard String(validating: document.text, as: UTF8.self) != nil else { fatalError("not UTF-8") }
  guard document.contentHash == member.contentHash else { fatalError("two hashes") }
  let end = document.parts.last?.range.upperBound ?? member.bytes.count
  var last = 0
  for block in document.blocks {
    guard block.range.lowerBound >= last, !block.range.isEmpty,
      block.range.upperBound <= document.text.count
    else { fatalError("blocks overlap") }
    last = block.range.upperBound
    let source = document.sourceMap.source(of: block.range)
    guard source.upperBound <= end else { fatalError("text from beyond the source") }
  }
}
