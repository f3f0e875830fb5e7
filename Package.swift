// swift-tools-version: 6.1
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// The folder of this package, for the C target that embeds files by path.
let root = Context.packageDirectory

/// A library and its test target.
///
/// Everything may use GraphModel; `uses` lists the rest.
func module(
  _ name: String, uses: [String] = [], settings: [SwiftSetting] = []
) -> [Target] {
  let ground = name == "GraphModel" ? [] : ["GraphModel"]
  let dependencies = (ground + uses).map { Target.Dependency(stringLiteral: $0) }
  return [
    .target(
      name: name, dependencies: dependencies, exclude: excluded[name] ?? [],
      swiftSettings: strict + settings),
    .testTarget(
      name: "\(name)Tests",
      dependencies: [.init(stringLiteral: name), "TestSupport"] + dependencies,
      exclude: excluded["\(name)Tests"] ?? [],
      swiftSettings: strict),
  ]
}

/// Folders that belong to a module but hold no Swift.
let excluded: [String: [String]] = [
  "Linguistics": ["Training"], "Extraction": ["Training"], "Resolution": ["Training"],
  "GraphFormats": ["HTML/Page"],
  "DocumentsTests": ["Fixtures"], "ExtractionTests": ["Fixtures"],
  "GraphFormatsTests": ["Goldens"], "GraphStoreTests": ["Fixtures"],
]

/// A system library that pkg-config knows, and the package that brings it.
func system(_ name: String, _ pkgConfig: String, apt: String) -> [Target] {
  [.systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([apt])])]
}

let package = Package(
  name: "quipu",
  products: [
    .executable(name: "quipu", targets: ["quipu"]),
    .library(name: "Quipu", targets: ["Indexer", "GraphStore", "SPARQL", "GraphFormats"]),
  ],
  targets: [
    // Ground
    module("GraphModel"),
    // C: thin targets over system libraries, and the embedded files
    system("CSystemXML", "libxml-2.0", apt: "libxml2-dev"),
    [.target(name: "CXML", dependencies: ["CSystemXML"])],
    system("CSystemICU", "icu-i18n", apt: "libicu-dev"),
    [.target(name: "CEncoding", dependencies: ["CSystemICU"])],
    system("CSystemArchive", "libarchive", apt: "libarchive-dev"),
    [.target(name: "CArchive", dependencies: ["CSystemArchive"])],
    system("CLMDB", "lmdb", apt: "liblmdb-dev"),
    system("CSystemLZMA", "liblzma", apt: "liblzma-dev"),
    [.target(name: "CLZMA", dependencies: ["CSystemLZMA"])],
    system("CSystemPCRE2", "libpcre2-8", apt: "libpcre2-dev"),
    [.target(name: "CRegex", dependencies: ["CSystemPCRE2"])],
    [
      // Unoptimised, the encoder would be a hundred times slower: tests need it fast too.
      .target(
        name: "CKernels",
        cSettings: [.unsafeFlags(["-O2"], .when(configuration: .debug))]),
      .target(
        name: "CResources",
        cSettings: [.define("QUIPU_ROOT", to: "\"\(root)\"")]),
      .target(name: "CAllocator"),
      .target(name: "CChildProcess"),
      .target(name: "CHTTP", linkerSettings: [.linkedLibrary("dl")]),
    ],
    // The graph wing
    // Unoptimised, a layout would be fifty times slower: tests need it fast too.
    module(
      "GraphAnalytics", settings: [.unsafeFlags(["-O"], .when(configuration: .debug))]),
    module("GraphFormats", uses: ["GraphAnalytics", "CXML", "CResources", "CLZMA"]),
    module("GraphStore", uses: ["CLMDB"]),
    module("SPARQL", uses: ["CRegex"]),
    // The text wing
    module("Documents", uses: ["CXML", "CEncoding", "CArchive", "CChildProcess"]),
    module("Linguistics", uses: ["Documents", "CKernels", "CResources"]),
    module("Schema", uses: ["GraphFormats", "CResources"]),
    module("Extraction", uses: ["Documents", "Linguistics", "Schema"]),
    module("Resolution", uses: ["Extraction", "Schema", "CResources"]),
    // The one room that sees both wings
    module(
      "Indexer",
      uses: [
        "Documents", "Linguistics", "Schema", "Extraction", "Resolution", "GraphStore",
        "CAllocator",
      ]),
    [
      .executableTarget(
        name: "quipu",
        dependencies: ["Indexer", "GraphStore", "SPARQL", "GraphFormats", "GraphModel", "CHTTP"],
        swiftSettings: strict),
      .testTarget(name: "quipuTests", dependencies: ["quipu"], swiftSettings: strict),
      .testTarget(name: "LayeringTests", swiftSettings: strict),
      .testTarget(
        name: "ConformanceTests", dependencies: ["GraphFormats", "GraphModel", "SPARQL"],
        swiftSettings: strict),
      .testTarget(
        name: "LibraryTests", dependencies: ["GraphFormats", "GraphModel", "GraphStore", "SPARQL"],
        swiftSettings: strict),
      .testTarget(name: "EndToEndTests", dependencies: ["TestSupport"], swiftSettings: strict),
      .target(
        name: "TestSupport", dependencies: ["GraphModel"], path: "Tests/TestSupport",
        swiftSettings: strict),
    ],
  ].flatMap { $0 },
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
