/// Past forms of irregular verbs that texts have too rarely for the table of known forms, or that it
/// has wrong.
enum IrregularVerbs {
  /// The base of a lower-cased past tense or past participle.
  static func base(ofPast form: String) -> String? { pasts[form] }

  private static let pasts: [String: String] = [
    "abode": "abide", "arisen": "arise", "awoke": "awake", "awoken": "awake", "beaten": "beat",
    "befallen": "befall", "befell": "befall", "begot": "beget", "begotten": "beget",
    "beheld": "behold", "besought": "beseech", "bit": "bite", "bitten": "bite", "bled": "bleed",
    "borne": "bear", "bound": "bind", "burnt": "burn", "clung": "cling", "dove": "dive",
    "dreamt": "dream", "drunk": "drink", "dwelt": "dwell", "fled": "flee", "flung": "fling",
    "forbidden": "forbid", "forgiven": "forgive", "forgone": "forgo", "forsaken": "forsake",
    "forsook": "forsake", "forwent": "forgo", "froze": "freeze", "ground": "grind",
    "knelt": "kneel", "lain": "lie", "leant": "lean", "leapt": "leap", "lent": "lend",
    "mown": "mow", "pled": "plead", "risen": "rise", "rung": "ring", "sang": "sing",
    "sawn": "saw", "sewn": "sew", "shone": "shine", "shook": "shake", "shorn": "shear",
    "shrank": "shrink", "slain": "slay", "slew": "slay", "slid": "slide", "slung": "sling",
    "slunk": "slink", "smelt": "smell", "smitten": "smite", "smote": "smite", "snuck": "sneak",
    "spat": "spit", "sped": "speed", "spelt": "spell", "spilt": "spill", "sprung": "spring",
    "spun": "spin", "stank": "stink", "stricken": "strike", "stridden": "stride",
    "striven": "strive", "strode": "stride", "strove": "strive", "strung": "string",
    "stung": "sting", "sung": "sing", "swam": "swim", "swollen": "swell", "swore": "swear",
    "swum": "swim", "thriven": "thrive", "throve": "thrive", "tore": "tear", "trod": "tread",
    "trodden": "tread", "wept": "weep", "wound": "wind", "wove": "weave", "woven": "weave",
    "wrung": "wring",
  ]
}
