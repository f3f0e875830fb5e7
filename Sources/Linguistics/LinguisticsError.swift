/// Why the linguistic pipeline cannot run.
public enum LinguisticsError: Error, Hashable, Sendable {
  /// The model file is not one of ours, or of another version; what is wrong.
  case model(String)
  /// CoNLL-U input is malformed: the line, counted from 1, and what is wrong.
  case conllu(line: Int, detail: String)
}
