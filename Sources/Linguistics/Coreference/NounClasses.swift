/// What common nouns name, as far as coreference needs to know.
enum NounClasses {
  /// People, by what they do or are.
  static let persons = words(
    """
    academic accountant activist actor actress adult adviser advisor agent aide ally ambassador \
    analyst anchor animator applicant architect artist assistant astronaut athlete attorney author \
    aunt baby banker baron bishop blogger boss boxer boy brother builder businessman businesswoman \
    campaigner candidate captain cardinal ceo cfo chairman chairperson chairwoman champion \
    chancellor chef chemist chief child citizen civilian clerk coach co-author co-chair \
    co-founder co-owner colleague collector columnist comedian commander commentator commissioner \
    composer congressman congresswoman conservative consultant consumer contributor \
    controller convict co-worker coordinator cop correspondent councillor counsel counterpart couple \
    cousin creator critic cto daughter dealer defendant defender delegate democrat dentist \
    deputy designer detective dictator diplomat director doctor driver economist editor \
    emperor employee engineer entrepreneur envoy executive expert farmer father fighter \
    filmmaker financier fisherman follower footballer foreigner forward founder friend fugitive \
    general girl goalkeeper governor graduate grandfather grandmother guard guest gunman guy head \
    heir heiress hero historian hostage hunter husband immigrant industrialist insider \
    inspector instructor inventor investigator jockey journalist judge king lady lawmaker \
    lawyer lecturer legislator liberal lieutenant magistrate man manager mayor mechanic \
    mediator mentor midfielder migrant militant minister mogul monk mother murderer musician \
    negotiator neighbor neighbour nephew newcomer niece novelist nurse observer officer official \
    painter parent participant passenger patient peer people performer \
    person philanthropist philosopher photographer physician physicist pilot poet \
    policeman policewoman politician pope premier presenter president priest prime-minister prince \
    princess principal prisoner professor programmer promoter prosecutor protester \
    psychologist queen reader rebel receptionist recruit referee refugee reporter \
    representative republican researcher resident rider runner sailor salesman scholar \
    scientist secretary senator sergeant servant sheriff shooter shopper singer sister soldier \
    solicitor son songwriter speaker specialist spokesman spokesperson spokeswoman spouse star \
    striker student successor suspect teacher teammate technician teenager terrorist therapist \
    thief tourist trainer translator traveller traveler treasurer tycoon uncle undersecretary \
    user veteran vice-president victim viewer visitor volunteer voter warden whistleblower widow \
    wife winger witness woman worker writer youngster youth
    """)

  /// Offices of one person at a time, which texts write large for the one who has it.
  static let offices = words(
    """
    ambassador ceo chairman chairwoman chancellor commissioner director governor mayor minister officer \
    premier president secretary
    """)

  /// People or bodies, as it may be.
  static let parties = words(
    """
    buyer client competitor customer donor holder host investor leader \
    member owner partner pioneer player rival seller sponsor trader \
    winner contender opponent shareholder creditor
    """)

  /// Companies and the like, which any business name can answer to.
  static let businesses = words(
    """
    company firm startup start-up business corporation conglomerate manufacturer maker giant \
    retailer developer supplier provider vendor carrier airline automaker carmaker chipmaker \
    insurer lender operator producer publisher broadcaster brokerage subsidiary unit parent venture \
    enterprise chain partnership employer builder drugmaker utility
    """)

  /// Other bodies; a name must say the word itself to answer to it.
  static let bodies = words(
    """
    administration agency alliance army association authority bank board body bureau cabinet \
    campaign charity church club coalition college commission committee congress consortium council \
    court department division federation force foundation fund government group institute \
    institution jury laboratory league magazine ministry movement museum network newspaper office \
    organisation organization parliament party police regulator school senate service society squad \
    studio team think-tank tribunal troupe union university watchdog
    """)

  static let places = words(
    """
    area borough capital city coast colony continent country county desert district island kingdom \
    lake mountain municipality nation neighborhood neighbourhood port province region republic river \
    state suburb territory town village zone
    """)

  /// Nouns that, though singular, "they" may stand for.
  static let collectives = words(
    """
    administration army audience band board cabinet club coalition committee company congress \
    council couple court crew crowd family firm force government group jury league media ministry \
    opposition panel parliament party people police press public school side squad staff team union \
    university
    """)

  static let male = words(
    """
    man boy father brother son husband uncle nephew grandfather king prince businessman chairman \
    congressman policeman salesman spokesman actor guy gentleman lord emperor monk priest pope \
    gunman fisherman widower
    """)

  static let female = words(
    """
    woman girl mother sister daughter wife aunt niece grandmother queen princess businesswoman \
    chairwoman congresswoman policewoman spokeswoman actress lady widow heiress nun
    """)

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(separator: " ").map(String.init))
  }

  /// What a noun names; `nil` if it is none of the three or may be more than one.
  static func kind(of lemma: String) -> NameSpan.Kind? {
    if parties.contains(lemma) { return nil }
    if persons.contains(lemma) || lemma.hasSuffix("woman") || lemma.hasSuffix("person") {
      return .person
    }
    if lemma.hasSuffix("man"), lemma.utf8.count > 5, !["human", "german", "roman"].contains(lemma) {
      return .person
    }
    if businesses.contains(lemma) || bodies.contains(lemma) { return .organization }
    return places.contains(lemma) ? .place : nil
  }

  /// Whether a noun that is in none of the lists is formed like one for a person who does something: "climber".
  static func isAgent(_ lemma: String) -> Bool {
    lemma.utf8.count > 4 && agentEndings.contains { lemma.hasSuffix($0) } && kind(of: lemma) == nil
  }

  private static let agentEndings = ["er", "or", "ist", "ian", "eer"]
}
