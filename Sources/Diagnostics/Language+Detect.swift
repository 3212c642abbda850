extension Language {
    /// The language that the environment asks for: the first of `TAIZHANG_LANG`, `LC_ALL`, `LC_MESSAGES` and `LANG` that is set and not
    /// empty decides; `zh`, `zh_CN.UTF-8`, `zh-Hans` … mean Chinese, everything else English. What `TAIZHANG_LANG` says is passed over
    /// where it is neither: a mistake in it is to be told in the language of the system.
    public static func detect(environment: (String) -> String?) -> Language {
        for name in ["TAIZHANG_LANG", "LC_ALL", "LC_MESSAGES", "LANG"] {
            guard let value = environment(name), !value.isEmpty else { continue }
            let language = Language.ofLocale(value)
            if name == "TAIZHANG_LANG", language == nil { continue }
            return language ?? .english
        }
        return .english
    }

    /// The language of a locale such as `zh_CN.UTF-8` or `en`; nil where it is neither of the two.
    public static func ofLocale(_ locale: String) -> Language? {
        Language(rawValue: locale.prefix { $0 != "_" && $0 != "-" && $0 != "." && $0 != "@" }.lowercased())
    }
}
