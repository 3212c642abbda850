import SourceText

/// What a pager is to a command; tests have one of their own.
struct PagerPipe {
    /// False once the reader has seen enough.
    var write: (String) -> Bool
    /// Waits for the reader; false where the pager could not be run.
    var finish: () -> Bool
}

/// Holds a command's output until it is longer than the screen, and hands it to a pager from then on.
final class Paging {
    private let rows: Int
    private let columns: Int
    private let start: () -> PagerPipe?
    private var held = ""
    private var heldRows = 0
    private var pager: PagerPipe?
    /// The reader has left the pager; nothing is written any more.
    private(set) var isClosed = false

    init(rows: Int, columns: Int, start: @escaping () -> PagerPipe?) {
        self.rows = rows
        self.columns = max(1, columns)
        self.start = start
    }

    /// Whether a pager has the screen.
    var isShowing: Bool { pager != nil }

    /// Takes the text; false where no pager can be started, and what `rest` gives is to be printed.
    func print(_ text: String) -> Bool {
        if isClosed { return true }
        held += text
        if let pager {
            isClosed = !pager.write(text)
            return true
        }
        heldRows += screenRows(of: text)
        // The prompt takes a row as well.
        guard heldRows >= rows else { return true }
        guard let pager = start() else { return false }
        self.pager = pager
        isClosed = !pager.write(held)
        return true
    }

    /// What is still to be printed: all that fits on the screen, or what a pager that could not be run did not show.
    func rest() -> String {
        defer { held = "" }
        guard let pager else { return held }
        self.pager = nil
        return pager.finish() ? "" : held
    }

    private func screenRows(of text: String) -> Int {
        var count = text.utf8.count { $0 == 0x0A }
        // Only a line of more bytes than columns can be broken; escape sequences make some lines seem longer, which does no harm.
        for line in text.utf8.split(separator: 0x0A) where line.count > columns {
            count += max(0, displayWidth(String(Substring(line))) - 1) / columns
        }
        return count
    }
}

extension Context {
    /// Follows `--no-pager` and the environment: `TAIZHANG_PAGER`, else `PAGER`, else `less` where there is one. An empty one turns paging
    /// off, and so does a terminal that can only print.
    func choosePager(isOff: Bool) {
        guard !isOff, outputIsTerminal, let height, let startPager, environment("TERM") != "dumb" else { return }
        guard let command = pagerCommand else { return }
        paging = Paging(rows: height, columns: width) { startPager(command) }
    }

    private var pagerCommand: String? {
        if let asked = environment("TAIZHANG_PAGER") ?? environment("PAGER") {
            let isNone = asked.allSatisfy { $0 == " " } || asked == "cat"
            return isNone ? nil : asked
        }
        return hasProgram("less", in: environment("PATH") ?? "") ? "less -FRX" : nil
    }
}
