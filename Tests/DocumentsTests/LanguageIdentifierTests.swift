import Testing

@testable import Documents

@Suite("LanguageIdentifier")
struct LanguageIdentifierTests {
  private func language(_ text: String) -> String {
    LanguageIdentifier.language(of: Array(text.utf8))
  }

  @Test(
    "knows a sentence of a language other than English",
    arguments: [
      (
        "de",
        "Der Bürgermeister hat angekündigt, dass die alte Brücke im Frühjahr saniert werden soll."
      ),
      (
        "fr",
        "La maire a annoncé mardi que le vieux pont de la ville serait enfin rénové au printemps."
      ),
      (
        "es",
        "El alcalde anunció el martes que el viejo puente de la ciudad será por fin restaurado."
      ),
      ("it", "Il sindaco ha annunciato martedì che il vecchio ponte della città sarà restaurato."),
      ("pt", "O prefeito anunciou na terça-feira que a velha ponte da cidade será restaurada."),
      ("nl", "De burgemeester heeft dinsdag aangekondigd dat de oude brug van de stad dicht gaat."),
      ("sv", "Borgmästaren meddelade på tisdagen att stadens gamla bro äntligen ska renoveras."),
      ("pl", "Burmistrz ogłosił we wtorek, że stary most zostanie odnowiony przyszłej wiosny."),
      ("fi", "Pormestari ilmoitti tiistaina, että kaupungin vanha silta korjataan ensi keväänä."),
      (
        "hu",
        "A polgármester kedden bejelentette, hogy a város régi hídját jövő tavasszal felújítják."
      ),
      ("tr", "Belediye başkanı salı günü şehrin eski köprüsünün nihayet onarılacağını duyurdu."),
      ("cs", "Starosta v úterý oznámil, že starý most ve městě bude příští jaro konečně opraven."),
      ("ro", "Primarul a anunțat marți că vechiul pod al orașului va fi în sfârșit restaurat."),
      ("ru", "Мэр объявил во вторник, что старый мост отремонтируют весной."),
      ("zh", "市长星期二宣布，城里的旧桥将于明年春天修复。"),
      ("ja", "市長は火曜日、古い橋が来春ようやく修復されると発表した。"),
      ("ar", "أعلن رئيس البلدية يوم الثلاثاء أن الجسر القديم سيتم ترميمه."),
      ("de", "Die Brücke ist gesperrt."),
      ("ru", "Мост закрыт."),
    ])
  func others(tag: String, text: String) { #expect(language(text) == tag) }

  @Test(
    "takes English for English, short or full of foreign names",
    arguments: [
      "The bridge is closed.", "Rain.", "Profit rose 5%.", "Acme buys Lumenix", "",
      "Zoë Müller visits São Paulo", "Łukasz Żak and Zoë Müller met Ağa Şahin in Kraków and Łódź.",
      "The mayor of Łódź said “La ville est belle” and left.",
      "Sales (in millions): 12, 14, 19; costs (in millions): 9, 10, 11; profit: 3, 4, 8 [a], [b].",
    ])
  func english(text: String) { #expect(language(text) == "en") }

  @Test(
    "finds no language in numbers and programs",
    arguments: [
      (0..<80).map { "\($0),\($0 * $0),\($0).5" }.joined(separator: "\n"),
      String(repeating: "{\"a\": 1, \"b\": [2, 3, {\"c\": null}], \"d\": true}\n", count: 5),
      String(
        repeating:
          "def add(a, b):\n    return a + b\n\nfor i in range(10):\n    print(add(i, 2))\n",
        count: 3),
      "#include <stdio.h>\nint main(void) {\n  for (int i = 0; i < 9; i++) printf(\"%d\\n\", i);\n  return 0;\n}",
    ])
  func programs(text: String) { #expect(language(text) == "zxx") }
}
