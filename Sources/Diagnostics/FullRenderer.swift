import SourceText

/// Diagnostics for people: the lines that are involved, with marks under what is meant and what was computed beside them.
public struct FullRenderer: Sendable {
    private let sources: SourceMap
    private let language: Language
    private let palette: Palette

    /// `sources` holds every file that the diagnostics name.
    public init(sources: SourceMap, language: Language, palette: Palette = .plain) {
        self.sources = sources
        self.language = language
        self.palette = palette
    }

    /// All of them, with an empty line between two.
    public func render(_ diagnostics: [Diagnostic]) -> String {
        diagnostics.map { render($0) }.joined(separator: "\n")
    }

    /// One of them; ends in a line ending.
    public func render(_ diagnostic: Diagnostic) -> String {
        let frames = SourceFrame.frames(for: diagnostic, sources: sources)
        let largest = frames.flatMap(\.lines).map(\.number).max() ?? 0
        let gutter = max(2, String(largest).count)
        var rows = [header(diagnostic)]
        for frame in frames { rows += self.rows(frame, gutter: gutter, severity: diagnostic.severity) }
        let margin = String(repeating: " ", count: gutter) + palette.paint("=", palette.gutter)
        for help in diagnostic.help { rows.append(margin + " " + text(help)) }
        let more = Localized(en: "more: taizhang help \(diagnostic.code)", zh: "详见 taizhang help \(diagnostic.code)")
        rows.append(margin + " " + text(more))
        return rows.joined(separator: "\n") + "\n"
    }

    private func header(_ diagnostic: Diagnostic) -> String {
        let name = "\(diagnostic.severity.name(in: language))[\(diagnostic.code)]"
        let colon = Localized(en: ": ", zh: "：").text(in: language)
        return palette.paint(name, palette.start(of: diagnostic.severity)) + colon + text(diagnostic.message)
    }

    private func rows(_ frame: SourceFrame, gutter: Int, severity: Severity) -> [String] {
        let margin = String(repeating: " ", count: gutter)
        let place = frame.file.lines.location(of: frame.offset)
        let path = Printable.text(frame.file.path)
        var rows = [margin + palette.paint("┌─", palette.gutter) + " \(path):\(place.line):\(place.column)"]
        var previous: Int?
        for line in frame.lines {
            if let previous, line.number > previous + 1 { rows.append(margin + palette.paint("┆", palette.gutter)) }
            previous = line.number
            rows += self.rows(line, of: frame.file, gutter: gutter, severity: severity)
        }
        return rows
    }

    private func rows(_ line: SourceFrame.Line, of file: SourceFile, gutter: Int, severity: Severity) -> [String] {
        let shown = SourceLine(file, line: line.range, required: line.required, wanted: line.wanted)
        let number = palette.paint(padLeft(String(line.number), to: gutter) + "│", palette.gutter)
        let bar = String(repeating: " ", count: gutter) + palette.paint("│", palette.gutter)
        let marks = line.places.map { place in
            let label = place.annotation.label.map { text($0) } ?? ""
            return MarkerRows.Mark(
                columns: shown.columns(of: place.range), label: label.isEmpty ? nil : label, isPrimary: place.isPrimary)
        }
        let below = MarkerRows.rows(for: marks) { palette.paint($0, palette.start(of: severity)) }
        return [shown.text.isEmpty ? number : number + " " + shown.text] + below.map { bar + " " + $0 }
    }

    private func text(_ localized: Localized) -> String {
        Printable.text(localized.text(in: language))
    }
}
