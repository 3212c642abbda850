/// What the program tells its caller.
enum ExitStatus: Int32, Sendable {
    case success = 0
    /// The ledger was read, and something in it is contradicted.
    case contradicted = 1
    /// Wrong usage, or a file that cannot be read.
    case couldNotRun = 2
}
