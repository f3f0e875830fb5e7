/// What of a clause tells how far its reading can be trusted.
enum ConfidenceFeature: String, Hashable, Sendable, CaseIterable {
  case bias
  /// The subject was taken over from the first of coordinated verbs.
  case conjunctSubject
  /// The subject was taken over from the governing verb.
  case controlledSubject
  /// The subject is the antecedent of a relative clause.
  case relativeSubject
  /// The subject is the noun that a participle modifies.
  case participleSubject
  /// The subject was taken over by an adverbial clause.
  case adverbialSubject
  case copula
  case existential
  /// The clause is a content clause.
  case contentClause
  /// The clause is adverbial.
  case adverbialClause
  /// The clause hangs on a noun.
  case adnominalClause
  /// The clause is loosely attached: parataxis, list, unknown.
  case looseClause
  /// The subject is a pronoun.
  case pronounSubject
  /// The subject is a proper name.
  case nameSubject
  /// The subject's length in tokens, by ten.
  case subjectLength
  /// The clause has no argument.
  case noArgument
  /// The number of arguments after the first.
  case furtherArguments
  /// The length of all arguments in tokens, by ten.
  case argumentLength
  /// An argument is a content clause.
  case contentArgument
  /// An argument is an adverbial clause.
  case adverbialArgument
  /// An argument is an infinitive.
  case infinitiveArgument
  /// There is a direct object.
  case object
  /// The object is a gap that the antecedent fills.
  case gap
  /// How deep the clause stands in the tree, by five.
  case depth
  /// The predicate's length in tokens, by five.
  case predicateLength
  /// The sentence's length in tokens, by thirty.
  case sentenceLength
  /// The subject stands after the predicate.
  case inversion
  /// The tokens between subject and predicate, by ten.
  case distance
  /// The predicate is a verb by relation and no verb by its tag.
  case oddTag
  /// The clause is negated, modal or spoken.
  case unasserted
  /// The verb was merged with infinitives.
  case chain
  case passive
  /// An apposition or title: no verb, but an implied "be".
  case implied
  /// A place behind a place: "Oslo, Norway".
  case placeInPlace
  /// An owner and what its possessive stands in front of.
  case possessive
  /// The object of a proposition without a verb is a name.
  case nameObject
  /// The sentence has no finite verb.
  case verblessSentence

  // What follows tells of a proposition how its clause was put in words.

  /// What lies where: "the tower in Oslo".
  case located
  /// What is from where or when: "a coin from Rome".
  case origin
  /// The predicate is not finite: an infinitive.
  case infinitive
  /// The predicate is not finite: a present participle or gerund.
  case presentParticiple
  /// The predicate is not finite: a past participle.
  case pastParticiple
  /// The predicate has a modal verb.
  case modal
  /// The predicate is in the past tense.
  case past
  /// The clause is the sentence's main one.
  case mainClause
  case relativeClause
  /// The clause is coordinated with one before.
  case conjunctClause
  /// Where the head stands in the sentence, from 0 to 1.
  case position
  /// The clauses of the sentence, by four.
  case clauseCount
  /// A verb stands in the subject.
  case verbInSubject
  /// The subject is "this" or "those".
  case demonstrativeSubject
  /// The subject is a pronoun with its antecedent in its place.
  case resolvedSubject
  /// The length of the longest argument in tokens, by ten.
  case longestArgument
  /// The share of the sentence's tokens that the proposition has.
  case coverage
  /// The length of the proposition in tokens, by twenty.
  case length
  case obliqueArgument
  case agentArgument
  case attributeArgument
  case adverbArgument
  /// An argument stands in front of the subject.
  case frontedArgument
  /// A quotation mark stands in an argument.
  case quotation
  case saying
  case having
  /// The propositions that coordination divides the clause into, by five.
  case conjuncts
  /// The proposition is not the first of them.
  case laterConjunct
}
