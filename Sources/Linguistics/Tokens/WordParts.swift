/// What the treebank (UD English EWT) takes apart and what it leaves whole.
enum WordParts {
  /// Prefixes that keep their hyphen and stay in one token with the word: "co-founder".
  static let prefixes: Set<String> = [
    "anti", "arch", "bi", "co", "counter", "cross", "de", "e", "ex", "extra", "hyper", "inter",
    "intra", "macro", "mega", "meta", "micro", "mid", "mini", "multi", "neo", "non", "over", "pan",
    "para", "post", "pre", "pro", "proto", "pseudo", "psycho", "quasi", "re", "semi", "socio",
    "sub", "super", "trans", "tri", "ultra", "un", "under", "uni", "vice",
  ]

  /// What may follow an apostrophe as a token of its own.
  static let clitics: Set<String> = [
    "s", "re", "ve", "ll", "d", "m", "S", "RE", "VE", "LL", "D", "M",
  ]

  /// Words that begin with an apostrophe.
  static let elided: Set<String> = ["em", "til", "tis", "twas", "cause", "bout", "round", "n"]

  /// Words of two tokens without a mark between them, and the bytes of the first.
  static let fused: [String: Int] = [
    "cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3, "gimme": 3, "lemme": 3, "dont": 2,
    "didnt": 3, "doesnt": 4, "isnt": 2, "wasnt": 3, "arent": 3, "werent": 4, "couldnt": 5,
    "wouldnt": 5, "shouldnt": 6, "hasnt": 3, "havent": 4, "hadnt": 3,
  ]

  /// What may follow a number without a space and is a token of its own: "5pm", "35mm", "3bn".
  static let units: Set<String> = [
    "am", "pm", "k", "m", "mn", "mln", "bn", "tn", "b", "mm", "cm", "km", "kg", "g", "mg", "ft",
    "in", "lb", "lbs", "oz", "mph", "kph", "km/h", "kw", "mw", "gw", "kwh", "mwh", "hz", "khz",
    "mhz", "ghz", "kb", "mb", "gb", "tb", "pb", "ml", "l", "hrs", "hr", "h", "min", "mins", "sec",
    "secs", "yrs", "yr", "px", "mp", "nm", "p", "million", "billion", "trillion", "crore", "lakh",
    "year", "years", "day", "days", "months", "month", "ha", "bps", "pc",
  ]

  /// What may follow a number and stays with it: "20th", "1980s".
  static let ordinals: Set<String> = ["st", "nd", "rd", "th", "s"]

  /// Letters that stand before a dollar or other currency sign in one token: "US$".
  static let currencyPrefixes: Set<String> = [
    "US", "C", "A", "HK", "S", "NZ", "R", "AU", "CA", "CAN", "CDN", "NT", "AUD", "USD", "J", "CN",
    "RMB", "MX", "TT", "Z", "Bds", "EC",
  ]

  /// Faces that are one token.
  static let faces: Set<String> = [
    ":)", ":(", ";)", ":-)", ":-(", ";-)", ":D", ":P", ":-D", ":-P", "=)", "=(", ":/", ":-/", "<3",
    ";(", ":'(", "^_^", "-_-", "8)", "->", "<-", "=>", ":o", ":O",
  ]
}
