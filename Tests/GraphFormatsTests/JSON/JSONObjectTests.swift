import GraphFormats
import Testing

@Suite("JSON object")
struct JSONObjectTests {
  @Test("keeps the order of its members, also beyond a handful")
  func order() {
    var object = JSONObject()
    for number in (0..<40).reversed() { object["n\(number)"] = .integer(number) }
    #expect(object.names == (0..<40).reversed().map { "n\($0)" })
    #expect(object["n7"] == 7)
    #expect(object["missing"] == nil)
    object["n7"] = nil
    #expect(object.count == 39)
    #expect(object["n7"] == nil)
    #expect(object["n6"] == 6)
    for number in 0..<35 { object["n\(number)"] = nil }
    #expect(object.names == ["n39", "n38", "n37", "n36", "n35"])
    object["n39"] = "changed"
    #expect(object["n39"] == "changed")
  }

  @Test("equals another with the same members in another order")
  func equality() throws {
    let a = try json(#"{"x": 1, "y": {"z": [1, 2]}}"#)
    let b = try json(#"{"y": {"z": [1, 2]}, "x": 1.0}"#)
    #expect(a == b)
    #expect(a.hashValue == b.hashValue)
    #expect(try a != json(#"{"y": {"z": [2, 1]}, "x": 1}"#))
  }

  @Test("does not add a name twice")
  func add() {
    var object = JSONObject("a", 1)
    let added = [object.add("a", 2), object.add("b", 2)]
    #expect(added == [false, true])
    object.append(3, to: "b")
    object.append(4, to: "c")
    #expect(JSONValue.object(object) == ["a": 1, "b": [2, 3], "c": [4]])
  }
}
