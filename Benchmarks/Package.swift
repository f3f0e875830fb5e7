// swift-tools-version: 6.1
import PackageDescription

// The benchmarks stand outside the package, so that it needs nothing that only they need.
let package = Package(
  name: "Benchmarks",
  dependencies: [.package(name: "quipu", path: "..")],
  targets: [
    .executableTarget(name: "rdfbench", dependencies: [.product(name: "Quipu", package: "quipu")]),
    .executableTarget(
      name: "resolvebench", dependencies: [.product(name: "Quipu", package: "quipu")]),
  ],
  swiftLanguageModes: [.v6]
)
