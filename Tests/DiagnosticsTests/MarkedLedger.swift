import Diagnostics
import SourceText
import Testing

/// Files in which runs between `⟦` and `⟧` are the places that diagnostics speak of, in the order of their starts.
struct MarkedLedger {
    private(set) var sources = SourceMap()
    private(set) var spans: [SourceSpan] = []

    init(_ files: (path: String, text: String)...) {
        for (index, file) in files.enumerated() { add(file.path, file.text, id: FileID(index)) }
    }

    private mutating func add(_ path: String, _ marked: String, id: FileID) {
        var bytes: [UInt8] = []
        var open: [Int] = []
        for scalar in marked.unicodeScalars {
            switch scalar {
            case "⟦":
                open.append(spans.count)
                spans.append(SourceSpan(file: id, range: ByteRange(bytes.count, bytes.count)))
            case "⟧":
                guard let index = open.popLast() else { continue }
                spans[index].range = ByteRange(spans[index].range.lowerBound, bytes.count)
            default: bytes += Array(String(scalar).utf8)
            }
        }
        sources.files.append(SourceFile(id: id, path: path, buffer: SourceBuffer(copying: bytes)))
    }

    func annotation(_ index: Int, _ label: String? = nil) -> Annotation {
        Annotation(spans[index], label.map { Localized(verbatim: $0) })
    }

    func full(_ diagnostic: Diagnostic, _ language: Language = .english, _ palette: Palette = .plain) -> String {
        FullRenderer(sources: sources, language: language, palette: palette).render(diagnostic)
    }
}
