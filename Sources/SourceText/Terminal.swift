#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Whether a person sees what is written there: colour and width are for terminals only.
public func isTerminal(_ descriptor: Int32) -> Bool {
    isatty(descriptor) == 1
}

/// How many columns and rows the terminal of standard output, or else of standard error, has; nil where neither is one.
public func terminalSize() -> (columns: Int, rows: Int)? {
    for descriptor in [STDOUT_FILENO, STDERR_FILENO] {
        var size = winsize()
        if ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return (Int(size.ws_col), Int(size.ws_row)) }
    }
    return nil
}

/// Lets a write to a closed pipe fail (`writeAll` answers `closed`) rather than end the program.
public func ignoreBrokenPipe() {
    signal(SIGPIPE, SIG_IGN)
}

/// What became of a write.
public enum WriteOutcome: Hashable, Sendable {
    /// All is written.
    case done
    /// Nobody reads any more, as behind `| head`.
    case closed
    /// Anything else, such as a disk that is full.
    case failed(FileError)

    /// Whether all is written.
    public var isDone: Bool { self == .done }

    /// Nil where all is written.
    var error: FileError? {
        switch self {
        case .done: nil
        case .closed: .of(EPIPE)
        case .failed(let error): error
        }
    }
}

/// Writes a text to an open file, waiting as long as it takes.
public func writeAll(_ text: String, to descriptor: Int32) -> WriteOutcome {
    var text = text
    return text.withUTF8 { writeAll(UnsafeRawBufferPointer($0), to: descriptor) }
}

/// Writes bytes to an open file, waiting as long as it takes.
public func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> WriteOutcome {
    guard let base = bytes.baseAddress else { return .done }
    var written = 0
    while written < bytes.count {
        // SAFETY: `written` never passes the count.
        let result = write(descriptor, base + written, min(bytes.count - written, 1 << 30))
        if result >= 0 {
            written += result
        } else if errno == EAGAIN {
            var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
            _ = poll(&request, 1, -1)
        } else if errno == EPIPE {
            return .closed
        } else if errno != EINTR {
            return .failed(.last())
        }
    }
    return .done
}
