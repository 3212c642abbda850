import Diagnostics
import Ledger
import Numerics
import SourceText
import Syntax
import Tally

/// How checks speak of targets.
struct TargetWording {
    let wording: Wording
    var ledger: Ledger { wording.ledger }

    init(_ tally: Tally) { wording = Wording(tally) }

    func unit(_ id: UnitID) -> String { wording.unit(id) }

    func indicator(_ id: IndicatorID) -> String { wording.indicator(id) }

    func period(_ period: Period) -> Localized { wording.period(period) }

    /// A level with its measure.
    func value(_ interval: Interval, _ id: IndicatorID) -> String { wording.quantity(interval, id) }

    /// Where the number of a target stands, with its measure.
    func span(_ target: Target) -> SourceSpan {
        let range = BodyLine.reread(ledger.sources[target.file].buffer, at: target.line)?.valueRange
        return SourceSpan(file: target.file, range: range ?? ByteRange(target.line, target.line))
    }

    /// The number of a target as its line has it.
    func written(_ target: Target) -> String {
        let span = span(target)
        return ledger.sources[span.file].buffer.text(span.range).split(separator: " ").joined(separator: " ")
    }

    /// The level of a target, beside what its line says where that is something else.
    func stated(_ target: StandingTarget, _ level: Interval) -> String {
        let written = written(target.target)
        if case .level = target.demand { return written }
        return "\(written) = \(value(level, target.target.indicator))"
    }
}
