import Diagnostics
import Numerics
import SourceText

/// The language server without streams: messages go in as JSON texts, and come out as they are sent. For measuring, and for embedding.
public final class LocalServer {
    private let session: Session

    /// `send` is called with each message as soon as it would be written.
    public init(language: Language, today: Day, threads: Int = processorCount(), send: @escaping (JSON) -> Void) {
        var settings = Settings()
        settings.language = language
        settings.today = { today }
        settings.threads = threads
        session = Session(settings, send: send)
    }

    /// Handles messages that have come together; returns when all that they brought about has been sent.
    public func handle(_ texts: [String]) {
        session.handle(texts.map { Message(.message(Array($0.utf8))) })
    }
}
