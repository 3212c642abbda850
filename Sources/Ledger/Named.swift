import Diagnostics

/// What a ledger calls by one name, and reports perhaps by another in each language.
public protocol Named {
    /// As the ledger has it.
    var name: String { get }
    /// `name-en`
    var nameEn: String? { get }
    /// `name-zh`
    var nameZh: String? { get }
}

extension Named {
    /// What it is called in a report.
    public func displayName(in language: Language) -> String {
        switch language {
        case .english: nameEn ?? name
        case .chinese: nameZh ?? name
        }
    }
}
