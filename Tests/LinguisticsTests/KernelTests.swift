import CKernels
import Foundation
import TestSupport
import Testing

@Suite("Kernels")
struct KernelTests {
  /// The levels that this machine runs.
  static let levels: [ck_level] = [CK_PORTABLE, CK_AVX2, CK_AVX512_VNNI].filter {
    $0.rawValue <= ck_best_level().rawValue
  }

  private struct Linear {
    var weights: [Int8]
    var packed: [Int8]
    var scale: [Float]
    var bias: [Float]
    var sum: [Float]
    let inputs: Int
    let outputs: Int

    init(inputs: Int, outputs: Int, random: inout Xorshift) {
      self.inputs = inputs
      self.outputs = outputs
      weights = (0..<inputs * outputs).map { _ in Int8(random.next(below: 255) - 127) }
      packed = []
      for panel in 0..<outputs / 16 {
        for four in 0..<inputs / 4 {
          for column in 0..<16 {
            for k in 0..<4 { packed.append(weights[(panel * 16 + column) * inputs + four * 4 + k]) }
          }
        }
      }
      scale = (0..<outputs).map { _ in 0.001 + abs(random.unit()) / 100 }
      bias = (0..<outputs).map { _ in random.unit() }
      let weights = weights
      sum = (0..<outputs).map { output in
        Float((0..<inputs).reduce(0) { $0 + Int(weights[output * inputs + $1]) })
      }
    }

    func run(
      _ level: ck_level, _ bytes: [UInt8], _ ranges: [ck_range], _ finish: ck_finish,
      _ residual: [Float]
    ) -> [Float] {
      var out = [Float](repeating: 0, count: ranges.count * outputs)
      packed.withUnsafeBufferPointer { packed in
        scale.withUnsafeBufferPointer { scale in
          bias.withUnsafeBufferPointer { bias in
            sum.withUnsafeBufferPointer { sum in
              var linear = ck_linear(
                weights: packed.baseAddress, scale: scale.baseAddress, bias: bias.baseAddress,
                sum: sum.baseAddress, inputs: inputs, outputs: outputs)
              ck_multiply(level, bytes, ranges, ranges.count, &linear, finish, residual, &out)
            }
          }
        }
      }
      return out
    }
  }

  private func rows(_ count: Int, _ width: Int, _ random: inout Xorshift) -> [Float] {
    (0..<count * width).map { _ in random.unit() * 3 }
  }

  private func quantise(
    _ level: ck_level, _ rows: [Float], _ width: Int
  ) -> ([UInt8], [ck_range]) {
    var bytes = [UInt8](repeating: 0, count: rows.count)
    var ranges = [ck_range](repeating: ck_range(), count: rows.count / width)
    ck_quantise(level, rows, rows.count / width, width, width, &bytes, &ranges)
    return (bytes, ranges)
  }

  @Test("a quantised value is within half a step of the value", arguments: levels)
  func quantises(level: ck_level) {
    var random = Xorshift(seed: 3)
    var values = rows(5, 48, &random)
    for index in 0..<48 { values[index] = 0.25 }  // a row of one value
    let (bytes, ranges) = quantise(level, values, 48)
    for (index, value) in values.enumerated() {
      let range = ranges[index / 48]
      #expect(abs(Float(bytes[index]) * range.step + range.least - value) <= range.step * 0.5001)
    }
    #expect(bytes[48...].contains(0) && bytes[48...].contains(255))
  }

  @Test("extreme bytes do not saturate", arguments: levels)
  func saturation(level: ck_level) {
    var random = Xorshift(seed: 4)
    var linear = Linear(inputs: 1536, outputs: 16, random: &random)
    linear.packed = Array(repeating: 127, count: 1536 * 16)
    linear.scale = Array(repeating: 1, count: 16)
    linear.bias = Array(repeating: 0, count: 16)
    let out = linear.run(
      level, Array(repeating: 255, count: 1536), [ck_range(step: 1, least: 0)], CK_STORE, [])
    #expect(out == Array(repeating: Float(255 * 127 * 1536), count: 16))
  }

  @Test(
    "a product equals a slow one in double precision", arguments: levels, [1, 5, 6, 7, 13])
  func multiplies(level: ck_level, count: Int) {
    var random = Xorshift(seed: UInt64(count))
    for (inputs, outputs) in [(16, 16), (96, 80), (272, 144)] {
      let linear = Linear(inputs: inputs, outputs: outputs, random: &random)
      let residual = rows(count, outputs, &random)
      let (bytes, ranges) = quantise(level, rows(count, inputs, &random), inputs)
      for finish in [CK_STORE, CK_GELU, CK_ADD] {
        let out = linear.run(level, bytes, ranges, finish, residual)
        for row in 0..<count {
          for output in 0..<outputs {
            var value = 0.0
            for k in 0..<inputs {
              let x =
                Double(bytes[row * inputs + k]) * Double(ranges[row].step)
                + Double(ranges[row].least)
              value += x * Double(linear.weights[output * inputs + k])
            }
            value = value * Double(linear.scale[output]) + Double(linear.bias[output])
            if finish == CK_GELU { value = value / 2 * (1 + erf(value / 2.0.squareRoot())) }
            if finish == CK_ADD { value += Double(residual[row * outputs + output]) }
            #expect(abs(Double(out[row * outputs + output]) - value) < 1e-3)
          }
        }
      }
    }
  }

  @Test("all instruction sets give the same bits")
  func sameBits() {
    var random = Xorshift(seed: 9)
    let linear = Linear(inputs: 384, outputs: 160, random: &random)
    let values = rows(11, 384, &random)
    let residual = rows(11, 160, &random)
    let states = rows(37, 3 * 64, &random)
    let norm = rows(2, 64, &random)
    let matrix = rows(40, 48, &random)
    var results: [[Float]] = []
    for level in Self.levels {
      let (bytes, ranges) = quantise(level, values, 384)
      var all = ranges.flatMap { [$0.step, $0.least] } + bytes.map(Float.init)
      for finish in [CK_STORE, CK_GELU, CK_ADD] {
        all += linear.run(level, bytes, ranges, finish, residual)
      }
      all += attend(level, states, width: 64)
      var normed = states
      ck_layer_norm(level, &normed, 37 * 3, 64, norm)
      var product = [Float](repeating: 0, count: 9 * 48)
      ck_multiply_floats(level, states, 9, 50, 40, matrix, 48, &product)
      var scores = [Float](repeating: 0, count: 5)
      ck_relations(level, values, residual, 32, 5, &scores)
      results.append(all + normed + product + scores)
    }
    for result in results {
      #expect(result.map(\.bitPattern) == results[0].map(\.bitPattern))
    }
  }

  private func attend(_ level: ck_level, _ rows: [Float], width: Int) -> [Float] {
    let count = rows.count / (3 * width)
    var out = [Float](repeating: 0, count: count * width)
    var scratch = [Float](repeating: .nan, count: ck_attend_scratch(count))
    ck_attend(level, rows, count, width, &out, &scratch)
    return out
  }

  @Test("attention equals a slow one in double precision", arguments: levels, [1, 4, 17, 33])
  func attends(level: ck_level, count: Int) {
    var random = Xorshift(seed: UInt64(count) + 50)
    let width = 64
    let states = rows(count, 3 * width, &random)
    let out = attend(level, states, width: width)
    func state(_ row: Int, _ part: Int, _ column: Int) -> Double {
      Double(states[row * 3 * width + part * width + column])
    }
    for head in 0..<2 {
      let columns = head * 32..<head * 32 + 32
      for row in 0..<count {
        let scores = (0..<count).map { key in
          exp(columns.reduce(0) { $0 + state(row, 0, $1) * state(key, 1, $1) } / 32.0.squareRoot())
        }
        let total = scores.reduce(0, +)
        for column in columns {
          let value = (0..<count).reduce(0) { $0 + scores[$1] / total * state($1, 2, column) }
          #expect(abs(Double(out[row * width + column]) - value) < 1e-4)
        }
      }
    }
  }

  @Test("layer norm equals a slow one in double precision", arguments: levels)
  func norms(level: ck_level) {
    var random = Xorshift(seed: 70)
    let width = 96
    let values = rows(3, width, &random)
    let norm = rows(2, width, &random)
    var out = values
    ck_layer_norm(level, &out, 3, width, norm)
    for row in 0..<3 {
      let x = (0..<width).map { Double(values[row * width + $0]) }
      let mean = x.reduce(0, +) / Double(width)
      let variance = x.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(width)
      for k in 0..<width {
        let value =
          (x[k] - mean) / variance.squareRoot() * Double(norm[k]) + Double(norm[width + k])
        #expect(abs(Double(out[row * width + k]) - value) < 1e-4)
      }
    }
  }
}
