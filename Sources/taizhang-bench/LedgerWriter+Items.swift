extension LedgerWriter {
    private static let owners: [StaticString] = ["供电局", "交通局", "住建局", "水务局", "发改局", "商务局", "科技局"]

    /// A register of problems and the indicators that count them, then every item: assigned, taken up, moved to another enterprise of its
    /// township, solved and reopened, a month or so between.
    func appendRegister(to sink: inout ByteSink) throws(SinkError) {
        sink.append("register 难题\n    states 交办 -> 办理 -> 办结, 办结 -> 办理\n    due 60 days -> 办结\n    fields category, owner\n")
        sink.append("indicator 难题数 = count(难题)\n    measure 件\n")
        sink.append("indicator 难题办结率 = count(难题.办结) / count(难题)\n    measure %\n")
        sink.append("indicator 供电难题 = count(难题 where owner = 供电局)\n    measure 件\n\n")
        for item in 0..<itemCount {
            appendItem(item, to: &sink)
            try sink.drain()
        }
    }

    private func appendItem(_ item: Int, to sink: inout ByteSink) {
        let draws = SplitMix64(seed: workload.seed &+ 77)
        let draw = draws.draw(UInt64(item))
        let township = Int(draw % UInt64(workload.townships))
        let enterprise = township * workload.enterprisesPerTownship + Int(draw >> 8 & 0xFFFF) % workload.enterprisesPerTownship
        sink.append("item 难题 ")
        sink.append(UInt64(item + 1), width: 6)
        sink.append("  用电容量不足，需增容改造\n    unit ")
        appendUnit(enterprise, to: &sink)
        sink.append("\n    category 要素保障\n    owner ")
        sink.append(Self.owners[Int(draw >> 16 & 0xFF) % Self.owners.count])
        let first = Int(draw >> 24 & 0xFF)
        for (step, line) in (["交办", "办理  | 现场会", "unit ", "办结", "办理"] as [StaticString]).enumerated() {
            sink.append("\n    ")
            sink.append(Month(index: first % 24 + step), separator: UInt8(ascii: "-"))
            sink.append("-")
            sink.append((draw >> UInt64(32 + step) & 0xFF) % 28 + 1, width: 2)
            sink.append(" ")
            sink.append(line)
            if step == 2 { appendUnit(township * workload.enterprisesPerTownship, to: &sink) }
        }
        sink.append("\n\n")
    }

    private func appendUnit(_ enterprise: Int, to sink: inout ByteSink) {
        sink.append(names.townships[enterprise / workload.enterprisesPerTownship])
        sink.append(":")
        sink.append(names.enterprises[enterprise])
    }
}
