import Diagnostics
import SourceText

/// `initialize`: notes what the client can do, and says what the server does.
func initialize(_ parameters: JSON, _ settings: inout Settings) -> JSON {
    let capabilities = parameters["capabilities"]
    let (text, workspace) = (capabilities["textDocument"], capabilities["workspace"])
    let offered = capabilities["general"]["positionEncodings"].elements.compactMap(\.text)
    settings.encoding = offered.contains("utf-8") ? .utf8 : .utf16
    settings.pullsDiagnostics = text["diagnostic"].isObject
    settings.refreshesDiagnostics = workspace["diagnostics"]["refreshSupport"].bool ?? false
    settings.takesDocumentChanges = workspace["workspaceEdit"]["documentChanges"].bool ?? false
    settings.takesSnippets = text["completion"]["completionItem"]["snippetSupport"].bool ?? false
    settings.takesSymbolTree = text["documentSymbol"]["hierarchicalDocumentSymbolSupport"].bool ?? false
    settings.registersWatchers = workspace["didChangeWatchedFiles"]["dynamicRegistration"].bool ?? false
    if !settings.isLanguageFixed, let locale = parameters["locale"].text, locale.lowercased().hasPrefix("zh") {
        settings.language = .chinese
    }
    if let language = parameters["initializationOptions"]["language"].text.flatMap(Language.init) { settings.language = language }
    let folders = parameters["workspaceFolders"].elements.compactMap { $0["uri"].text }
    let root = parameters["rootUri"].text ?? parameters["rootPath"].text.map { DocumentURI.uri(of: $0) }
    settings.folders = (folders.isEmpty ? [root].compactMap { $0 } : folders).compactMap(DocumentURI.path)
    return .object([
        ("capabilities", serverCapabilities(settings)),
        ("serverInfo", .object([("name", .string("taizhang"))])),
    ])
}

private func serverCapabilities(_ settings: Settings) -> JSON {
    .object([
        ("positionEncoding", .string(settings.encoding.rawValue)),
        (
            "textDocumentSync",
            .object([("openClose", .bool(true)), ("change", .integer(2)), ("save", .object([("includeText", .bool(false))]))])
        ),
        (
            "diagnosticProvider",
            .object([
                ("identifier", .string("taizhang")), ("interFileDependencies", .bool(true)), ("workspaceDiagnostics", .bool(true)),
            ])
        ),
        (
            "completionProvider",
            .object([("triggerCharacters", .array([" ", ":", "："].map(JSON.string))), ("resolveProvider", .bool(false))])
        ),
        ("hoverProvider", .bool(true)), ("definitionProvider", .bool(true)), ("referencesProvider", .bool(true)),
        ("documentHighlightProvider", .bool(true)),
        ("renameProvider", .object([("prepareProvider", .bool(true))])),
        ("documentSymbolProvider", .bool(true)), ("workspaceSymbolProvider", .bool(true)), ("foldingRangeProvider", .bool(true)),
        ("selectionRangeProvider", .bool(true)), ("documentLinkProvider", .object([])),
        (
            "semanticTokensProvider",
            .object([
                (
                    "legend",
                    .object([
                        ("tokenTypes", .array(TokenType.allCases.map { .string($0.rawValue) })),
                        ("tokenModifiers", .array([.string("declaration")])),
                    ])
                ), ("full", .bool(true)), ("range", .bool(true)),
            ])
        ),
        ("codeActionProvider", .object([("codeActionKinds", .array([.string("quickfix")]))])),
        ("documentFormattingProvider", .bool(true)), ("documentRangeFormattingProvider", .bool(true)),
        ("documentOnTypeFormattingProvider", .object([("firstTriggerCharacter", .string("\n"))])),
        ("inlayHintProvider", .bool(true)), ("codeLensProvider", .object([("resolveProvider", .bool(false))])),
        (
            "workspace",
            .object([("workspaceFolders", .object([("supported", .bool(true)), ("changeNotifications", .bool(true))]))])
        ),
    ])
}
