/// Words that are written with a full stop, by what may follow them.
///
/// The lists hold the word without its stop. They decide both whether the stop belongs to the token
/// and whether a sentence can end there.
enum Abbreviations {
  /// Stand before a name, so a sentence never ends after them.
  static let titles = words(
    """
    Mr Mrs Ms Mx Dr Drs Prof Profs Gen Lt Col Maj Capt Cmdr Cdr Adm Sgt Cpl Pvt Pfc Brig Gov Govs \
    Sen Sens Rep Reps Rev Hon Pres Supt Det Insp Atty Attys Messrs Mme Mlle Fr St Ste Ft Mt Msgr \
    Amb Sec Asst Assoc Dir Sr. Sra Srta Herr Frau
    """)

  /// May end a sentence, which is told by the next word.
  static let ordinary = words(
    """
    Inc Ltd Corp Corps Co Cos Bros Jr Sr Pte Pty Plc Bhd Sdn Intl Int'l Mfg Grp Hldgs Dept Depts \
    Univ Assn Assoc Bldg Natl Nat'l Govt Gov't Cie LLC LLP Ges mbH GmbH \
    Jan Feb Apr Jun Jul Aug Sept Sep Oct Nov Dec Tue Tues Wed Thu Thur Thurs Fri \
    Ala Ariz Ark Calif Colo Conn Fla Kan Ky Mich Minn Mont Neb Nev Okla Ont Que Sask Tenn Tex \
    Va Vt Wis Wyo Penn \
    Ave Blvd Rd Hwy Rte Apt Ste Sq \
    etc vs v viz cf ca approx est ext esp dept depts govt ed eds vol vols min max avg yrs mos \
    ft lb lbs oz sq mph Esq esq Ph Rs Bn Mn
    """)

  /// Are ordinary words too: abbreviations only before a number, a comma or a small letter.
  static let doubtful = words(
    """
    No Nos Mar Mon Sat Sun Ill Ind Mass Wash Miss Del Pa La Ga Mo Md Me Ore Art Arts Fig Figs no \
    nos pp p c b d r m fig figs in hr hrs mins secs Vol Ch Op Tel Fax tel fax Cal Can Al al
    """)

  /// After these a capital letter starts a new sentence.
  static let endings = words("etc a.m p.m A.M P.M esq")

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(separator: " ").map(String.init))
  }
}
