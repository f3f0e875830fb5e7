import GraphModel

/// Makes quads of the parts of an RDF/XML document.
///
/// The elements that are open are frames on a stack, as the grammar's productions would be calls.
final class RDFXMLParser: XMLEventTaker {
  let options: RDFReadingOptions
  let sink: any QuadSink
  var failure: (any Error)?
  private(set) var problemCount = 0
  var frames: [RDFXMLFrame] = []
  /// How many elements are open that nothing is made of.
  var skippedDepth = 0
  /// The XML literal that is being read.
  var literal: XMLLiteral?
  /// The triples inside the triple terms that are open.
  var captured: [[Triple]] = []
  private var identifiers = ExactSet()
  private var anonymousCount = 0
  private var prefixes = ExactMap<String>()
  private var prefixCount: Int32 = 0
  private let arena = TermArena()

  init(_ options: RDFReadingOptions, _ sink: any QuadSink) {
    self.options = options
    self.sink = sink
  }

  func problem(_ error: SyntaxError) throws {
    problemCount += 1
    guard let report = options.report else { throw error }
    report(error)
  }

  /// Reports a problem, or makes it the end of the reading.
  func report(_ error: SyntaxError) {
    do { try problem(error) } catch { failure = error }
  }

  // MARK: Events

  func start(_ element: XMLElement, _ place: XMLPlace) {
    if skippedDepth > 0 {
      skippedDepth += 1
      return
    }
    if literal != nil {
      literal?.start(element)
      return
    }
    declare(element.namespaces)
    if element.name.isReserved {
      skippedDepth = 1
      return
    }
    do throws(RDFXMLProblem) {
      try open(element)
    } catch {
      skippedDepth = 1
      report(place.error(error.problem))
    }
  }

  func end(_ place: XMLPlace) {
    if skippedDepth > 0 {
      skippedDepth -= 1
      return
    }
    if literal?.isOpen == true {
      literal?.end()
      return
    }
    guard let frame = frames.popLast() else { return }
    do throws(RDFXMLProblem) { try close(frame) } catch { report(place.error(error.problem)) }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>, _ place: XMLPlace) {
    if skippedDepth > 0 { return }
    if literal != nil {
      literal?.text(bytes)
      return
    }
    guard let top = frames.indices.last else { return }
    if frames[top].takesText {
      frames[top].text.append(contentsOf: bytes)
    } else if let index = bytes.firstIndex(where: { !$0.isXMLSpace }), !frames[top].hasStrayText {
      frames[top].hasStrayText = true
      report(place.error(.strayText, at: index, of: bytes))
    }
  }

  func comment(_ text: String) { if skippedDepth == 0 { literal?.comment(text) } }

  func instruction(_ target: String, _ data: String?) {
    if skippedDepth == 0 { literal?.instruction(target, data) }
  }

  // MARK: Quads

  /// Passes a triple on, to the triple term that is open or to the sink.
  func emit(_ subject: Subject, _ predicate: IRI, _ object: Term) {
    let triple = Triple(subject, predicate, object)
    guard captured.isEmpty else {
      captured[captured.count - 1].append(triple)
      return
    }
    guard failure == nil else { return }
    arena.removeAll()
    do { try sink.quad(arena.quad(Quad(triple))) } catch { failure = error }
  }

  private func declare(_ namespaces: [(prefix: String, namespace: String)]) {
    for (prefix, namespace) in namespaces where prefixes[prefix] != namespace {
      prefixes[prefix] = namespace
      guard failure == nil, !namespace.isEmpty, prefix.isEmpty || prefix.isTurtlePrefix else {
        continue
      }
      arena.removeAll()
      let declaration = PrefixBytes(
        number: prefixCount, name: arena.copy(prefix), namespace: arena.copy(namespace))
      prefixCount += 1
      do { try sink.prefix(declaration) } catch { failure = error }
    }
  }

  // MARK: Names

  /// A node that no other part of the document names.
  func freshNode() -> Subject {
    anonymousCount += 1
    return .blank("anon\(anonymousCount)")
  }

  /// The node of an `rdf:nodeID`.
  func node(_ id: String) throws(RDFXMLProblem) -> Subject {
    guard id.isNCName else { throw RDFXMLProblem(.notAName(id)) }
    // Labels of ours start so, and none of the file's becomes one.
    return .blank(id.hasPrefix("anon") ? "anon-" + id : id)
  }

  /// The IRI of an `rdf:ID`, which a document may have once.
  func identifier(_ id: String, _ scope: RDFXMLScope) throws(RDFXMLProblem) -> IRI {
    guard id.isNCName else { throw RDFXMLProblem(.notAName(id)) }
    let iri = try resolve("#" + id, scope)
    guard identifiers.insert(iri.value) else { throw RDFXMLProblem(.duplicateID(id)) }
    return iri
  }

  /// The absolute IRI of a reference.
  func resolve(_ reference: String, _ scope: RDFXMLScope) throws(RDFXMLProblem) -> IRI {
    for byte in reference.utf8 where byte < 0x80 && !IRISyntax.isAllowed(byte) {
      throw RDFXMLProblem(.expected(.iriCharacter))
    }
    if IRISyntax.hasScheme(reference) { return IRI(reference) }
    guard let base = scope.base else { throw RDFXMLProblem(.relativeIRI(reference)) }
    return IRISyntax.resolve(reference, against: base)
  }
}

/// What is wrong with an element, before its place is known.
struct RDFXMLProblem: Error {
  let problem: SyntaxError.Problem
  init(_ problem: SyntaxError.Problem) { self.problem = problem }
}

/// What elements take over from those around them.
struct RDFXMLScope {
  /// What relative IRIs are resolved against.
  var base: IRI?
  var language: String?
  var direction: BaseDirection?
  /// Whether the words of RDF 1.2 count.
  var knowsTripleTerms = false
}

/// An element that is open.
struct RDFXMLFrame {
  /// What an element is, and what may stand in it.
  enum Kind {
    /// `rdf:RDF`: node elements.
    case document
    /// A node element: property elements.
    case node(Subject)
    /// A property element whose content tells what it is: text or a node element.
    case property
    /// A property element whose object is known: nothing.
    case done
    /// `rdf:parseType="Resource"`: property elements of this node.
    case resource(Subject)
    /// `rdf:parseType="Collection"`: node elements, and the last cell so far.
    case collection(last: Subject?)
    /// `rdf:parseType="Literal"`: any XML.
    case literal
    /// `rdf:parseType="Triple"`: node elements that say one triple.
    case triple
  }

  var kind: Kind
  let scope: RDFXMLScope
  /// What a property element says its triple about, and by which predicate.
  var statement: RDFXMLStatement?
  /// How many `rdf:li` there were.
  var memberCount = 0
  var text: [UInt8] = []
  var hasStrayText = false

  var takesText: Bool { if case .property = kind { true } else { false } }
}

/// A property element without its object.
struct RDFXMLStatement {
  let subject: Subject
  let predicate: IRI
  /// The node of an `rdf:ID`, which the triple is reified by.
  var reification: IRI?
  /// The node of an `rdf:annotation`.
  var annotation: Subject?
  var datatype: IRI?
}

extension XMLName {
  /// Whether XML keeps the name for itself.
  var isReserved: Bool { (prefix ?? local).lowercased().hasPrefix("xml") }
}

extension UInt8 {
  var isXMLSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0a || self == 0x0d }
}

extension String {
  /// Whether it is a name of XML without a colon.
  var isNCName: Bool {
    guard let first = unicodeScalars.first, NameCharacters.isBase(first.value) || first == "_"
    else { return false }
    return unicodeScalars.dropFirst().allSatisfy { NameCharacters.isInner($0.value) || $0 == "." }
  }

  /// Whether an XML prefix may be one of Turtle too.
  fileprivate var isTurtlePrefix: Bool {
    guard let first = unicodeScalars.first else { return false }
    return NameCharacters.isBase(first.value) && unicodeScalars.last != "."
  }
}
