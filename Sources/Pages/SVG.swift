/// The shapes that charts are made of. Colours and strokes are in the style sheet, by class.
enum SVG {
    /// Which end of a text stands at its place.
    enum Anchor: String { case start, middle, end }

    static func line(_ x1: Pixels, _ y1: Pixels, _ x2: Pixels, _ y2: Pixels, _ name: String) -> HTML {
        .element(
            "line",
            [
                .class(name), Attribute("x1", x1.text), Attribute("y1", y1.text), Attribute("x2", x2.text), Attribute("y2", y2.text),
            ])
    }

    static func rectangle(_ x: Pixels, _ y: Pixels, _ width: Pixels, _ height: Pixels, _ name: String) -> HTML {
        .element(
            "rect",
            [
                .class(name), Attribute("x", x.text), Attribute("y", y.text), Attribute("width", width.text),
                Attribute("height", height.text),
            ])
    }

    static func text(_ text: String, _ x: Pixels, _ y: Pixels, _ anchor: Anchor) -> HTML {
        .element("text", [Attribute("x", x.text), Attribute("y", y.text), Attribute("text-anchor", anchor.rawValue)], .text(text))
    }
}
