import SourceText

/// The lines of one file that a diagnostic shows.
struct SourceFrame {
    /// An annotation and the part of a line that it marks.
    struct Place {
        var annotation: Annotation
        var range: ByteRange
        var isPrimary: Bool
    }

    /// One line and what is marked in it.
    struct Line {
        var number: Int
        var range: ByteRange
        var places: [Place]

        /// What must be seen of a line that is too long: the primary place, or else the first.
        var required: ByteRange {
            (places.first(where: \.isPrimary) ?? places.first)?.range ?? range
        }

        /// What should be seen of it.
        var wanted: ByteRange {
            places.reduce(required) { $0.union($1.range) }
        }
    }

    let file: SourceFile
    /// What the frame's head points at: the primary place, or the first that was given in another file.
    let offset: Int
    /// In the order of their numbers.
    private(set) var lines: [Line] = []

    /// The file of the primary place first, then the others as the related places name them.
    static func frames(for diagnostic: Diagnostic, sources: SourceMap) -> [SourceFrame] {
        var frames: [SourceFrame] = []
        for (index, annotation) in ([diagnostic.primary] + diagnostic.related).enumerated() {
            let id = annotation.span.file
            let position = frames.firstIndex { $0.file.id == id } ?? frames.count
            if position == frames.count {
                frames.append(SourceFrame(file: sources[id], offset: annotation.span.range.lowerBound))
            }
            frames[position].add(annotation, isPrimary: index == 0)
        }
        for index in frames.indices { frames[index].lines.sort { $0.number < $1.number } }
        return frames
    }

    private init(file: SourceFile, offset: Int) {
        self.file = file
        self.offset = offset
    }

    /// A place that goes over several lines marks the rest of its first.
    private mutating func add(_ annotation: Annotation, isPrimary: Bool) {
        let span = annotation.span.range
        let number = file.lines.location(of: span.lowerBound).line
        let line = file.lines.range(ofLine: number)
        let start = min(span.lowerBound, line.upperBound)
        let place = Place(
            annotation: annotation, range: ByteRange(start, max(start, min(span.upperBound, line.upperBound))), isPrimary: isPrimary)
        if let index = lines.firstIndex(where: { $0.number == number }) {
            lines[index].places.append(place)
        } else {
            lines.append(Line(number: number, range: line, places: [place]))
        }
    }
}
