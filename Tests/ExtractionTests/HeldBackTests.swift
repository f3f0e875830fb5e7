import GraphModel
import Testing

@testable import Extraction

@Suite("What is not vouched for")
struct HeldBackTests {
  /// The asserted claims of a sentence as "subject | predicate | object".
  private func asserted(_ sentence: String) throws -> [String] {
    let extraction = try RealText.extracted([sentence])[0]
    return extraction.claims.filter { $0.polarity == .positive && $0.certainty == .certain }.map {
      claim in
      var parts = [extraction.mentions[claim.subject].text, claim.predicate.label]
      switch claim.object {
      case .mention(let index): parts.append(extraction.mentions[index].text)
      case .value(let literal, _): parts.append(literal.value)
      case nil: break
      }
      return parts.joined(separator: " | ")
    }
  }

  @Test(
    "readings that the words leave open are not asserted",
    arguments: [
      // A place in a list is no description.
      ("The museum shows the compass (28th position).", "be | 28th"),
      // A scene set off by "with" is no circumstance of the verb.
      ("The actors were chosen on Monday, with the prizes still to come.", "with | the prizes"),
      // The relative clause may be of the nearer noun.
      ("The ruling is a blow for the heirs of Lund, which lost half its value.", "lose"),
      // The agent may be the one who works.
      ("The network was built by Nordia, working with the city.", "The network | work"),
      // Whoever does so, whenever it is.
      ("Individuals who break the law will be fined.", "break"),
      ("It checks the files when they open a page.", "open"),
      // He was asked.
      ("When asked whether prices fell, Lund smiled.", "Lund | ask"),
      // The comparison is not of the main subject.
      ("The match was cancelled, as was another game.", "be | another game"),
      // A phrase that asks.
      ("The probe shows what kinds of ships pass the strait.", "ships | pass"),
      // A title is no clause.
      ("He wrote the book How Birds Fly.", "fly"),
      // Two nouns that say the same thing.
      ("She helped with context — site context.", "be | site context"),
      // What the whole clause shows, its subject need not.
      ("Sales at Nordia fell, reflecting weak demand.", "reflect"),
      // A participle behind a comma is seldom of the noun before it.
      ("Lund won in the second set, striking a fine forehand.", "set | strike"),
      // The halves of a result.
      ("The council voted 12 to 9 to close the port.", "vote | 12"),
      // No one acts; it says how.
      ("She answers questions sent in by e-mail.", "e-mail | send"),
      // Whatever it may be.
      ("The search begins with a question, be it for a ship or a port.", "be for"),
      // There may be no such thing.
      ("Lund called for a law that protects sailors.", "protect"),
      ("The firm may build a plant that makes engines.", "plant | make"),
      ("A saver who had paid in for years would lose the money.", "pay"),
      // Not decided.
      ("Nordia has yet to confirm or deny the sale.", "Nordia | deny"),
      // A list of winners.
      ("Ada Lund, metal band Veltrix and dance act Halden won prizes.", "Ada Lund | be"),
      // What the athlete does, in brackets.
      ("Ada Lund (javelin) and Ole Berg (sprint) were banned.", "Ada Lund | be | javelin"),
      // Nobody is the mayor of both.
      ("The mayors of Oslo and Bergen met.", "mayor of"),
      // The noun before the name has another title.
      ("Berg worked as an aide to the late Senator Ada Lund.", "Ada Lund | be | an aide"),
      // Something else was published.
      ("In a letter to the press, published on Monday, Lund defended the plan.", "Lund | publish"),
      // Nobody says a thing.
      ("Analysts said one of the ways to pay for it was by selling ships.", "say | one"),
      // Only if he does.
      ("The key is if Lund comes out and says that she is happy.", "Lund | say"),
      ("It could be the way that villages get water.", "villages | get"),
      ("The network, which is due to be sold in May, is in Oslo.", "sold"),
      // What was said has lost its beginning.
      (
        "Berg stressed it would be up to the council to decide whether it acts.",
        "stress | to decide"
      ),
      // The titles are hers.
      ("Norwegian singer, actor and animal lover Ada Lund died on Monday.", "actor | die"),
      // Not she.
      ("Lund is not someone who has won a prize in Oslo.", "Lund | win"),
      // They are members of what they are called members of.
      ("Both Nordic and Baltic members of parliament left.", "member of"),
      ("The press talked to actor and animal lover Ada Lund.", "talk to | animal lover"),
      // Mostly it was not.
      ("The port was rarely used in winter.", "used"),
      // No child of hers.
      ("Her son-in-law, Ole Berg, left.", "child"),
      // How, not what.
      ("The forest is being slowly and quietly sold.", "be | slowly"),
      // It may be the one.
      ("Lund was one of the divers who drowned in the lake.", "divers | drown"),
      // Each is one of them.
      ("Two ships, Ada and Ole, left Bergen.", "Ada | be"),
      // How to do so is what was discussed.
      ("Lund discussed her plans and how to win over voters.", "win over"),
      // With its first complement alone the verb says what was done.
      ("Lund called for her removal after long delays.", "call after"),
      ("The council called for his death to be investigated.", "investigated for"),
      // Without its span the lowest is not the lowest.
      ("Shares reached their lowest level in three years.", "lowest level"),
      // At neither.
      ("The bus crashed between Oslo and Bergen.", "crash between"),
      // Worship of the cats alone.
      ("Worship and burial of sacred cats was common in Egypt.", "Worship | be"),
      // Then.
      ("The rules changed when Lund was two years old.", "two years"),
      // No longer.
      ("Lund was dismissed from being a minister.", "Lund | be | "),
      // Rivals are not had one by one.
      ("Nordia has rivals including Halden and Veltrix.", "have | Halden"),
      // The frame is no part of what is said.
      (
        "Speaking to the press on Monday, Ada Lund said, \"We have sold the mine.\"",
        "| Speaking"
      ),
      ("In the speech, Lund said, \"any acts that harm the port will be punished.\"", "| In the"),
      // Both of them are what the firm makes.
      ("Halden bought Norwegian mortar and shell maker Veltrix.", "mortar"),
      // Which of the two?
      ("The fleet includes a shelter in Oslo, run by nuns.", "nuns"),
      // They are the firms.
      (
        "The office added 28 firms in all on Monday, among them Nordia Ltd. and Halden Co.", "among"
      ),
      // Where it was has been told before.
      ("The crew was there.", "there"),
      // The quotation began in an earlier sentence.
      ("But it is serious and they fight each other.\"", "be | serious"),
    ])
  func heldBack(sentence: String, part: String) throws {
    let found = try asserted(sentence)
    #expect(!found.contains { $0.contains(part) }, "\(found)")
  }

  @Test(
    "what the words settle is asserted",
    arguments: [
      ("Nordia, which lost half its value, sold the mine.", "lose | half"),
      ("Ada Lund, the founder of Nordia, resigned.", "Nordia"),
      ("The network was built by Nordia.", "Nordia"),
      ("There is a harbour in Bergen.", "exist"),
      ("Lund held off Halden's runner Ole Berg.", "hold off"),
      ("The club hired Ada Lund, director general of the bank.", "director general of the bank"),
      ("Producer Ada Lund said the film was late.", "Ada Lund | said"),
      ("Norwegian singer, actor and animal lover Ada Lund died on Monday.", "Ada Lund | die"),
      ("The vote prompted association president Ada Lund to resign.", "The vote | prompt | "),
      ("Some experts are concerned that prices will rise.", "be concerned"),
      ("Former minister Ada Lund resigned.", "Ada Lund | be | Former minister"),
      ("NATO Secretary-General Ada Lund spoke in Oslo.", "Secretary-General"),
      ("Union General Secretary Ada Lund spoke in Oslo.", "Ada Lund | be | "),
      ("Nordia and Halden, a former unit of Veltrix, agreed.", "Halden | be"),
      ("Nordia released a set of songs that has sold two million copies.", "set of songs | sell"),
      (
        "\"In the north laying pipes is a hard task,\" said Ada Lund.",
        "In the north laying pipes is a hard task"
      ),
    ])
  func asserts(sentence: String, part: String) throws {
    let found = try asserted(sentence)
    #expect(found.contains { $0.contains(part) }, "\(found)")
  }
}
