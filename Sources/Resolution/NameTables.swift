/// Closed lists of words that names are read with; all in folded form (see ``NameTokens``).
enum NameTables {
  /// Words that name something of their own, or nothing, without the word that makes them a company's.
  static let general: Set<String> = [
    "american", "british", "corporate", "digital", "european", "first", "general", "global",
    "international", "internet", "national", "standard", "television", "united", "universal",
  ]

  /// Letters that are words of their own, whatever begins with them.
  static let commonLetters: Set<String> = [
    "ad", "ai", "am", "bc", "cd", "ceo", "cfo", "dj", "dna", "dvd", "gdp", "gp", "hiv", "hq", "id",
    "ip", "it", "md", "mep", "mp", "ok", "pa", "pc", "phd", "pm", "pr", "ps", "tv", "uk", "us",
    "vat",
    "vip", "wc",
  ]

  /// Legal forms and other words that a company's name has or has not.
  static let softOrganizationWords: Set<String> = [
    "ltd", "limited", "inc", "incorporated", "corp", "corporation", "co", "company", "companies",
    "plc", "llc", "llp", "lp", "pte", "pty", "gmbh", "ag", "sa", "nv", "bv", "spa", "ab", "oyj",
    "oy", "asa", "kk", "kgaa", "se", "sarl", "sas", "group", "holding", "holdings",
  ]

  /// Legal forms that show a name to be an organisation's wherever they end it.
  static let legalForms: Set<String> = [
    "ltd", "limited", "inc", "incorporated", "corp", "corporation", "plc", "llc", "llp", "pte",
    "gmbh",
  ]

  /// Words for what somebody does, which texts write large for the one who does it.
  static let offices: Set<String> = [
    "ambassador", "boss", "captain", "chairman", "chancellor", "chief", "coach", "commissioner",
    "director", "editor", "executive", "governor", "leader", "manager", "mayor", "minister",
    "officer", "pm", "premier", "president", "secretary", "speaker", "spokesman", "spokeswoman",
  ]

  /// Words for kinds of things that texts write large for the one they speak of.
  static let kinds: Set<String> = [
    "academy", "act", "administration", "airport", "albion", "arena", "army", "assembly",
    "association",
    "athletic", "authority", "bank", "bill", "board", "borough", "bureau", "cabinet", "cathedral",
    "center", "central", "centre", "chamber", "church", "city", "club", "college", "commission",
    "committee", "company", "congress", "constitution", "corporation", "council", "county", "court",
    "department", "district", "exchange", "federation", "forum", "foundation", "government",
    "group", "hall", "hospital", "house", "institute", "institution", "league", "library", "metro",
    "ministry", "museum", "navy", "office", "organisation", "organization", "palace", "park",
    "parliament", "party", "police", "republic", "rovers", "school", "senate", "society", "stadium",
    "state", "street", "theater", "theatre", "town", "trust", "underground", "union", "united",
    "university", "village", "wanderers",
  ]

  /// Words that tell what a company does, which its short name leaves out.
  static let descriptors: Set<String> = [
    "airlines", "airways", "automotive", "bank", "city", "communications", "computer", "computers",
    "dc", "digital", "electronics", "energy", "industries", "intelligent", "international",
    "laboratories", "motor", "motors", "networks", "oil", "petroleum", "pharmaceutical",
    "pharmaceuticals", "province", "sciences", "semiconductor", "semiconductors", "software",
    "solutions", "state", "systems", "technologies", "technology", "telecom", "telecommunications",
  ]

  /// Titles that stand before a person's name and are no part of it.
  static let titles: Set<String> = [
    "mr", "mrs", "ms", "miss", "mister", "madam", "dr", "doctor", "prof", "professor", "sir",
    "dame", "lord", "lady", "president", "vice", "prime", "minister", "premier", "chancellor",
    "secretary", "senator", "sen", "representative", "rep", "congressman", "congresswoman",
    "governor", "gov", "mayor", "general", "gen", "colonel", "col", "major", "maj", "captain",
    "capt", "lieutenant", "lt", "sergeant", "sgt", "admiral", "adm", "judge", "justice",
    "ambassador", "attorney", "chairman", "chairwoman", "chief", "executive", "officer", "director",
    "rev", "reverend", "father", "sister", "bishop", "archbishop", "cardinal", "rabbi", "imam",
    "sheikh", "ceo", "cfo", "cto", "founder", "co", "cofounder", "spokesman", "spokeswoman",
    "spokesperson", "analyst",
    "deputy", "former", "foreign", "finance", "defence", "defense", "interior", "health",
    "education", "detective", "inspector", "superintendent", "constable", "coach",
    "manager", "mp", "mep", "commissioner", "skipper", "striker", "midfielder", "defender",
    "goalkeeper", "keeper", "winger", "flanker", "hooker", "prop", "fullback", "actor", "actress",
    "singer", "rapper", "novelist", "economist", "shadow", "taoiseach",
  ]

  /// Titles that are kept as part of the name: "Prince Charles" is no "Charles".
  static let royalTitles: Set<String> = [
    "prince", "princess", "king", "queen", "pope", "saint", "st",
  ]

  /// Titles that tell the gender.
  static let maleTitles: Set<String> = ["mr", "mister", "sir", "lord", "congressman"]
  /// Titles that tell the gender.
  static let femaleTitles: Set<String> = [
    "mrs", "ms", "miss", "madam", "dame", "lady", "congresswoman",
  ]

  /// Family names that stand before the given name.
  static let leadingFamilyNames: Set<String> = [
    "bai", "cai", "cao", "chang", "chen", "cheng", "cheung", "choi", "chung", "deng", "ding",
    "dong",
    "du", "fan", "fang", "feng", "fu", "gao", "gu", "guo", "han", "he", "hong", "hou", "hu",
    "huang",
    "jia", "jiang", "jin", "jung", "kang", "kim", "kong", "lai", "lam", "lee", "lei", "li", "liang",
    "liao", "lim", "lin", "liu", "lu", "luo", "ma", "mao", "meng", "ng", "nguyen", "pan", "park",
    "peng", "qian", "qin", "ren", "shen", "shi", "song", "su", "sun", "tan", "tang", "tian", "tran",
    "tsai", "wang", "wei", "wen", "wong", "wu", "xi", "xia", "xiao", "xie", "xu", "xue", "yan",
    "yang", "yao", "ye", "yin", "yu", "yuan", "zeng", "zhang", "zhao", "zheng", "zhong", "zhou",
    "zhu", "zou",
  ]

  /// Short forms of given names, with the full form that both are compared by.
  static let nicknames: [String: String] = [
    "abby": "abigail", "al": "albert", "alex": "alexander", "andy": "andrew", "barb": "barbara",
    "ben": "benjamin", "bernie": "bernard", "bert": "albert", "beth": "elizabeth",
    "betty": "elizabeth", "bill": "william", "billy": "william", "bob": "robert",
    "bobby": "robert", "cathy": "catherine", "charlie": "charles", "chris": "christopher",
    "chuck": "charles", "dan": "daniel", "danny": "daniel", "dave": "david", "debbie": "deborah",
    "dick": "richard", "don": "donald", "ed": "edward", "eddie": "edward", "fred": "frederick",
    "greg": "gregory", "jeff": "jeffrey", "jen": "jennifer", "jenny": "jennifer",
    "jerry": "gerald", "jim": "james", "jimmy": "james", "joe": "joseph", "jon": "jonathan",
    "josh": "joshua", "kate": "katherine", "kathy": "katherine", "ken": "kenneth",
    "larry": "lawrence", "liz": "elizabeth", "maggie": "margaret", "matt": "matthew",
    "mick": "michael", "mike": "michael", "mo": "maurice", "nick": "nicholas", "pam": "pamela",
    "pat": "patrick",
    "pete": "peter", "phil": "philip", "ray": "raymond", "rick": "richard", "rob": "robert",
    "ron": "ronald", "sam": "samuel", "steve": "steven", "stephen": "steven", "sue": "susan",
    "ted": "edward", "terry": "terence", "tim": "timothy", "tom": "thomas", "tony": "anthony",
    "vince": "vincent", "will": "william",
  ]

  /// Small words that a family name may begin with.
  static let particles: Set<String> = [
    "al", "bin", "da", "dal", "de", "del", "della", "den", "der", "di", "dos", "du", "el", "ibn",
    "la", "le", "ten", "ter", "van", "von", "zu",
  ]

  /// Short forms of words, with the word that both are compared by.
  static let abbreviations: [String: String] = [
    "assn": "association", "bros": "brothers", "dept": "department", "govt": "government",
    "intl": "international", "mt": "mount", "mtn": "mountain", "natl": "national",
    "univ": "university",
  ]

  /// The second words of countries called "United …" before other words, with the short form that
  /// both are compared by: "United States Air Force", "US Air Force".
  static let unitedCountries: [String: String] = ["states": "us", "kingdom": "uk"]

  /// Words that an acronym passes over.
  static let passedOver: Set<String> = ["of", "the", "and", "for", "in", "on", "to", "de", "a"]

  /// Words behind a head that tell nothing of the thing: prepositions, auxiliaries, relative words.
  static let functionWords: Set<String> = [
    "of", "and", "for", "in", "on", "to", "de", "at", "by", "with", "from", "who", "that", "which",
    "is", "was", "were", "are", "be", "been", "has", "had", "have", "as", "it", "he", "she", "they",
  ]

  /// Words that stand for some thing or other, never for the same one twice.
  static let indefinites: Set<String> = [
    "anybody", "anyone", "anything", "everybody", "everyone", "everything", "nobody", "none",
    "nothing", "other", "others", "somebody", "someone", "something", "thing", "things", "it",
    "they", "them", "this", "that", "these", "those", "one", "ones", "lot", "lots", "rest", "much",
    "more", "most", "what", "which", "who",
  ]

  /// Determiners, possessives and quantifiers that make a phrase a particular thing.
  static let determiners: Set<String> = [
    "a", "an", "the", "this", "that", "these", "those", "its", "his", "her", "their", "our", "my",
    "your", "some", "any", "each", "every", "all", "both", "either", "neither", "no", "many",
    "several", "few", "most", "more", "another", "other", "such", "one", "two", "three", "four",
    "five", "six", "seven", "eight", "nine", "ten", "dozens", "hundreds", "thousands",
    "millions", "billions", "half",
  ]
}
