extension Language {
    /// The language that the environment asks for: the first of `TAIZHANG_LANG`, `LC_ALL`, `LC_MESSAGES` and `LANG` that is set and not
    /// empty decides; `zh`, `zh_CN.UTF-8`, `zh-Hans` … mean Chinese, everything else English.
    public static func detect(environment: (String) -> String?) -> Language {
        for name in ["TAIZHANG_LANG", "LC_ALL", "LC_MESSAGES", "LANG"] {
            guard let value = environment(name), !value.isEmpty else { continue }
            let language = value.prefix { $0 != "_" && $0 != "-" && $0 != "." && $0 != "@" }
            return language.lowercased() == "zh" ? .chinese : .english
        }
        return .english
    }
}
