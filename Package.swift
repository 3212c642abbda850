// swift-tools-version: 6.2
import PackageDescription

/// Warnings are errors, and overflow traps: the program must never go on with a wrong number. What is released asks for its types by their parts, not
/// by names that the runtime would first have to understand, which takes a twentieth of the instructions of a small ledger. Regular expressions and
/// tasks, which modules otherwise import unasked, would be loaded by every command and used by none. What Linux has beyond POSIX is declared only
/// where it is asked for: on which processors a thread may run.
let strict: [SwiftSetting] = [
    .unsafeFlags(["-Xcc", "-D_GNU_SOURCE"], .when(platforms: [.linux])),
    .treatAllWarnings(as: .error),
    .unsafeFlags(["-Xfrontend", "-disable-concrete-type-metadata-mangled-name-accessors"], .when(configuration: .release)),
    .unsafeFlags(["-Xfrontend", "-disable-implicit-string-processing-module-import"]),
    .unsafeFlags(["-Xfrontend", "-disable-implicit-concurrency-module-import"]),
]

func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

let package = Package(
    name: "taizhang",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "taizhang", targets: ["taizhang"])
    ],
    targets: [
        module("SourceText"),
        module("Numerics"),
        module("Diagnostics", ["SourceText"]),
        module("Syntax", ["SourceText", "Numerics", "Diagnostics"]),
        module("Formatting", ["SourceText", "Diagnostics", "Syntax"]),
        module("Ledger", ["SourceText", "Numerics", "Diagnostics", "Syntax"]),
        module("Tally", ["SourceText", "Numerics", "Syntax", "Ledger"]),
        module("Checks", ["SourceText", "Numerics", "Diagnostics", "Syntax", "Ledger", "Tally"]),
        module("Reports", ["SourceText", "Numerics", "Diagnostics", "Syntax", "Ledger", "Tally"]),
        module("Pages", ["SourceText", "Numerics", "Diagnostics", "Syntax", "Ledger", "Tally", "Reports"]),
        module(
            "LanguageServer",
            ["SourceText", "Numerics", "Diagnostics", "Syntax", "Formatting", "Ledger", "Tally", "Checks", "Reports"]),
        .executableTarget(
            name: "taizhang",
            dependencies: [
                "SourceText", "Numerics", "Diagnostics", "Syntax", "Formatting", "Ledger", "Tally", "Checks", "Reports",
                "LanguageServer", "Pages",
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "taizhang-bench",
            dependencies: ["SourceText", "Numerics", "Diagnostics", "Ledger", "Tally", "Checks", "LanguageServer"],
            swiftSettings: strict),
        .testTarget(name: "SourceTextTests", dependencies: ["SourceText"]),
        .testTarget(name: "NumericsTests", dependencies: ["Numerics"]),
        .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics", "SourceText"]),
        .testTarget(name: "SyntaxTests", dependencies: ["Syntax", "Numerics", "Diagnostics", "SourceText"]),
        .testTarget(
            name: "FormattingTests", dependencies: ["Formatting", "Syntax", "Diagnostics", "Numerics", "SourceText"]),
        .testTarget(name: "LedgerTests", dependencies: ["Ledger", "Syntax", "Diagnostics", "Numerics", "SourceText"]),
        .testTarget(name: "TallyTests", dependencies: ["Tally", "Ledger", "Syntax", "Numerics", "Checks", "Diagnostics", "SourceText"]),
        .testTarget(name: "ReportsTests", dependencies: ["Reports", "Tally", "Ledger", "Syntax", "Diagnostics", "Numerics", "SourceText"]),
        .testTarget(
            name: "PagesTests",
            dependencies: ["Pages", "Reports", "Tally", "Ledger", "Numerics", "Diagnostics", "SourceText"]),
        .testTarget(
            name: "LanguageServerTests",
            dependencies: ["LanguageServer", "SourceText", "Numerics", "Diagnostics", "Ledger", "Tally", "Checks"]),
        .testTarget(
            name: "CommandTests", dependencies: ["taizhang", "Checks", "Syntax", "Diagnostics", "SourceText"],
            exclude: ["Golden"]),
        .testTarget(
            name: "DocsTests",
            dependencies: ["taizhang", "Diagnostics", "Syntax", "Ledger", "Tally", "Checks"]),
    ]
)
