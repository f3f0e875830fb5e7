import CResources
public import GraphModel

/// Writes a page that shows the graph: one file, no network, every statement with its sentences.
///
/// The page holds the graph as texts and columns of numbers (see ``PageData``) and the program that
/// draws it (`HTML/Page/`, embedded in the binary), packed, with a small program that unpacks both.
/// Its content security policy lets just these two programs run, whatever documents say, and
/// forbids them to load or send anything. Memory grows with the graph: it is compressed whole.
public struct HTMLWriter: StatementWriter {
  /// Creates a writer.
  public init() {}

  /// Writes the page.
  public func write(
    _ source: some StatementSource, options: ExportOptions, to sink: some ByteSink
  ) throws -> ExportLoss {
    let picture = try options.picture ?? GraphPicture(of: source)
    let data = try PageData(source, picture, options)
    let unpacker = PageProgram(cresources_page_unpacker())
    let program = PageProgram(cresources_page_script())
    var page = ByteWriter(to: sink)
    page.raw(
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src \
      'unsafe-inline'; script-src \(unpacker.source) \(program.source); img-src data: blob:; \
      base-uri 'none'; form-action 'none'">
      <meta name="generator" content="quipu">
      <title>Quipu</title>
      <style>

      """)
    page.raw(PageProgram(cresources_page_style()).bytes)
    page.raw("</style>\n</head>\n")
    page.raw(PageProgram(cresources_page_body()).bytes)
    let archive = try PageArchive(program.bytes + [0] + data.packed())
    page.raw(
      "<script id=\"data\" type=\"text/plain\" data-packed=\"\(archive.packed.count)\" "
        + "data-length=\"\(archive.length)\">\n")
    try archive.write(to: &page)
    page.raw("\n</script>\n<script>")
    page.raw(unpacker.bytes)
    page.raw("</script>\n</body>\n</html>\n")
    try page.flush()
    var loss = ExportLoss()
    loss.add(.qualifiers, data.statements.reduce(0) { $0 + $1.statement.content.qualifiers.count })
    return loss
  }
}
