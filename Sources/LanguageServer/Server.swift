import Diagnostics
import Numerics
import SourceText

/// The language server over two open files, which are standard input and output as editors start it.
public struct Server: Sendable {
    private let settings: Settings

    /// How a server is started.
    public struct Options: Sendable {
        /// Of messages.
        public var language: Language
        /// Whether the language stays as it is, whatever the client's own is.
        public var isLanguageFixed = false
        /// The ledger's first file; nil to look for it around the files that are open.
        public var main: String?
        /// Whether an `include` may leave the folder of the first file.
        public var allowsOutside = false
        /// How many cores may be used.
        public var threads = processorCount()

        /// Messages in this language, unless the client names its own.
        public init(language: Language) { self.language = language }
    }

    /// `today` tells the day by which reports fall due, and is asked at each reading.
    public init(_ options: Options, today: @escaping @Sendable () -> Day) {
        var settings = Settings()
        settings.language = options.language
        settings.isLanguageFixed = options.isLanguageFixed
        settings.main = options.main
        settings.allowsOutside = options.allowsOutside
        settings.threads = options.threads
        settings.today = today
        self.settings = settings
    }

    /// Answers messages until the client says `exit`, or `input` ends. True where the client had said `shutdown` before, as it should.
    ///
    /// One thread reads, so that a request may be cancelled while others are being answered; the calling thread does all else.
    public func run(input: Int32, output: Int32) -> Bool {
        let channel = Channel<Message>()
        let reader = FrameFeeder(channel)
        guard readInBackground(input, take: { reader.take($0) }, end: { channel.finish() }) else { return false }
        let session = Session(settings) { json in Self.write(json, to: output) }
        while !session.isOver {
            let messages = channel.takeAll()
            if messages.isEmpty { break }
            session.handle(messages) { channel.takeReady() }
        }
        return session.wasShutDown
    }

    /// A message with its head. A client that reads no more will soon end the input too.
    private static func write(_ json: JSON, to output: Int32) {
        let text = json.text()
        _ = writeAll("Content-Length: \(text.utf8.count)\r\n\r\n" + text, to: output)
    }
}

/// Cuts what is read into messages.
///
/// SAFETY: only the one thread that reads the input calls `take`.
private final class FrameFeeder: @unchecked Sendable {
    private var frames = FrameReader()
    private let channel: Channel<Message>

    init(_ channel: Channel<Message>) { self.channel = channel }

    func take(_ bytes: [UInt8]) {
        for frame in frames.take(bytes) { channel.send(Message(frame)) }
    }
}
