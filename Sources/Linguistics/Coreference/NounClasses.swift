/// What common nouns name, as far as coreference needs to know.
public enum NounClasses {
  /// People, by what they do or are.
  static let persons = words(
    """
    academic accomplice accountant activist actor actress addict adult adviser advisor agent aide ally \
    alpinist ambassador analyst anchor animator applicant apprentice archbishop architect arsonist \
    artist assailant assassin assistant astronaut athlete attacker attorney aunt author baby \
    backpacker bandit banker baron bartender biker bishop blogger boss boxer boy boyfriend brigand \
    brother builder burglar businessman businesswoman bystander cadet campaigner candidate captain \
    captor cardinal caregiver celebrity ceo cfo chairman chairperson chairwoman champion chancellor \
    chef chemist chief child citizen civilian claimant cleric clerk climber co-author co-chair \
    co-founder co-owner co-worker coach colleague collector columnist comedian comic commander \
    commentator commissioner commuter composer congressman congresswoman conservative consultant \
    consumer contributor controller convict coordinator cop coroner correspondent councillor counsel \
    counterpart couple cousin creator critic cto culprit cyclist dad daughter dealer defector \
    defendant defender delegate democrat demonstrator dentist deputy designer detective dictator \
    diplomat director diver doctor driver drummer economist editor emcee emperor employee engineer \
    entrepreneur envoy ex-boyfriend ex-employee ex-girlfriend ex-husband ex-wife executive expert \
    extremist farmer father fighter filmmaker financier firefighter fisherman follower footballer \
    foreigner forward founder friend fugitive gangster general girl girlfriend goalkeeper governor \
    graduate granddaughter grandfather grandmother grandparent grandson guard guest guitarist gunman \
    guy gymnast hacker head heir heiress helmsman hero hijacker hiker historian hostage housewife \
    hunter husband immigrant industrialist informant inmate insider inspector instructor insurgent \
    intruder inventor investigator janitor jihadist jockey journalist judge juror kidnapper killer \
    king lady lawmaker lawyer lecturer legislator liberal lieutenant lifeguard looter magistrate man \
    manager mathematician mayor mechanic mediator mentor midfielder migrant militant miner minister \
    mobster mogul mom monk mother motorcyclist motorist mountaineer mum murderer musician nanny \
    negotiator neighbor neighbour nephew newcomer niece nominee novelist nurse observer offender \
    officer official orphan painter paramedic parent parishioner participant passenger pastor patient \
    pedestrian peer people performer perpetrator person philanthropist philosopher photographer \
    physician physicist pilgrim pilot pirate plaintiff plotter poet policeman policewoman politician \
    pope predator premier presenter president priest prime-minister prince princess principal prisoner \
    professor programmer promoter prosecutor protester protestor psychologist queen rabbi raider \
    rapist reader rebel receptionist recruit referee refugee reporter representative republican \
    rescuer researcher resident rider rioter robber runner runner-up sailor salesman scholar scientist \
    secretary senator sergeant servant sheriff shooter shoplifter shopper singer sister skier smuggler \
    sniper soldier solicitor son songwriter soprano speaker specialist spokesman spokesperson \
    spokeswoman spouse star stepfather stepmother striker student successor survivor suspect swimmer \
    teacher teammate technician teen teenager terrorist therapist thief toddler tourist trainer \
    translator traveler traveller treasurer trooper twin tycoon uncle undersecretary user vandal \
    veteran vicar vice-president victim viewer villager visitor volunteer voter warden warrior \
    whistleblower widow wife winger witness woman worker wrestler writer youngster youth
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
    gunman fisherman widower boyfriend dad ex-boyfriend ex-husband grandson stepfather
    """)

  static let female = words(
    """
    woman girl mother sister daughter wife aunt niece grandmother queen princess businesswoman \
    chairwoman congresswoman policewoman spokeswoman actress lady widow heiress nun ex-girlfriend ex-wife \
    girlfriend granddaughter housewife mom mum nanny stepmother
    """)

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(separator: " ").map(String.init))
  }

  /// What a noun names; `nil` if it is none of the three or may be more than one.
  public static func kind(of lemma: String) -> NameSpan.Kind? {
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

  /// Whether a noun may say what a person is: "doctor", "host", "climber".
  public static func mayBePerson(_ lemma: String) -> Bool {
    kind(of: lemma) == .person || parties.contains(lemma) || isAgent(lemma)
  }

  /// Whether a noun that is in none of the lists is formed like one for a person who does something: "climber".
  static func isAgent(_ lemma: String) -> Bool {
    lemma.utf8.count > 4 && agentEndings.contains { lemma.hasSuffix($0) } && kind(of: lemma) == nil
  }

  private static let agentEndings = ["er", "or", "ist", "ian", "eer"]
}
