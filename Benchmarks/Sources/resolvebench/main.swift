import Extraction
import Glibc
import GraphModel
import Resolution

/// Measures resolution against the number of mentions, on documents made up here:
///
///     swift run -c release --package-path Benchmarks resolvebench [MENTIONS…]
///
/// Prints for each number of mentions (10000, 100000 and 1000000 if none is given) the documents, the
/// entities, and the seconds of CPU time that resolving within and across documents takes.

/// A generator of numbers that is the same everywhere (splitmix64).
struct Generator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var x = state
    x = (x ^ (x >> 30)) &* 0xBF58_476D_1CE4_E5B9
    x = (x ^ (x >> 27)) &* 0x94D0_49BB_1331_11EB
    return x ^ (x >> 31)
  }

  /// A small number more often than a large one, as names are in news.
  mutating func skewed(below limit: Int) -> Int {
    let share = Double(next() >> 11) / Double(1 << 53)
    return min(limit - 1, Int(share * share * share * Double(limit)))
  }
}

func word(_ number: Int, capital: Bool = true) -> String {
  let onsets = ["b", "d", "f", "gr", "k", "l", "m", "n", "p", "r", "s", "t", "v", "w", "z", "st"]
  let rhymes = ["a", "en", "i", "or", "u", "al", "ist", "on"]
  var rest = number
  var text = ""
  repeat {
    text += onsets[rest % 16] + rhymes[rest / 16 % 8]
    rest /= 128
  } while rest > 0
  return capital ? text.prefix(1).uppercased() + text.dropFirst() : text
}

/// A thing of the made-up world: its names, the full one first.
func names(_ number: Int) -> (type: String, names: [String]) {
  switch number % 3 {
  case 0:
    let (given, family) = (word(number % 211), word(500 + number / 5))
    return ("Person", ["\(given) \(family)", family])
  case 1:
    let (first, second) = (word(90_000 + number), word(number % 97))
    return ("Organization", ["\(first) \(second) Ltd.", first])
  default: return ("Place", [word(400_000 + number)])
  }
}

/// The documents for a number of mentions: 25 each, of ten things, a dozen documents a story.
func corpus(mentions: Int) -> [ExtractedDocument] {
  var generator = Generator(state: 7)
  let documents = max(1, mentions / 25)
  let things = max(30, mentions / 10)
  return (0..<documents).map { document in
    let story = document / 12
    let cast = (0..<10).map { place in
      place < 6
        ? (story * 7 + place * 3 + Int(generator.next() % 2)) % things
        : generator.skewed(below: things)
    }
    var mentions: [Mention] = []
    var offset = 0
    func add(_ text: String, _ kind: Mention.Kind, type: String?, chain: Int, definite: Bool) {
      let core = definite ? String(text.dropFirst(4)) : text
      guard let span = TextSpan(offset..<offset + text.unicodeScalars.count) else { return }
      offset += text.unicodeScalars.count + 1
      mentions.append(
        Mention(
          sentence: mentions.count / 3, span: span, text: text, core: core,
          headLemma: core.lowercased(), kind: kind, type: type, number: .singular,
          gender: .unknown, isDefinite: definite, chain: chain))
    }
    for turn in 0..<25 {
      let thing = cast[Int(generator.next() % 10)]
      if turn % 5 == 4 {
        let noun = word(Int(generator.next() % 300), capital: false)
        add("the " + noun, .nominal, type: nil, chain: 1_000_000 + turn, definite: true)
      } else {
        let (type, known) = names(thing)
        let isFirst = !mentions.contains { $0.chain == thing }
        add(
          isFirst ? known[0] : known[known.count - 1], .name, type: type, chain: thing,
          definite: false)
      }
    }
    return ExtractedDocument(mentions: mentions, claims: [])
  }
}

func seconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

let sizes = CommandLine.arguments.dropFirst().compactMap { Int($0) }
print("mentions\tdocuments\tentities\twithin s\tacross s\tmicroseconds a mention")
for size in sizes.isEmpty ? [10_000, 100_000, 1_000_000] : Array(sizes) {
  let documents = corpus(mentions: size)
  let start = seconds()
  let resolver = LocalResolver()
  let local = documents.enumerated().map { number, document in
    DocumentEntities(
      document: DocumentID(name: "d\(number)"), resolution: resolver.resolve(document))
  }
  let middle = seconds()
  let global = GlobalResolver().resolve(local)
  let end = seconds()
  func rounded(_ number: Double) -> String { String((number * 100).rounded() / 100) }
  print(
    size, documents.count, global.entities.count, rounded(middle - start), rounded(end - middle),
    rounded((end - start) * 1e6 / Double(size)), separator: "\t")
}
