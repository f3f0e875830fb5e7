import GraphModel
import Testing

@Suite("ReproducibleMath")
struct ReproducibleMathTests {
  @Test(
    "takes logarithms right",
    arguments: [
      (1.0, 0.0), (2.0, 0.693_147_180_559_945), (10.0, 2.302_585_092_994_046),
      (0.25, -1.386_294_361_119_891), (0, -30),
    ])
  func logarithm(x: Double, expected: Double) {
    #expect(abs(ReproducibleMath.logarithm(x) - expected) < 1e-13)
  }

  @Test(
    "raises e to a power right, within its bounds",
    arguments: [
      (0.0, 1.0), (1, 2.718_281_828_459_045), (-2, 0.135_335_283_236_612_7),
      (100, 10_686_474_581_524.463),
    ])
  func exponential(x: Double, expected: Double) {
    #expect(abs(ReproducibleMath.exponential(x) / expected - 1) < 1e-6)
  }
}
