import SourceText

/// A flag that a `taizhang.conf` sets.
struct ConfigSetting: Sendable {
    /// The command that it is for; nil for all.
    var command: String?
    var flag: Flag
    /// Nil for a switch that is on.
    var value: String?
    /// `taizhang.conf:3`
    var place: String
    /// What the line says, without blanks at its ends.
    var text: String
    var key: ByteRange
}
