import Documents
import Testing

@Suite("Pages and XML")
struct MarkupReaderTests {
  private func read(_ page: String, name: String = "a.html") throws -> Document {
    try DocumentReader().read(Array(page.utf8), name: name)
  }

  private func outline(_ document: Document) -> [String] {
    document.blocks.map { "\($0.kind.rawValue): \(document.string($0.range))" }
  }

  private let lead =
    "The regulator said on Monday, after weeks of talk, that it had opened an inquiry."
  private let rest =
    "The maker of chips, which has denied any wrong, said that it would help the regulator."

  @Test
  func mainTextWithoutWhatSurroundsIt() throws {
    let document = try read(
      """
      <!doctype html><html lang=en><head><title>Maker under scrutiny | The Paper</title>
      <meta property="article:published_time" content="2018-03-04T10:00:00Z">
      <style>p { color: red }</style><script>var x = "<p>no</p>";</script></head><body>
      <div id="cookie-banner"><p>We use cookies, as everyone does, and ask you to accept them all.</p></div>
      <header><nav><ul><li><a href="/">Home</a><li><a href="/w">World</a></ul></nav></header>
      <main><article><h1>Maker under scrutiny</h1><p class="byline">By Rosa Quispe</p>
      <figure><img src=x><figcaption>The maker's office in Lima.</figcaption></figure>
      <p>\(lead)</p><p>\(rest)</p><h2>What comes next</h2><p>\(rest)</p>
      <ul><li>One thing that the regulator wants.</li><li>Another.</li></ul><p>\(lead)</p>
      <aside><p>A box that says things, many things, beside the text of the article.</p></aside>
      </article></main>
      <div class="related-articles"><h3>Related</h3><p>Another article, of another day, about other things.</p></div>
      <div id="comments"><p>I think, as a reader, that this is wrong, and that you should know.</p></div>
      <footer><p>Copyright, terms, and other things, of the paper and its owners.</p></footer></body></html>
      """)
    #expect(
      outline(document) == [
        "heading: Maker under scrutiny", "caption: The maker's office in Lima.",
        "paragraph: \(lead)",
        "paragraph: \(rest)", "heading: What comes next", "paragraph: \(rest)",
        "listItem: One thing that the regulator wants.", "listItem: Another.", "paragraph: \(lead)",
      ])
    #expect(document.title == "Maker under scrutiny")
    #expect(document.date == "2018-03-04")
  }

  @Test
  func textWithoutAnyArticleElement() throws {
    let document = try read(
      "<html><body><table><tr><td><a href=a>Home</a> <a href=b>News</a></td><td><font>\(lead)<br><br>\(rest)"
        + "</font></td></tr></table></body></html>")
    #expect(outline(document) == ["paragraph: \(lead)", "paragraph: \(rest)"])
  }

  @Test(arguments: [
    #"<meta name="DC.date" content="2018-03-04">"#,
    #"<meta itemprop="datePublished" content="2018-03-04">"#,
    #"<script type="application/ld+json">{"headline": "x", "datePublished": "2018-03-04T09:00"}</script>"#,
    #"<meta name="pubdate" content="Sun, 04 Mar 2018 09:00:00 GMT">"#,
  ])
  func dateInTheHead(head: String) throws {
    let document = try read(
      "<html><head>\(head)</head><body><p>\(lead)</p><p>\(rest)</p></body></html>")
    #expect(document.date == "2018-03-04")
  }

  @Test(arguments: [
    #"<time datetime="2018-03-04T09:00:00Z">yesterday</time>"#, "<time>4 March 2018</time>",
    #"<span class="post-date">March 4, 2018</span>"#, "<p>Published: 4 March 2018</p>",
  ])
  func dateInTheBody(date: String) throws {
    let document = try read(
      "<html><body><article><h1>A plan</h1>\(date)<p>\(lead)</p><p>\(rest)</p></article></body></html>"
    )
    #expect(document.date == "2018-03-04")
  }

  @Test(arguments: [
    "", #"<p class="lastupdated">Last updated: 4 March 2018</p>"#,
    "<p>Last updated: &nbsp; 4 March 2018</p>",
    #"<time class="modified" datetime="2018-03-04">4 March 2018</time>"#,
  ])
  func noDateIsMadeUp(other: String) throws {
    #expect(try read("<html><body><p>\(lead)</p><p>\(rest)</p>\(other)</body></html>").date == nil)
  }

  /// A time in UTC may be of another day than the paper's.
  @Test(arguments: [
    ("2018-03-05T04:40:12Z", #"<time datetime="2018-03-04T23:40:12-05:00">"#, "2018-03-04"),
    ("2018-03-05T04:40:12+00:00", #"<time datetime="2018-03-04 23:40:12">"#, "2018-03-04"),
    (
      "2018-03-05T04:40:12Z", #"<link rel="canonical" href="https://paper.example/2018/03/04/a">"#,
      "2018-03-04"
    ),
    ("2018-03-04T23:40:12Z", #"<meta name="c" content="2018-03-05T07:40:12+0800">"#, "2018-03-05"),
    // These are of other moments, or say nothing of the zone.
    ("2018-03-05T04:40:12Z", #"<time datetime="2018-03-04T21:00:00-05:00">"#, "2018-03-05"),
    ("2018-03-05T04:00:00Z", #"<time datetime="2018-03-04 23:00:00">"#, "2018-03-05"),
    ("2018-03-05T04:40:12-05:00", #"<time datetime="2018-03-04 23:40:12">"#, "2018-03-05"),
    (
      "2018-03-05T04:40:12Z", #"<link rel="canonical" href="https://p.example/2018/02/04/a">"#,
      "2018-03-05"
    ),
  ])
  func dayWhereThePaperIs(stated: String, other: String, day: String) throws {
    let document = try read(
      "<html><head><meta property='article:published_time' content='\(stated)'>\(other)</head><body>"
        + "<p>\(lead)</p><p>\(rest)</p></body></html>")
    #expect(document.date == day)
  }

  @Test
  func dayWithinTheMonthThatIsStated() throws {
    let document = try read(
      "<html><head><meta name='citation_publication_date' content='2018/03'><meta name='dc.date' content='2018-03-04'>"
        + "</head><body><p>\(lead)</p><p>\(rest)</p></body></html>")
    #expect(document.date == "2018-03-04")
  }

  @Test(arguments: [(1, "2018-03-04"), (2, nil)])
  func dateInTheLinkOfTheOnlyHeadline(count: Int, day: String?) throws {
    let headlines = (1...count).map {
      "<h2><a rel='bookmark' href='/blog/2018/03/0\($0 + 3)/a'>A plan \($0)</a></h2>"
    }
    let document = try read(
      "<html><body>\(headlines.joined())<p>\(lead)</p><p>\(rest)</p></body></html>")
    #expect(document.date == day)
  }

  /// The page itself shows the beginning only.
  @Test
  func textInTheLinkedData() throws {
    let body = (1...30).map { "The maker \u{201c}agreed\u{201d} to point \($0) of the plan." }
      .joined(separator: "\n\n")
    let escaped = body.replacing("\n", with: "\\n").replacing("\u{201c}", with: "\\u201c")
      .replacing("\u{201d}", with: "\\u201D")
    let page = """
      <html><head><script type="application/ld+json">{"@type": "NewsArticle", "articleBody": "\(escaped)",
      "datePublished": "2018-03-04"}</script></head><body><article><p>\(lead)</p></article></body></html>
      """
    let document = try read(page)
    #expect(document.blocks.count == 30 && document.date == "2018-03-04")
    #expect(document.string(0..<document.text.count) == body)
    let last = document.sourceMap.source(of: document.blocks[29].range)
    #expect(
      String(decoding: Array(page.utf8)[last], as: UTF8.self)
        == #"The maker \u201cagreed\u201D to point 30 of the plan."#)
    let whole = (1...30).map { "<p>The maker agreed to point \($0) of the plan.</p>" }.joined()
    #expect(try read(page.replacing("</article>", with: whole + "</article>")).blocks.count == 31)
  }

  @Test
  func whatPageBuildersAndPapersCallTheirParts() throws {
    let document = try read(
      """
      <html><body><article><div class="elementor-widget elementor-widget-text-editor">
      <div class="elementor-widget-container"><p><span class="dateline">LIMA – </span>\(lead)</p></div></div>
      <p>\(rest)</p><div class="elementor-widget-share-buttons"><p>Share this text, if you like it, with all.</p>
      </div><section class="c-letters-cta"><p>We would like to read what you think, as a letter.</p></section>
      <p>Follow the paper on Twitter and on Facebook, and write to us at any time of the day.</p>
      <address>Plan.html - made in March, changed in April, by the keeper of the pages.</address></article></body></html>
      """)
    #expect(
      outline(document) == ["header: LIMA –", "paragraph: \(lead)", "paragraph: \(rest)"]
        || outline(document) == ["paragraph: LIMA – \(lead)", "paragraph: \(rest)"])
  }

  @Test(arguments: [
    ("<title>A plan that fails - The Paper</title>", "A plan that fails"),
    ("<title>The Paper: A plan</title>", "The Paper: A plan"),
    (#"<meta property="og:title" content="A plan &amp; more"><title>x</title>"#, "A plan & more"),
  ])
  func titleInTheHead(head: String, title: String) throws {
    let document = try read(
      "<html><head>\(head)</head><body><p>\(lead)</p><p>\(rest)</p></body></html>")
    #expect(document.title == title)
  }

  @Test
  func brokenPagesGiveWhatCanBeRead() throws {
    let document = try read(
      "<html><body><div><p>\(lead)<p>\(rest)</b></i><div><span <p>&bogus; &#xFFFFFFF; <![CDATA[")
    #expect(outline(document).prefix(2) == ["paragraph: \(lead)", "paragraph: \(rest)"])
  }

  @Test
  func deepNesting() throws {
    let page =
      String(repeating: "<div>", count: 20_000) + "<p>\(lead)</p>"
      + String(repeating: "</div>", count: 20_000)
      + "<p>\(rest)</p>"
    let document = try read("<html><body>" + page)
    #expect(outline(document).contains("paragraph: \(lead)"))
  }

  /// libxml2 looks through all open elements for each end tag that fits none: such a page is cut off.
  @Test
  func endTagsThatFitNothingEndTheReading() throws {
    let document = try read(
      "<html><body><p>\(lead)</p>" + String(repeating: "<div>", count: 40_000)
        + String(repeating: "</span>", count: 40_000) + "<p>\(rest)</p>")
    #expect(outline(document) == ["paragraph: \(lead)"])
  }

  @Test
  func titleOfTheHeadlineIfNothingElseIsStated() throws {
    let document = try read(
      "<html><head><title>A plan that fails - The Paper</title></head><body><h1>A plan that fails</h1>"
        + "<p>\(lead)</p><p>\(rest)</p></body></html>")
    #expect(document.title == "A plan that fails")
    #expect(outline(document).first == "heading: A plan that fails")
  }

  @Test
  func pageWithoutText() {
    #expect(throws: DocumentError.noMainText) {
      try read(
        "<html><head><title>x</title></head><body><img src=a><script>x()</script></body></html>")
    }
  }

  @Test
  func entitiesAreRefused() {
    let bomb = """
      <?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;">]>
      <lolz>&lol2;</lolz>
      """
    #expect(throws: DocumentError.entityDeclaration) { try read(bomb, name: "a.xml") }
    #expect(throws: DocumentError.entityDeclaration) {
      try read("<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><html><p>&x;</p></html>")
    }
  }

  @Test
  func xmlParagraphs() throws {
    let document = try read(
      "<?xml version='1.0'?><article><title>A plan</title><date>2018-03-04</date><para>\(lead) <emph>So</emph> it "
        + "is.</para><para><![CDATA[\(rest)]]></para></article>", name: "a.xml")
    #expect(outline(document).suffix(2) == ["paragraph: \(lead) So it is.", "paragraph: \(rest)"])
    #expect(document.title == "A plan")
    #expect(document.date == "2018-03-04")
  }

  @Test
  func brokenXML() {
    #expect(throws: DocumentError.self) {
      try read("<?xml version='1.0'?><a><b>text</a>", name: "a.xml")
    }
  }

  @Test
  func aTagInProseIsNoPage() throws {
    let document = try read(
      "The tag <html> opens a page, said the owner, and <b> makes it bold.", name: "a.txt")
    #expect(document.string(0..<document.text.count).contains("<html>"))
  }
}
