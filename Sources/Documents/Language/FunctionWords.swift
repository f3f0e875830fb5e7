/// The commonest function words of languages in Latin letters, by which a text's language shows.
enum FunctionWords {
  /// The BCP 47 tags of the languages, English first.
  static let tags = profiles.map(\.tag)

  /// The languages that have a word, bit *i* for `tags[i]`; 0 if none has.
  ///
  /// The word is given by its ``hash(_:_:)``, letter by letter.
  static func languages(ofWord hash: UInt64) -> UInt32 { masks[hash] ?? 0 }

  /// The languages that a letter tells, bit *i* for `tags[i]`; 0 if it tells none.
  static func languages(ofLetter letter: UInt32) -> UInt32 { letterMasks[letter] ?? 0 }

  private static let letterMasks: [UInt32: UInt32] = {
    var masks: [UInt32: UInt32] = [:]
    for (tag, letters) in tellingLetters {
      guard let index = tags.firstIndex(of: tag) else { continue }
      for letter in letters.unicodeScalars { masks[letter.value, default: 0] |= 1 << UInt32(index) }
    }
    return masks
  }()

  /// Letters that one or two languages have alone.
  private static let tellingLetters: [(tag: String, letters: String)] = [
    ("pl", "łŁąĄęĘśŚźŹżŻńŃćĆ"), ("hu", "őŐűŰ"), ("tr", "ğĞıİşŞ"), ("cs", "řŘůŮěĚ"), ("sk", "ľĽĺŕ"),
    ("ro", "țȚșȘăĂ"), ("de", "ß"), ("es", "ñÑ"), ("pt", "õÕ"),
    ("vi", "đĐơưạảấầẩẫậắằếềệọốồộớờợụứừự"),
    ("hr", "đĐ"),
  ]

  /// The hash of no letters.
  static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

  /// The hash of a word with one more letter (FNV-1a over lower-case letters).
  static func hash(_ hash: UInt64, _ letter: UInt32) -> UInt64 {
    var lower = letter
    switch letter {
    case 0x41...0x5a, 0xc0...0xd6, 0xd8...0xde: lower = letter + 0x20
    case 0x100...0x137, 0x14a...0x177: lower = letter | 1
    default: break
    }
    return (hash ^ UInt64(lower)) &* 0x100_0000_01b3
  }

  private static let masks: [UInt64: UInt32] = {
    var masks: [UInt64: UInt32] = [:]
    for (i, profile) in profiles.enumerated() {
      for word in profile.words.split(separator: " ") {
        let key = word.unicodeScalars.reduce(seed) { hash($0, $1.value) }
        masks[key, default: 0] |= 1 << UInt32(i)
      }
    }
    return masks
  }()

  private static let profiles: [(tag: String, words: String)] = [
    (
      "en",
      "the of and to in a is that for it was on with as his he be by at are this have from or had not but what they you were her she there been one all we their has will would who if more no said its an about which when out up do can than so some them"
    ),
    (
      "de",
      "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde"
    ),
    (
      "fr",
      "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec ou son aux ses mais comme été ont cette elle fait nous leur sa être deux ces même après où vous je était"
    ),
    (
      "es",
      "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde está"
    ),
    (
      "it",
      "di e il la che in a per è un del non i da le con si una dei nel alla al più della sono come anche ma gli ha lo o se delle su ed dal nella degli ai questo tra stato essere alle suo dalla cui anni ancora"
    ),
    (
      "pt",
      "de a o que e do da em um para com não uma os no se na por mais as dos como mas foi ao ele das à seu sua ou ser quando muito nos já está também só pelo pela até isso ela entre depois sem mesmo aos são"
    ),
    (
      "nl",
      "de van het een en in is dat op te zijn met voor die niet aan er om ook als dan maar bij uit nog door over naar hij heeft ze wordt tot je werd wel deze hebben was had geen zich meer hun kan worden"
    ),
    (
      "sv",
      "och i att det som en på är av för med den till inte har de ett om var jag men så från han vi kan hon när nu ska där eller sig efter också alla man vid mot under än här bara sin"
    ),
    (
      "da",
      "og i at det er en til på af for der som de med den han har ikke et men om var jeg fra vi kan så hun sig ved eller også efter blev nu skal når mod over havde ud være op sin hvor"
    ),
    (
      "nb",
      "og i det er på til som en at for av med han har de ikke den om et men var jeg fra seg vi kan så hun ble ved eller også etter skal når mot over hadde ut være opp sin hvor dette bli noe"
    ),
    (
      "fi",
      "ja on ei se että oli hän mutta ovat kun niin joka myös kuin sen ole mukaan hänen jos olla tai sekä ollut jo vain nyt vielä voi kanssa ne jälkeen tämä mitä hän siitä kaikki ennen sitä"
    ),
    (
      "pl",
      "w i z na do się nie to że jest o za jak od po przez dla co są jego tym czy ale tak tego był oraz ich już jej która który które było może być przy bardzo tylko pod przed"
    ),
    (
      "cs",
      "a se v na je že o s z do to i ve jako za k si který ale po od jsou by pro jeho tak byl podle už jen až nebo při která které před jejich bylo tím také této mezi"
    ),
    (
      "sk",
      "a sa v na je že o s z do to aj vo ako za k si ktorý ale po od sú by pre jeho tak bol podľa už len až alebo pri ktorá ktoré pred ich bolo tým tiež medzi"
    ),
    (
      "hu",
      "a az és hogy nem is egy volt ez meg van csak mint de már el ha még azt vagy ezt minden fel pedig között után szerint lesz ki majd itt ami aki amely kell lehet"
    ),
    (
      "ro",
      "de și în a la cu că o pe din un care este nu pentru mai au fost se ce prin sau dar sunt după lui cele fi despre această acest între ca ale acum doar dacă"
    ),
    (
      "tr",
      "ve bir bu da de için ile çok olarak daha olan ne gibi kadar sonra en o ama var ya değil her mi ise olduğu tarafından göre şey büyük yeni iki diye"
    ),
    (
      "id",
      "yang dan di dari untuk dengan pada ini itu tidak dalam akan adalah ke juga oleh telah sebagai ada mereka bisa karena lebih saat tersebut menjadi sudah atau kepada dia tahun seperti"
    ),
    (
      "vi",
      "và của là có không được trong cho một các người với những này đã để đến khi ra về vào cũng như từ tại nhiều năm trên nhưng ông sẽ theo bị lại"
    ),
    (
      "hr",
      "i u je na se da su za od s koji ne o kao iz bi to što nije a do ili koja samo će po kako koje bio te biti jer više nakon prema već ali sve između"
    ),
    (
      "ca",
      "de la i el que a en els per un una les amb del és no es al d'un ha com més seva seu però són aquest aquesta també pel ser dels fins entre anys quan molt tot"
    ),
  ]
}
