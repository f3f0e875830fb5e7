/// The currencies and units that amounts are counted in.
enum Units {
  /// Signs before a number.
  static let signs: [String: String] = [
    "$": "USD", "us$": "USD", "usd$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR",
    "₩": "KRW", "₽": "RUB", "₺": "TRY", "₪": "ILS", "₦": "NGN", "₫": "VND", "฿": "THB", "₱": "PHP",
    "₴": "UAH", "c$": "CAD", "ca$": "CAD", "can$": "CAD", "cdn$": "CAD", "a$": "AUD", "au$": "AUD",
    "hk$": "HKD", "s$": "SGD", "nz$": "NZD", "nt$": "TWD", "r$": "BRL", "mx$": "MXN", "cn¥": "CNY",
    "rs": "INR", "rs.": "INR", "rmb": "CNY", "usd": "USD", "eur": "EUR", "gbp": "GBP", "cny": "CNY",
    "jpy": "JPY", "inr": "INR", "hkd": "HKD", "sgd": "SGD", "cad": "CAD", "aud": "AUD",
    "chf": "CHF", "krw": "KRW", "rub": "RUB", "brl": "BRL", "sek": "SEK", "nok": "NOK",
    "dkk": "DKK", "nzd": "NZD", "twd": "TWD", "mxn": "MXN", "zar": "ZAR", "sfr": "CHF",
  ]

  /// Words after a number, one word each, in small letters.
  static let currencies: [String: String] = [
    "dollar": "USD", "dollars": "USD", "euro": "EUR", "euros": "EUR", "yen": "JPY", "yuan": "CNY",
    "renminbi": "CNY", "rmb": "CNY", "won": "KRW", "rupee": "INR", "rupees": "INR",
    "rouble": "RUB", "roubles": "RUB", "ruble": "RUB", "rubles": "RUB", "real": "BRL",
    "reais": "BRL", "rand": "ZAR", "baht": "THB", "ringgit": "MYR", "rupiah": "IDR", "lira": "TRY",
    "shekel": "ILS", "shekels": "ILS", "zloty": "PLN", "zlotys": "PLN", "forint": "HUF",
    "forints": "HUF", "dirham": "AED", "dirhams": "AED", "riyal": "SAR", "riyals": "SAR",
    "naira": "NGN", "hryvnia": "UAH", "sterling": "GBP", "usd": "USD", "eur": "EUR", "gbp": "GBP",
    "cny": "CNY", "jpy": "JPY", "inr": "INR", "hkd": "HKD", "sgd": "SGD", "cad": "CAD",
    "aud": "AUD", "chf": "CHF", "krw": "KRW", "rub": "RUB", "brl": "BRL",
    "sek": "SEK", "nok": "NOK", "dkk": "DKK", "pln": "PLN", "czk": "CZK", "huf": "HUF",
    "thb": "THB", "zar": "ZAR", "mxn": "MXN", "nzd": "NZD", "twd": "TWD", "ils": "ILS",
    "uah": "UAH", "sar": "SAR", "aed": "AED", "idr": "IDR", "myr": "MYR", "php": "PHP",
    "kronor": "SEK", "taka": "BDT", "dong": "VND", "tenge": "KZT", "afghani": "AFN",
    "afghanis": "AFN",
  ]

  /// Currencies that take the name of a country before them.
  static let national: [String: [String: String]] = [
    "dollars": [
      "us": "USD", "u.s.": "USD", "american": "USD", "canadian": "CAD", "australian": "AUD",
      "singapore": "SGD", "taiwan": "TWD", "zealand": "NZD", "kong": "HKD",
    ],
    "pounds": ["british": "GBP", "egyptian": "EGP", "syrian": "SYP", "lebanese": "LBP"],
    "francs": ["swiss": "CHF", "french": "FRF", "belgian": "BEF", "cfa": "XOF"],
    "crowns": ["swedish": "SEK", "danish": "DKK", "norwegian": "NOK", "czech": "CZK"],
    "kronor": ["swedish": "SEK"], "kroner": ["danish": "DKK", "norwegian": "NOK"],
    "pesos": [
      "mexican": "MXN", "argentine": "ARS", "chilean": "CLP", "colombian": "COP",
      "philippine": "PHP",
    ],
    "rupees": ["pakistani": "PKR", "indian": "INR", "sri": "LKR"],
    "won": ["korean": "KRW"], "yuan": ["chinese": "CNY"], "yen": ["japanese": "JPY"],
    "rubles": ["russian": "RUB"], "marks": ["german": "DEM"],
  ]

  /// Words for a part of a hundred.
  static let percent: Set<String> = ["%", "percent", "pct", "pc"]

  /// Units after a number, by the words for them; the value is how the unit is told.
  static let units: [String: String] = [
    "year": "year", "years": "year", "yr": "year", "yrs": "year", "month": "month",
    "months": "month", "week": "week", "weeks": "week", "day": "day", "days": "day",
    "hour": "hour", "hours": "hour", "hr": "hour", "hrs": "hour", "minute": "minute",
    "minutes": "minute", "min": "minute", "mins": "minute", "second": "second",
    "seconds": "second", "decade": "decade", "decades": "decade", "century": "century",
    "centuries": "century", "quarters": "quarter",
    "m": "metre", "metre": "metre", "metres": "metre", "meter": "metre", "meters": "metre",
    "km": "kilometre", "kilometre": "kilometre", "kilometres": "kilometre",
    "kilometer": "kilometre", "kilometers": "kilometre", "cm": "centimetre",
    "centimetres": "centimetre", "centimeters": "centimetre", "mm": "millimetre",
    "millimetres": "millimetre", "millimeters": "millimetre", "nm": "nanometre",
    "nanometer": "nanometre", "nanometers": "nanometre", "nanometre": "nanometre",
    "mile": "mile", "miles": "mile", "foot": "foot", "feet": "foot", "ft": "foot", "inch": "inch",
    "inches": "inch", "yard": "yard", "yards": "yard", "acre": "acre", "acres": "acre",
    "hectare": "hectare", "hectares": "hectare", "ha": "hectare",
    "kg": "kilogram", "kilogram": "kilogram", "kilograms": "kilogram", "kilo": "kilogram",
    "kilos": "kilogram", "g": "gram", "gram": "gram", "grams": "gram", "mg": "milligram",
    "lb": "pound", "lbs": "pound", "pound": "pound", "ounce": "ounce", "ounces": "ounce",
    "oz": "ounce", "ton": "ton", "tons": "ton", "tonne": "tonne", "tonnes": "tonne",
    "litre": "litre", "litres": "litre", "liter": "litre", "liters": "litre", "ml": "millilitre",
    "gallon": "gallon", "gallons": "gallon", "barrel": "barrel", "barrels": "barrel",
    "bushel": "bushel", "bushels": "bushel",
    "watt": "watt", "watts": "watt", "kw": "kilowatt", "kilowatts": "kilowatt", "mw": "megawatt",
    "megawatt": "megawatt", "megawatts": "megawatt", "gw": "gigawatt", "gigawatts": "gigawatt",
    "kwh": "kilowatt-hour", "mwh": "megawatt-hour", "volts": "volt", "volt": "volt",
    "hz": "hertz", "khz": "kilohertz", "mhz": "megahertz", "ghz": "gigahertz",
    "megahertz": "megahertz", "gigahertz": "gigahertz",
    "kb": "kilobyte", "mb": "megabyte", "megabytes": "megabyte", "gb": "gigabyte",
    "gigabytes": "gigabyte", "tb": "terabyte", "terabytes": "terabyte", "petabytes": "petabyte",
    "bytes": "byte", "bits": "bit", "pixels": "pixel", "megapixels": "megapixel",
    "megapixel": "megapixel", "mph": "mile per hour", "kph": "kilometre per hour",
    "knots": "knot", "kmh": "kilometre per hour",
    "m2": "square metre", "m²": "square metre", "km2": "square kilometre",
    "km²": "square kilometre", "m3": "cubic metre", "m³": "cubic metre", "°c": "degree Celsius",
    "°f": "degree Fahrenheit", "joule": "joule", "joules": "joule", "amps": "ampere",
    "calorie": "calorie", "calories": "calorie", "kcal": "kilocalorie", "decibels": "decibel",
    "milligrams": "milligram", "milligram": "milligram", "millilitres": "millilitre",
    "milliliters": "millilitre", "degree": "degree", "degrees": "degree", "carat": "carat",
    "carats": "carat",
  ]

  /// What a unit is counted over, after a slash: "km/h".
  static let rates = ["h": "hour", "hr": "hour", "s": "second", "l": "litre", "day": "day"]

  /// The scales of temperature after "degrees".
  static let degrees = [
    "celsius": "Celsius", "centigrade": "Celsius", "fahrenheit": "Fahrenheit", "c": "Celsius",
    "f": "Fahrenheit",
  ]

  /// Words after a unit that make another of it: "square feet".
  static let shapes: Set<String> = ["square", "cubic", "nautical", "light", "metric"]

  /// Cue words before an amount, longest first; each is a row of tokens.
  static let cues: [[String]] = [
    "no more than", "no less than", "no fewer than", "not more than", "as much as", "as many as",
    "as little as", "as few as", "at least", "at most", "up to", "more than", "less than",
    "fewer than", "greater than", "close to", "in excess of", "upward of", "upwards of",
    "well over", "just over", "just under", "just above", "just below", "a little over",
    "around", "about", "approximately", "approx.", "roughly", "nearly", "almost", "some", "over",
    "under", "above", "below", "only", "just", "exactly", "circa", "an estimated", "estimated",
    "a record", "maximum", "minimum", "another", "~", "virtually", "barely", "a mere", "only about",
    "well above", "well below",
  ].map { $0.split(separator: " ").map(String.init) }.sorted { $0.count > $1.count }
}
