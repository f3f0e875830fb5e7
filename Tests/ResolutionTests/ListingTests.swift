import Testing

@testable import Resolution

@Suite("Stock-exchange listings")
struct ListingTests {
  @Test(
    "a listing behind a name is no part of it",
    arguments: [
      ("Veltrix (TYO: 4711)", "Veltrix"), ("Veltrix Inc. <VTX.N>", "Veltrix Inc."),
      ("Veltrix (NasdaqGS:VTX) ", "Veltrix"), ("Veltrix plc [LSE: VTX.L]", "Veltrix plc"),
      ("Veltrix (4711.T)", "Veltrix"), ("Veltrix (N.Y.S.E.: V)", "Veltrix"),
    ])
  func listings(written: String, name: String) {
    #expect(NameForm.withoutListing(written) == name)
    #expect(
      NameForm(written, type: EntityType.organization).key
        == NameForm(name, type: EntityType.organization).key)
    #expect(NameWords(written, isPerson: false) == NameWords(name, isPerson: false))
  }

  @Test(
    "what else stands in brackets stays",
    arguments: [
      "Eton College (Berkshire)", "Veltrix (formerly: Nordia)", "Party (PSOE)", "(TYO: 4711)",
      "Veltrix (TYO: see below)", "Veltrix (v1.0)", ")", "", "Veltrix (J.F.K)",
    ])
  func others(written: String) { #expect(NameForm.withoutListing(written) == written) }
}
