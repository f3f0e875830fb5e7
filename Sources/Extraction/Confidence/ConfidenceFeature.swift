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
}
