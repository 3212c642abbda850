import Numerics

/// Where the columns of a chart stand.
struct ColumnDrawing {
    let scale: Scale
    let left: Pixels
    let right: Pixels
    let bottom: Pixels
    /// How many places share the width.
    let count: Int

    /// The room of one period.
    struct Slot {
        var start: Pixels
        var end: Pixels
        var now: (x: Pixels, width: Pixels)
        var before: (x: Pixels, width: Pixels)

        var middle: Pixels { Pixels(tenths: (start.tenths + end.tenths) / 2) }
    }

    /// Last year's column stands a little to the left, behind this year's.
    func slot(_ index: Int) -> Slot {
        let room = right.tenths - left.tenths
        let start = left.tenths + room * index / count
        let end = left.tenths + room * (index + 1) / count
        let width = end - start
        let gap = max(4, width * 12 / 100)
        let column = max(10, (width - 2 * gap) * 62 / 100)
        return Slot(
            start: Pixels(tenths: start + gap / 2), end: Pixels(tenths: end - gap / 2),
            now: (Pixels(tenths: end - gap - column), Pixels(tenths: column)),
            before: (Pixels(tenths: start + gap), Pixels(tenths: column)))
    }

    /// The height of a quantity, from the top of the drawing.
    func y(_ quantity: Interval) -> Pixels { bottom - scale.position(of: quantity) }

    /// From zero up or down; of a value that is zero, or too small to be seen, a stroke.
    func column(_ quantity: Interval, _ place: (x: Pixels, width: Pixels), _ name: String) -> HTML {
        let (zero, end) = (y(.zero), y(quantity))
        let top = min(zero, end)
        return SVG.rectangle(place.x, top, place.width, max(Pixels(1), max(zero, end) - top), name)
    }
}
