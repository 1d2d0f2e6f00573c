// swift-tools-version: 6.2

import PackageDescription

let swiftSettings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "intervention-impact",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "impact", targets: ["impact"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    // C and C++ libraries. None of them has a pkg-config file on Debian that we need:
    // the module maps name what to link.
    .systemLibrary(name: "CLibCSV"),
    .systemLibrary(name: "CLibCrypto"),
    .systemLibrary(name: "CLibXLSXWriter"),
    .target(name: "CCellScan"),
    .target(name: "CSystemMemory"),
    .target(name: "CBoostMath", linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]),

    // The program, in the order in which data flows through it.
    .target(name: "Diagnostics", swiftSettings: swiftSettings),
    .target(name: "Threading", swiftSettings: swiftSettings),
    .target(
      name: "ProvisionModel",
      dependencies: ["Diagnostics"],
      swiftSettings: swiftSettings
    ),
    .target(
      name: "Ingestion",
      dependencies: [
        "CCellScan", "CLibCSV", "CLibCrypto", "CSystemMemory", "Diagnostics", "ProvisionModel",
        "Threading", .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: swiftSettings
    ),
    .target(
      name: "Analysis",
      dependencies: ["CBoostMath", "Diagnostics", "ProvisionModel", "Threading"],
      swiftSettings: swiftSettings
    ),
    .target(
      name: "Reporting",
      dependencies: [
        "Analysis", "CLibXLSXWriter", "Diagnostics", "ProvisionModel", "Threading",
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      resources: [.embedInCode("Pages/Templates")],
      swiftSettings: swiftSettings
    ),
    .target(
      name: "Simulation",
      dependencies: ["ProvisionModel"],
      swiftSettings: swiftSettings
    ),
    .executableTarget(
      name: "impact",
      dependencies: [
        "Analysis", "Diagnostics", "Ingestion", "ProvisionModel", "Reporting", "Simulation",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      resources: [.embedInCode("Starter/Templates")],
      swiftSettings: swiftSettings
    ),

    // Tests.
    .target(
      name: "TestSupport", dependencies: ["ProvisionModel", "Simulation"],
      path: "Tests/TestSupport",
      swiftSettings: swiftSettings),
    // Apart, as programs use TestSupport too, which must not link Swift Testing.
    .target(name: "TestTraits", path: "Tests/TestTraits", swiftSettings: swiftSettings),
    .target(
      name: "Calibration",
      dependencies: ["Analysis", "Ingestion", "ProvisionModel", "Simulation", "TestSupport"],
      path: "Tests/Performance/Calibration",
      swiftSettings: swiftSettings
    ),
    .executableTarget(
      name: "calibrate",
      dependencies: ["Analysis", "Calibration", "ProvisionModel", "Simulation"],
      path: "Tests/Performance/Calibrate",
      swiftSettings: swiftSettings
    ),
    .executableTarget(
      name: "bench",
      dependencies: ["Analysis", "Ingestion", "ProvisionModel"],
      path: "Tests/Performance/Bench",
      swiftSettings: swiftSettings
    ),
    .target(
      name: "FuzzTargets",
      dependencies: ["Analysis", "Diagnostics", "Ingestion", "ProvisionModel", "TestSupport"],
      path: "Tests/Fuzz/Targets",
      swiftSettings: swiftSettings
    ),
    .testTarget(
      name: "CalibrationTests",
      dependencies: [
        "Analysis", "Calibration", "ProvisionModel", "Simulation", "TestSupport", "TestTraits",
      ],
      swiftSettings: swiftSettings
    ),
    .testTarget(
      name: "ProvisionModelTests",
      dependencies: ["ProvisionModel", "TestSupport"],
      swiftSettings: swiftSettings
    ),
    .testTarget(
      name: "IngestionTests",
      dependencies: [
        "CCellScan", "Diagnostics", "FuzzTargets", "Ingestion", "ProvisionModel", "TestSupport",
        "TestTraits",
      ],
      exclude: ["Fixtures"],
      swiftSettings: swiftSettings
    ),
    .testTarget(
      name: "AnalysisTests",
      dependencies: ["Analysis", "Diagnostics", "ProvisionModel", "TestSupport", "TestTraits"],
      exclude: ["Fixtures"],
      swiftSettings: swiftSettings
    ),
    .testTarget(
      name: "ReportingTests",
      dependencies: [
        "Analysis", "Diagnostics", "ProvisionModel", "Reporting", "TestSupport", "TestTraits",
      ],
      swiftSettings: swiftSettings
    ),
    .testTarget(
      name: "SimulationTests",
      dependencies: ["ProvisionModel", "Simulation", "TestSupport", "TestTraits"],
      swiftSettings: swiftSettings
    ),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "Analysis", "Ingestion", "ProvisionModel", "Reporting", "Simulation", "TestSupport",
        "TestTraits", "impact",
      ],
      exclude: ["Cases", "Exports"],
      swiftSettings: swiftSettings
    ),
  ],
  cxxLanguageStandard: .cxx17
)

// `make fuzz` only: their `main` is libFuzzer's, so that nothing else can link them.
if Context.environment["IMPACT_FUZZ"] != nil {
  package.targets += ["CSV", "Cells", "Settings"].map { name in
    .executableTarget(
      name: "fuzz-\(name.lowercased())",
      dependencies: ["FuzzTargets"],
      path: "Tests/Fuzz/\(name)",
      swiftSettings: swiftSettings + [.unsafeFlags(["-parse-as-library"])]
    )
  }
}
