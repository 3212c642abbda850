extension Severity {
    /// What people are told: `error`, 错误 and so on.
    public func name(in language: Language) -> String {
        switch (self, language) {
        case (_, .english): rawValue
        case (.error, .chinese): "错误"
        case (.warning, .chinese): "警告"
        case (.note, .chinese): "提示"
        }
    }
}
