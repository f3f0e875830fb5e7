// Documents: any bytes, dressed for the reader that $QUIPU_FUZZ_READER names, give documents that keep
// their promises, or errors.

import Glibc

@testable import Documents

private let reader: FuzzedReader = {
  let name = getenv("QUIPU_FUZZ_READER").map { String(cString: $0) } ?? "any"
  guard let reader = FuzzedReader(rawValue: name) else {
    let names = FuzzedReader.allCases.map(\.rawValue).joined(separator: " ")
    fatalError("no reader '\(name)'; there are: \(names)")
  }
  return reader
}()

/// Feeds some bytes to one reader of documents.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  if reader == .pdf {
    checkPages(bytes)
  } else {
    let file = reader.file(of: bytes)
    check(file.bytes, name: file.name)
  }
  return 0
}

/// Reads all that is in a file.
private func check(_ bytes: [UInt8], name: String) {
  guard !isPDF(bytes) else { return }
  var limits = ContainerLimits()
  limits.memberSize = 1 << 20
  limits.totalSize = 8 << 20
  limits.ratioFloor = 1 << 20
  limits.count = 10_000
  let container = DocumentContainer(bytes: bytes, name: name, limits: limits)
  var names: Set<String> = []
  while let item = container.next() {
    guard case .member(let member) = item else { continue }
    guard names.insert(member.name).inserted, !member.name.split(separator: "/").contains("..")
    else { fatalError("a name comes twice or leads outside") }
    guard member.bytes.count <= limits.memberSize else { fatalError("larger than the limit") }
    guard !isPDF(member.bytes), let document = try? DocumentReader().read(member) else { continue }
    check(document, member)
  }
}

/// PDF's own program does not run under the fuzzer; what it writes is read here.
private func isPDF(_ bytes: [UInt8]) -> Bool { FileSignature.of(bytes) == .pdf }

private func check(_ document: Document, _ member: ContainerMember) {
  guard String(validating: document.text, as: UTF8.self) != nil else { fatalError("not UTF-8") }
  guard document.contentHash == member.contentHash else { fatalError("two hashes") }
  check(document.date)
  let end = document.parts.last?.range.upperBound ?? member.bytes.count
  check(document.blocks, document.text.count)
  for block in document.blocks {
    let source = document.sourceMap.source(of: block.range)
    guard source.upperBound <= end else { fatalError("text from beyond the source") }
  }
}

private func check(_ blocks: [TextBlock], _ count: Int) {
  var last = 0
  for block in blocks {
    guard block.range.lowerBound >= last, !block.range.isEmpty, block.range.upperBound <= count
    else { fatalError("blocks overlap") }
    last = block.range.upperBound
  }
}

/// A date is a year, or with a month, or with a day too.
private func check(_ date: String?) {
  guard let date else { return }
  let parts = date.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
  guard parts.map(\.count) == Array([4, 2, 2].prefix(parts.count)),
    parts.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) })
  else { fatalError("no date: \(date)") }
}

/// Reads what `pdftotext` and `pdfinfo` may write.
private func checkPages(_ input: [UInt8]) {
  let bytes = FuzzedReader.pdf.file(of: input).bytes
  check(PDFReader.properties(bytes).date?.value)
  let pages = PDFPages(bytes)
  for part in pages.parts where part.range.upperBound > bytes.count {
    fatalError("a page too long")
  }
  guard pages.hasText, let text = try? pages.joined() else { return }
  let draft = PlainTextReader.read(text)
  guard String(validating: draft.text.bytes, as: UTF8.self) != nil || !isUTF8(bytes) else {
    fatalError("not UTF-8")
  }
  check(draft.blocks, draft.text.bytes.count)
}

private func isUTF8(_ bytes: [UInt8]) -> Bool { String(validating: bytes, as: UTF8.self) != nil }
