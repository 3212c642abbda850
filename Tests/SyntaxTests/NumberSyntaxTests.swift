import Numerics
import SourceText
import Testing

@testable import Syntax

@Suite struct NumberSyntaxTests {
    @Test(arguments: [
        ("202.5", "exactly 202.5"), ("202.50", "exactly 202.50"), ("0", "exactly 0"), ("007", "exactly 7"), ("-1.8", "exactly -1.8 signed"),
        ("+8.2", "exactly 8.2 signed"), ("48,259", "exactly 48259"), ("1,234,567.89", "exactly 1234567.89"),
        ("999999999999999999", "exactly 999999999999999999"), ("0.123456789012345678", "exactly 0.123456789012345678"),
        ("-99999999999999999.9", "exactly -99999999999999999.9 signed"), ("000000000000000000000000012", "exactly 12"),
        ("> 350", "above 350"), (">350", "above 350"), (">= 96", "atLeast 96"), ("< 600", "below 600"), ("<= 5", "atMost 5"),
        ("~ 6", "about 6"), ("超350", "above 350"), ("逾 350", "above 350"), ("不足600", "below 600"), ("近 600", "below 600"),
        ("约6", "about 6"), ("≥96", "atLeast 96"), ("≤ 5", "atMost 5"), ("> -5", "above -5 signed"),
        ("２０２．５", "exactly 202.5"), ("－１．８", "exactly -1.8 signed"), ("＋８", "exactly 8 signed"), ("4８，２５９", "exactly 48259"),
        ("＞３５０", "above 350"), ("＞＝３", "atLeast 3"), ("～6", "about 6"), ("—5", "exactly -5 signed"), ("–5", "exactly -5 signed"),
        ("−5", "exactly -5 signed"),
    ])
    func `numbers and their bounds`(text: String, expected: String) {
        #expect(read(text) == expected)
    }

    @Test(arguments: [
        ("1234567890123456789", "tooManyDigits"), ("0.1234567890123456789", "tooManyDecimals"),
        ("1.0000000000000000000", "tooManyDecimals"),
        ("0.0000000000000000001", "tooManyDecimals"), ("99999999999999999999999999999999", "tooManyDigits"),
        ("48,25", "grouping"), ("4825,999", "grouping"), ("1,2345", "grouping"), ("1,23,456", "grouping"),
        ("1.", "form"), ("1.2.3", "form"), ("1e5", "form"), ("1.5E3", "form"), ("1..5", "form"), ("１ｅ５", "form"),
        ("-", "notANumber"), ("+", "notANumber"), ("> x", "notANumber"), ("", "notANumber"), (".5", "notANumber"), ("- 5", "notANumber"),
    ])
    func `what is no number`(text: String, expected: String) {
        #expect(read(text) == expected)
    }

    @Test(arguments: [
        ("202.5亿元", "亿元"), ("5 家", " 家"), ("5, yoy", ", yoy"), ("5，同比", "，同比"), ("96%", "%"), ("3/9", "/9"), ("2east", "east"),
    ])
    func `a number ends where something else starts`(text: String, rest: String) throws {
        let buffer = SourceBuffer(copying: text.utf8)
        var cursor = LineBounds(buffer, at: 0).cursor(buffer.start)
        _ = try cursor.takeNumber()
        #expect(buffer.text(ByteRange(cursor.position, buffer.count)) == rest)
    }

    /// Numbers of every length, with every sort of end: the quick way says what the general one does, or leaves it to that.
    @Test(arguments: ["", "-"])
    func `the quick way`(sign: String) {
        let digits = Array("918273645546372819".utf8)
        for whole in 0...9 {
            for decimals in -1...9 {
                for end in [" ", "\n", "\t", ",", ".", "e5", "E", "%", "亿", ";", "-", ",000", "\u{E9}", "/2"] {
                    let number = digits.prefix(whole) + (decimals < 0 ? [] : [UInt8(ascii: ".")]) + digits.suffix(max(0, decimals))
                    let text = sign + String(decoding: number, as: UTF8.self)
                    let buffer = SourceBuffer(copying: (text + end).utf8)
                    let quick = PlainNumber(buffer.start)
                    var cursor = LineBounds(buffer, at: 0).cursor(buffer.start)
                    guard let quick else {
                        // What is plain must not take the long way.
                        #expect(whole == 0 || decimals == 0 || !" \n\t%;".contains(end), "\(text + end)")
                        continue
                    }
                    let general = try? cursor.takeNumber()
                    #expect(general?.decimal == Decimal(mantissa: quick.mantissa, scale: quick.scale), "\(text + end)")
                    #expect(quick.length == text.utf8.count, "\(text + end)")
                }
            }
        }
    }

    private func read(_ text: String) -> String {
        let buffer = SourceBuffer(copying: text.utf8)
        var cursor = LineBounds(buffer, at: 0).cursor(buffer.start)
        do throws(NumberProblem) {
            let number = try cursor.takeNumber()
            let all = ByteRange(0, buffer.count)
            return "\(number.bound) \(number.decimal)\(number.hasSign ? " signed" : "")\(number.range == all ? "" : " and more")"
        } catch {
            return "\(error)"
        }
    }
}
