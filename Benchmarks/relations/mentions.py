"""What a reading says of mentions: which phrases of a document are one thing.

`quipu triples --json` gives each statement once, with the words of one mention of either side. Gold files of relations
repeat a fact for every mention, or for every pair of entities; `quipu annotate --json` has all mentions with their
entities, and this module puts the two together.
"""
import json

RELATIVE = {"who", "whom", "whose", "which", "that", "where"}


class Reading:
    """The mentions of one annotated document, by entity, as (start, end, kind) in code points."""

    def __init__(self, annotation):
        self.text = annotation["text"]
        self.mentions = []
        entities = {}
        for mention in annotation["mentions"]:
            span = (mention["start"], mention["end"])
            self.mentions.append((span, mention["kind"], mention["entity"]))
            entities.setdefault(mention["entity"], []).append((span, mention["kind"]))
        for span, entity in self._relatives(annotation["sentences"]):
            entities[entity].append((span, "pronoun"))
        self.entities = entities

    def _relatives(self, sentences):
        """Relative pronouns, each with the entity of the noun that its clause modifies."""
        for sentence in sentences:
            tokens = sentence["tokens"]
            for token in tokens:
                if token["text"].lower() not in RELATIVE:
                    continue
                clause, steps = token["head"], 0
                while clause >= 0 and tokens[clause]["deprel"] != "acl:relcl" and steps < 4:
                    clause, steps = tokens[clause]["head"], steps + 1
                if clause < 0 or tokens[clause]["deprel"] != "acl:relcl":
                    continue
                noun = tokens[clause]["head"]
                bearer = self._bearer(tokens, noun)
                entity = self.entity_at((tokens[bearer]["start"], tokens[bearer]["end"]))
                if entity:
                    yield (token["start"], token["end"]), entity

    @staticmethod
    def _bearer(tokens, noun):
        """The subject that a noun is said of by a copula or apposition, or the noun."""
        for index, token in enumerate(tokens):
            if token["head"] == noun and token["deprel"] == "nsubj" and any(
                    t["head"] == noun and t["deprel"] == "cop" for t in tokens):
                return index
        if tokens[noun]["deprel"] == "appos" and tokens[noun]["upos"] == "NOUN":
            return tokens[noun]["head"]
        return noun

    def entity_at(self, span):
        """The entity of the smallest mention that overlaps a span at its end, or `None`."""
        best = None
        for (start, end), _, entity in self.mentions:
            if start < span[1] and span[0] < end:
                distance = abs(start - span[0]) + abs(end - span[1])
                if best is None or distance < best[0]:
                    best = (distance, entity)
        return best and best[1]

    def spans(self, span, kinds=("name", "pronoun")):
        """All mentions of the thing that a span speaks of, the span itself among them."""
        entity = self.entity_at(span)
        others = {place for place, kind in self.entities.get(entity, ()) if kind in kinds}
        return others | {span}

    def kind(self, span):
        """How a span refers: as a name, a nominal or a pronoun; `None` if it is no mention."""
        best = None
        for place, kind, _ in self.mentions:
            if place[0] < span[1] and span[0] < place[1]:
                distance = abs(place[0] - span[0]) + abs(place[1] - span[1])
                if best is None or distance < best[0]:
                    best = (distance, kind)
        return best and best[1]


def read_lines(path):
    """The objects of a file of JSON Lines."""
    with open(path, encoding="utf-8") as handle:
        for line in handle:
            if line.strip():
                yield json.loads(line)
