import Diagnostics
import SourceText

/// Whether so many of the first bytes are zero that the text is in 16 or 32 bits; a stray NUL means no encoding.
private func isFullOfZeros(_ bytes: UnsafeRawBufferPointer) -> Bool {
    let start = bytes.prefix(4096)
    return start.count { $0 == 0 } * 8 > start.count
}

extension Diagnostic {
    static func foreignEncoding(_ span: SourceSpan, file: SourceFile, byte: UInt8) -> Diagnostic {
        if byte == 0, !isFullOfZeros(file.buffer.bytes) {
            return Diagnostic(
                "syntax/encoding", Localized(en: "a NUL byte in a text file", zh: "文本文件中有 NUL 字节"),
                at: Annotation(span, Localized(en: "byte \(span.range.lowerBound + 1)", zh: "第 \(span.range.lowerBound + 1) 字节")),
                help: [Localized(en: "nothing of this file was used", zh: "此文件未被采用")])
        }
        let guess = guessEncoding(file.buffer.bytes)
        let hex = String(byte, radix: 16, uppercase: true)
        var help = [Localized(en: "nothing of this file was used; a ledger is UTF-8 text", zh: "此文件未被采用；台账须为 UTF-8 文本")]
        if let name = guess.iconvName {
            let command = "iconv -f \(name) -t UTF-8 '\(file.path)' > new && mv new '\(file.path)'"
            help.insert(Localized(en: "it looks like \(name): \(command)", zh: "看来是 \(name)：\(command)"), at: 0)
        }
        return Diagnostic(
            "syntax/encoding", Localized(en: "not UTF-8", zh: "不是 UTF-8"),
            at: Annotation(
                span,
                Localized(en: "byte \(span.range.lowerBound + 1) is 0x\(hex)", zh: "第 \(span.range.lowerBound + 1) 字节是 0x\(hex)")),
            help: help)
    }

    static func includeMatchesNothing(_ pattern: String, _ span: SourceSpan, isPattern: Bool) -> Diagnostic {
        Diagnostic(
            "syntax/include",
            isPattern
                ? Localized(en: "no file matches \(pattern)", zh: "没有文件符合 \(pattern)")
                : Localized(en: "there is no file \(pattern)", zh: "没有文件 \(pattern)"),
            at: Annotation(span, Localized(en: "relative to this file's folder", zh: "相对于本文件所在文件夹")))
    }

    static func includeUnreadable(_ path: String, _ span: SourceSpan, _ problem: Localized) -> Diagnostic {
        Diagnostic(
            "syntax/include", Localized(en: "\(path) cannot be read", zh: "无法读取 \(path)"),
            at: Annotation(span, problem))
    }

    static func includeOutside(_ path: String, _ span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "syntax/include",
            Localized(en: "\(path) lies outside the ledger's folder", zh: "\(path) 在台账文件夹之外"),
            at: Annotation(span, Localized(en: "refused", zh: "已拒绝")),
            help: [Localized(en: "--allow-outside permits it", zh: "加 --allow-outside 可放行")])
    }

    static func includeCycle(_ chain: [String], _ span: SourceSpan) -> Diagnostic {
        let text = chain.joined(separator: " -> ")
        return Diagnostic(
            "syntax/include", Localized(en: "files include each other in a circle", zh: "文件循环包含"),
            at: Annotation(span, Localized(verbatim: text)))
    }

    static func emptyFile(_ span: SourceSpan, isWholeLedger: Bool) -> Diagnostic {
        Diagnostic(
            "syntax/empty", isWholeLedger ? .error : .warning,
            isWholeLedger
                ? Localized(en: "the ledger is empty", zh: "台账是空的") : Localized(en: "the file says nothing", zh: "该文件没有内容"),
            at: Annotation(span, Localized(en: "no block in it", zh: "其中没有任何块")),
            help: [
                Localized(
                    en: "a ledger holds blocks such as “2013-Q1  UNIT” with indented figures below", zh: "台账由块组成：行首写“2013年一季度  单位名”，其下缩进写数字"
                )
            ])
    }

    static func fiscalWithoutStart(_ span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "syntax/period", Localized(en: "no fiscal year is declared", zh: "未声明财年"),
            at: Annotation(span, Localized(en: "when does it start?", zh: "从哪个月开始？")),
            help: [Localized(en: "say it in a line of its own: fiscal-year starts 04", zh: "另起一行写明：财年始于 04")],
            fixes: [
                Fix(
                    Localized(en: "Let it start in April: fiscal-year starts 04", zh: "财年自 4 月开始：财年始于 04"),
                    adding: "fiscal-year starts 04\n")
            ])
    }

    static func twoFiscalYears(_ span: SourceSpan, first: SourceSpan) -> Diagnostic {
        Diagnostic(
            "syntax/declaration", Localized(en: "two fiscal years", zh: "财年定义了两次"),
            at: Annotation(span, Localized(en: "another month", zh: "另一个月份")),
            related: [Annotation(first, Localized(en: "first said here", zh: "先在此处定义"))])
    }

    static func tooManyFigures(_ span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "syntax/include", Localized(en: "the ledger has more than 4,294,967,295 figures", zh: "台账超过 4,294,967,295 个数"),
            at: Annotation(span, Localized(en: "not used from here on", zh: "自此未采用")),
            help: [Localized(en: "make it two ledgers", zh: "请分成两本台账")])
    }
}
