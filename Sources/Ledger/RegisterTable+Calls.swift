import Diagnostics
import SourceText
import Syntax

extension RegisterTable {
    /// What is wrong with the names in `count(难题.办结 where owner = 供电局)`: registers, states and fields that there are not. The places are
    /// those of the text that the call was read from.
    public func mistakes(in call: RegisterCall, _ file: FileID) -> [Diagnostic] {
        let span = SourceSpan(file: file, range: call.name.range)
        switch find(reference: call.name.text) {
        case .unknownRegister(let name): return [.undeclared(name, .register, span, near: NearNames { nearest(name, in: names) })]
        case .unknownState(let id, let state): return [.unknownState(state, of: self[id].name, span, states: self[id].states)]
        case .found(let id, let state):
            let register = self[id]
            var mistakes: [Diagnostic] = []
            if state == nil, call.function == .days { mistakes.append(.daysToWhat(register, span)) }
            for filter in call.filters where !register.hasField(Unit.canonicalKey(filter.field.text)) {
                let name = filter.field
                let near = NearNames { nearest(name.text, in: register.fields.map(\.name)) }
                mistakes.append(.unknownField(name.text, of: register, SourceSpan(file: file, range: name.range), near: near))
            }
            return mistakes
        }
    }
}
