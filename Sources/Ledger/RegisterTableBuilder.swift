import Diagnostics
import SourceText
import Syntax

/// Makes the table of registers of their declarations.
struct RegisterTableBuilder {
    private(set) var table = RegisterTable()
    private(set) var diagnostics: [Diagnostic] = []

    mutating func build(_ declarations: [(RegisterDeclaration, FileID)]) -> RegisterTable {
        for (declaration, file) in declarations {
            let span = SourceSpan(file: file, range: declaration.name.range)
            if let earlier = table.find(declaration.name.text) {
                diagnostics.append(.duplicateName(declaration.name.text, .register, span, first: table[earlier].declaredAt))
                continue
            }
            add(declaration, span)
        }
        return table
    }

    private mutating func add(_ declaration: RegisterDeclaration, _ span: SourceSpan) {
        let states = declaration.states.map(\.text)
        if states.isEmpty { diagnostics.append(.registerWithoutStates(declaration.name.text, span)) }
        var fields: [RegisterField] = []
        var seen: Set<String> = []
        for name in declaration.fields {
            let key = Unit.canonicalKey(name.text)
            guard seen.insert(key).inserted else { continue }
            fields.append(RegisterField(name: key, isOptional: declaration.optionalFields.contains(name.text)))
        }
        let dues = declaration.dues.compactMap { due(of: $0, declaration, span.file) }
        var register = Register(
            name: declaration.name.text, states: states, steps: declaration.steps, fields: fields, dues: dues, declaredAt: span)
        register.nameEn = declaration.nameEn
        register.nameZh = declaration.nameZh
        table.add(register)
    }

    /// Nil where it names a state that the register does not have.
    private mutating func due(of due: RegisterDeclaration.Due, _ register: RegisterDeclaration, _ file: FileID) -> Register.Due? {
        let states = register.states.map(\.text)
        var isKnown = true
        for name in [due.from, due.to].compactMap({ $0 }) where !states.contains(name.text) {
            isKnown = false
            diagnostics.append(.unknownState(name.text, of: register.name.text, SourceSpan(file: file, range: name.range), states: states))
        }
        guard isKnown, let to = states.firstIndex(of: due.to.text) else { return nil }
        return Register.Due(
            days: due.days, from: due.from.flatMap { states.firstIndex(of: $0.text) }.map { StateID($0) }, to: StateID(to),
            span: SourceSpan(file: file, range: due.range))
    }
}
