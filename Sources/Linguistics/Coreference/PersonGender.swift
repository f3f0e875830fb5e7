/// A person's gender, from titles and first names.
enum Gender: Hashable, Sendable {
  case male
  case female

  /// Titles that tell it, in small letters without a stop.
  static let titles: [String: Gender] = [
    "mr": .male, "sir": .male, "lord": .male, "king": .male, "prince": .male, "mrs": .female,
    "ms": .female, "miss": .female, "lady": .female, "dame": .female, "queen": .female,
    "princess": .female, "mme": .female, "madame": .female, "baroness": .female, "sheikh": .male,
    "father": .male, "sister": .female, "brother": .male, "señor": .male, "señora": .female,
    "herr": .male, "frau": .female, "monsieur": .male,
  ]

  /// Titles that go with surnames and never with a first name alone, in small letters without a stop.
  static let surnameTitles: Set<String> = [
    "mr", "mrs", "ms", "miss", "dr", "prof", "professor", "herr", "frau", "monsieur", "mme",
  ]

  /// All titles before names, those that tell no gender too.
  static let allTitles: Set<String> = Set(titles.keys).union([
    "dr", "prof", "professor", "president", "gen", "general", "col", "colonel", "capt", "captain",
    "lt", "sgt", "maj", "sen", "senator", "rep", "gov", "governor", "rev", "judge", "justice",
    "secretary", "minister", "chancellor", "mayor", "ambassador", "pope", "cardinal", "bishop",
    "congressman", "congresswoman", "premier", "chairman", "chief", "prime", "vice", "hon", "st",
  ])

  /// The gender that a first name tells; `nil` for names of both and for those not listed.
  static func ofFirstName(_ name: String) -> Gender? {
    if maleNames.contains(name) { return .male }
    return femaleNames.contains(name) ? .female : nil
  }

  private static let maleNames = names(
    """
    aaron adam ahmed alan albert alejandro alexander alfred ali andre andreas andrew andy angelo \
    anthony antonio arnold arthur barack ben benjamin bernard bernie bill bob boris brad brandon \
    brian bruce carl carlos charles charlie chris christian christopher chuck claude colin craig \
    crawford dan daniel dave david dean dennis dick diego dmitry donald doug douglas duncan ed eddie \
    edward emmanuel eric ernest eugene evan felix fernando francis francisco francois frank franz \
    fred frederick gary gavin geoff geoffrey george gerald gerhard giovanni glenn gordon graham greg \
    gregory guy hans harold harry hassan heinrich helmut henri henry herbert howard hugh hugo ian \
    igor ivan jack jacob jacques jake james jamie jason jeff jeffrey jeremy jerry jim jimmy joachim \
    joe joel john johnny jon jonathan jorge jose josef joseph josh joshua juan julian justin karl \
    keith ken kenneth kevin klaus kurt larry lars lawrence lee leo leon leonard lewis liam louis \
    luca luis luke manuel marc marcel marco marcus mario mark martin marvin matt matthew maurice max \
    michael michel miguel mike mikhail mohamed mohammad mohammed muhammad nathan neil nicholas nick \
    nicolas nigel norman oleg oliver omar oscar otto pablo patrick paul pedro pete peter phil philip \
    philippe pierre rafael ralph ray raymond richard rick rob robert roberto robin rodrigo roger \
    roland ron ronald ross roy rudolf rudy rupert russell ryan sam samuel scott sean sebastian \
    sergei sergey shane simon stanley stefan stephen steve steven stuart ted terry theodore thomas \
    tim timothy todd tom tommy tony trevor victor vincent vladimir walter warren wayne werner \
    wilhelm will william wolfgang yuri zachary
    """)

  private static let femaleNames = names(
    """
    abigail ada agnes aisha alexandra alice alicia alison amanda amber amelia amy andrea angela \
    angelina anita ann anna anne annie antonia april audrey barbara beatrice becky bella bernadette \
    beth betty beverly bonnie brenda brigitte bridget camilla carla carly carmen carol carole \
    caroline carolyn catherine cecilia charlotte cheryl chloe christina christine cindy claire clara \
    claudia colleen condoleezza cynthia daisy dana deborah debbie debra denise diana diane dolores \
    donna dora doris dorothy edith eileen elaine eleanor elena elizabeth ella ellen emily emma erica \
    erika esther ethel eva evelyn fatima faye fiona florence frances gabriela gail georgia \
    geraldine gina ginger gloria grace greta hannah harriet hazel heather heidi helen helena hilary \
    hillary holly ida indira ingrid irene iris isabel isabella jackie jane janet janice jean jenna \
    jennifer jenny jessica jill joan joanna joanne jodie josephine joy joyce judith judy julia julie \
    june karen kate katherine kathleen kathryn kathy katie kay kelly kim kirsten kristen kristin \
    laura lauren laurie leila lena leslie lillian linda lisa liz loretta lori louise lucia lucy lydia \
    lynn madeleine maggie margaret maria marian marianne marie marilyn marina marjorie martha martine \
    mary maureen megan meghan melanie melinda melissa mercedes mia michelle mildred miriam molly \
    monica nadia nancy naomi natalia natalie natasha nicole nina nora norma olga olivia pamela \
    patricia paula pauline peggy penelope penny phyllis priscilla rachel rebecca regina renee rita \
    roberta rosa rose rosemary ruth sally samantha sandra sara sarah sharon sheila shirley silvia \
    sofia sonia sophia sophie stella stephanie sue susan suzanne svetlana sylvia tamara tanya tara \
    tatiana teresa theresa tina tracy ursula valerie vanessa vera veronica victoria violet virginia \
    vivian wendy whitney yolanda yvonne zoe
    """)

  private static func names(_ text: String) -> Set<String> {
    Set(text.split(separator: " ").map(String.init))
  }
}
