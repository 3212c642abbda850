import Diagnostics
import Numerics
import Reports

/// What a cell shows beside its number: how much of a target is reached, or how well that is. The number says the same.
public enum Gauge: Sendable {
    /// A bar of a percentage, with a stroke where the schedule stands.
    case bar(percent: Interval, schedule: Interval?)
    /// A bar of how many of all have come so far, in %.
    case share(Interval)
    /// A ground by the sign and size of a lead.
    case tone(Tone)

    /// How a lead is to be taken.
    public enum Tone: String, Sendable { case good, bad, even }
}

extension Gauge {
    private static let width = Pixels(120)
    /// What lies beyond is cut off with a sign.
    private static let most = 125

    /// The picture; nothing for a ground, which is the cell's own.
    func html(in language: Language) -> HTML {
        guard let (percent, schedule, words) = bar,
            let scale = Scale(low: whole(0), high: whole(Self.most), length: Self.width - Pixels(8))
        else { return .nothing }
        let title = words.text(in: language)
        let filled = scale.position(of: percent)
        var shapes: [HTML] = [
            .element("title", [], .text(title)),
            SVG.rectangle(Pixels(0), Pixels(4), scale.position(of: whole(100)), Pixels(9), "track"),
        ]
        if filled > Pixels(0) {
            shapes.append(SVG.rectangle(Pixels(0), Pixels(4), filled, Pixels(9), percent.hasHigh ? "now" : "part"))
        }
        if percent.compareValue(whole(Self.most)) > 0 {
            shapes.append(.element("path", [.class("more"), Attribute("d", "M112 3 L119 8.5 L112 14 Z")]))
        }
        if let schedule {
            let x = scale.position(of: schedule)
            shapes.append(SVG.line(x, Pixels(0), x, Pixels(17), "mark"))
        }
        return .element(
            "svg",
            [
                Attribute("viewBox", "-1 0 \(Self.width.text) 17"), Attribute("width", Self.width.text), Attribute("height", "17"),
                Attribute("role", "img"), Attribute("aria-label", title),
            ], shapes)
    }

    private var bar: (percent: Interval, schedule: Interval?, title: Localized)? {
        switch self {
        case .bar(let percent, let schedule):
            let done = TargetText.percent(percent)
            let due = schedule.map { TargetText.percent($0) }
            let title = Localized(
                en: "\(done) of the target" + (due.map { ", schedule \($0)" } ?? ""),
                zh: "完成目标的\(done)" + (due.map { "，序时进度\($0)" } ?? ""))
            return (percent, schedule, title)
        case .share(let share):
            let text = TargetText.percent(share)
            return (share, nil, Localized(en: "\(text) of all items", zh: "占全部事项的\(text)"))
        case .tone: return nil
        }
    }

    var name: String? {
        guard case .tone(let tone) = self else { return nil }
        return tone.rawValue
    }
}
