/// How many terminal columns a text takes: East Asian wide and full-width characters two, combining marks and controls none,
/// characters of ambiguous width one.
public func displayWidth(_ text: String) -> Int {
    var meter = DisplayWidthMeter()
    for scalar in text.unicodeScalars { meter.add(scalar) }
    return meter.width
}

/// How many columns a scalar takes on its own: 0, 1 or 2.
public func displayWidth(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x7F { return value < 0x20 ? 0 : 1 }
    if value < 0xA0 { return 0 }
    if value < 0x300 { return 1 }
    // The block of Chinese characters spares the search for nearly all text that is not ASCII.
    if value >= 0x4E00, value <= 0x9FFF { return 2 }
    if runs(zeroWidthRuns, contain: value) { return 0 }
    return runs(wideRuns, contain: value) ? 2 : 1
}

/// Adds up the columns of scalars that follow one another, of which some change what stands before: a joined emoji, a skin tone, a
/// flag made of two letters, or the selector that asks for the coloured form.
public struct DisplayWidthMeter: Sendable {
    /// The columns so far.
    public private(set) var width = 0

    private var previous: Unicode.Scalar = "\0"
    private var previousWidth = 0
    private var isFlagOpen = false

    /// Nothing so far.
    public init() {}

    /// Goes on by one scalar; returns by how many columns the text grew.
    @discardableResult
    public mutating func add(_ scalar: Unicode.Scalar) -> Int {
        let grown = columns(of: scalar)
        isFlagOpen = scalar.isFlagLetter && !isFlagOpen
        if scalar != "\u{FE0F}" || grown > 0 { previousWidth = grown }
        previous = scalar
        width += grown
        return grown
    }

    private func columns(of scalar: Unicode.Scalar) -> Int {
        if scalar.value < 0x200D { return displayWidth(scalar) }
        if scalar == "\u{FE0F}" { return previousWidth == 1 && previous.properties.isEmoji ? 1 : 0 }
        if scalar.isFlagLetter { return isFlagOpen ? 0 : 2 }
        if previous == "\u{200D}", scalar.properties.isEmoji { return 0 }
        if scalar.properties.isEmojiModifier, previous.properties.isEmojiModifierBase { return 0 }
        return displayWidth(scalar)
    }
}

extension Unicode.Scalar {
    fileprivate var isFlagLetter: Bool { value >= 0x1F1E6 && value <= 0x1F1FF }
}

/// Whether one of the runs, given as first, last, first, last …, has the value in it.
private func runs(_ bounds: [UInt32], contain value: UInt32) -> Bool {
    var low = 0
    var high = bounds.count / 2
    while low < high {
        let middle = (low + high) / 2
        if value > bounds[2 * middle + 1] { low = middle + 1 } else { high = middle }
    }
    return 2 * low < bounds.count && value >= bounds[2 * low]
}
