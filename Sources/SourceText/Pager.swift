#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A program that shows a text a screen at a time, fed through a pipe.
public final class Pager {
    private let process: pid_t
    private var descriptor: Int32
    private var interrupt: sig_t?

    /// Starts the line in a shell, with the settings for `less` that it does not have yet: end at once where all fits, pass colours on, leave
    /// the text on the screen, and take it for UTF-8. Nil where no process can be started.
    public init?(_ command: String) {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { return nil }
        let (reading, writing) = (ends[0], ends[1])
        let line = #": "${LESS=FRX}" "${LESSCHARSET=utf-8}" "${LV=-c}"; export LESS LESSCHARSET LV; "# + command
        let started = spawnShell(line, reading: reading, closing: writing)
        close(reading)
        guard let started else {
            close(writing)
            return nil
        }
        process = started
        descriptor = writing
        // The key that interrupts is the pager's: ending before it would leave two programs at one terminal.
        interrupt = signal(SIGINT, SIG_IGN)
    }

    /// Hands text on; false once the reader has seen enough.
    public func write(_ text: String) -> Bool { writeAll(text, to: descriptor).isDone }

    /// Waits until the reader is done. False where the shell could not run the program, so that nobody has seen the text.
    public func finish() -> Bool {
        close(descriptor)
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 { if errno != EINTR { break } }
        signal(SIGINT, interrupt)
        let exited = status & 0x7F == 0
        let code = (status >> 8) & 0xFF
        return !exited || (code != 126 && code != 127)
    }
}

private func spawnShell(_ line: String, reading: Int32, closing writing: Int32) -> pid_t? {
    #if canImport(Glibc)
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
    #else
        var actions: posix_spawn_file_actions_t?
        var attributes: posix_spawnattr_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
        posix_spawn_file_actions_destroy(&actions)
        posix_spawnattr_destroy(&attributes)
    }
    if reading != STDIN_FILENO {
        posix_spawn_file_actions_adddup2(&actions, reading, STDIN_FILENO)
        posix_spawn_file_actions_addclose(&actions, reading)
    }
    posix_spawn_file_actions_addclose(&actions, writing)
    // This program ignores broken pipes; the pager must not inherit that.
    var defaults = sigset_t()
    sigemptyset(&defaults)
    sigaddset(&defaults, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    let texts = ["sh", "-c", line]
    var words: [UnsafeMutablePointer<CChar>?] = texts.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process: pid_t = 0
    return posix_spawn(&process, "/bin/sh", &actions, &attributes, &words, environ) == 0 ? process : nil
}

/// Whether one of the folders of a search path, `:` between them, has a program of that name.
public func hasProgram(_ name: String, in path: String) -> Bool {
    path.split(separator: ":").contains { access("\($0)/\(name)", X_OK) == 0 }
}
