import Numerics

/// A length in a drawing, in tenths of a pixel.
struct Pixels: Hashable, Comparable {
    var tenths: Int

    init(_ whole: Int) { tenths = whole * 10 }

    init(tenths: Int) { self.tenths = tenths }

    /// `12.3`, `12`
    var text: String {
        let magnitude = tenths.magnitude
        let decimal = magnitude % 10 == 0 ? "" : ".\(magnitude % 10)"
        return (tenths < 0 ? "-" : "") + "\(magnitude / 10)" + decimal
    }

    static func < (a: Pixels, b: Pixels) -> Bool { a.tenths < b.tenths }
    static func + (a: Pixels, b: Pixels) -> Pixels { Pixels(tenths: a.tenths + b.tenths) }
    static func - (a: Pixels, b: Pixels) -> Pixels { Pixels(tenths: a.tenths - b.tenths) }
}

/// Where quantities lie in a drawing. Exact until the pixel, to which they are rounded once.
struct Scale {
    /// The quantity at the start; its single value counts.
    let low: Interval
    /// The quantity at the end, above `low`.
    let high: Interval
    /// The length between the two.
    let length: Pixels

    /// Nil where there is nothing between the ends.
    init?(low: Interval, high: Interval, length: Pixels) {
        guard low.compareValue(high) < 0 else { return nil }
        self.low = low.single
        self.high = high.single
        self.length = length
    }

    /// From the start; what lies outside the ends is moved to them.
    func position(of quantity: Interval) -> Pixels {
        let quantity = quantity.single
        if quantity.compareValue(low) <= 0 { return Pixels(0) }
        if quantity.compareValue(high) >= 0 { return length }
        guard let share = (quantity - low).quotient(high - low), let place = share.product(whole(length.tenths)) else { return Pixels(0) }
        let text = decimalText(place.value, scale: place.scale, dividedBy: 1, decimals: 0, rounding: .nearest)
        return Pixels(tenths: max(0, min(length.tenths, Int(text) ?? 0)))
    }
}

/// An exact whole number.
func whole(_ number: Int) -> Interval { Interval(exact: Decimal(mantissa: Int64(number), scale: 0), factor: 1) }

extension Interval {
    /// The best single number, as if it were all that is known.
    var single: Interval { Interval(low: value, value: value, high: value, scale: scale) }
}
