/// A ledger's size and seed: from these alone follows every figure in it.
///
/// One district has `townships` townships of `enterprisesPerTownship` enterprises, and every enterprise reports
/// every indicator every month. The figures never contradict the law, whatever the shape they are written in.
struct Workload {
    var townships: Int
    var enterprisesPerTownship: Int
    var indicators: Int
    var months: Int
    var seed: UInt64 = 20_130_120

    var enterprises: Int { townships * enterprisesPerTownship }
    var figures: Int { enterprises * indicators * months }

    /// Blocks run month by month and, inside a month, enterprise by enterprise, as monthly returns come in.
    var blocks: Int { enterprises * months }

    /// The sizes that the reference points are stated for; nil for a name that is none of them.
    init?(preset: String) {
        switch preset.lowercased() {
        case "240k": self.init(townships: 5, enterprisesPerTownship: 20, indicators: 100, months: 24)
        case "4.8m": self.init(townships: 20, enterprisesPerTownship: 100, indicators: 100, months: 24)
        case "24m": self.init(townships: 50, enterprisesPerTownship: 200, indicators: 100, months: 24)
        default: return nil
        }
    }

    init(townships: Int, enterprisesPerTownship: Int, indicators: Int, months: Int) {
        self.townships = townships
        self.enterprisesPerTownship = enterprisesPerTownship
        self.indicators = indicators
        self.months = months
    }

    /// Which month and which enterprise the block at `index` is about.
    func block(at index: Int) -> Block {
        precondition(index >= 0 && index < blocks)
        let enterprise = index % enterprises
        return Block(
            month: Month(index: index / enterprises), enterprise: enterprise, township: enterprise / enterprisesPerTownship)
    }
}

/// What one header says: the month, and the unit by the indexes of its enterprise and township.
struct Block {
    let month: Month
    let enterprise: Int
    let township: Int
}

/// A month of the workload, which starts in January 2023.
struct Month {
    let index: Int

    var year: Int { 2023 + index / 12 }
    var number: Int { index % 12 + 1 }

    /// January of the same year, where a cumulative figure starts.
    var yearStart: Month { Month(index: index - index % 12) }

    var lastDay: Int {
        switch number {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

/// Whether a block states the month alone or January up to it.
enum Shape: String, CaseIterable {
    case monthly
    case cumulative
}
