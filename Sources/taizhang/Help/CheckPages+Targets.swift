import Diagnostics

extension CheckPage {
    /// Of targets.
    static let targets = [
        CheckPage(
            "target/allocation",
            title: Localized(
                en: "a target and what was handed on do not tally",
                zh: "目标与分解不平衡"),
            says: Localized(
                en: """
                    Where two sub-units, or all of them, have a target for an indicator that is summed
                    over units, their targets must come to at least that of their unit. More than it
                    is a margin, and an error only under `decompose exactly`. Where lower is better the
                    sides change. Drafts are held against drafts, as warnings.
                    """,
                zh: """
                    按单位加总的指标，有两个下级（或全部下级）有目标时，下级目标之和不得小于上级目标。
                    大于上级目标是层层加码，只有声明 `足额分解` 时才是错误。越低越好的指标方向相反。草案
                    与草案相比，只作警告。
                    """),
            example: .ledger(
                Localized(
                    en: """
                        units District
                            North
                            South
                        indicator Output
                            measure 万元
                        target 2024  District
                            Output  1000 万元
                        target 2024  District -> North
                            Output  500 万元
                        target 2024  District -> South
                            Output  400 万元
                        """,
                    zh: """
                        单位组 区
                            北镇
                            南镇
                        指标 产值
                            计量 万元
                        目标 2024年  区
                            产值  1000 万元
                        目标 2024年  区 -> 北镇
                            产值  500 万元
                        目标 2024年  区 -> 南镇
                            产值  400 万元
                        """)),
            why: Localized(
                en: """
                    If everyone does what was asked of them, the whole still misses its target.
                    """,
                zh: """
                    即使人人完成任务，总目标仍然完不成。
                    """),
            mend: Localized(
                en: """
                    Give the rest to someone: the message says how much, and who has no target. If the
                    ledger does not name all sub-units, declare the unit `incomplete`. `taizhang
                    balance` shows every target beside what was handed on.
                    """,
                zh: """
                    把余下的部分分给有关单位：提示给出差额和没有目标的单位。若台账未列全下级，请声明上级
                    `不全`。`taizhang balance` 列出每个目标及其分解。
                    """)),
        CheckPage(
            "target/phase",
            title: Localized(
                en: "the targets of a year's parts do not make the year's",
                zh: "各期目标之和与全年目标不符"),
            says: Localized(
                en: """
                    Where an issuer states targets for all quarters, months or halves of a period, they
                    must add up to that of the period. This holds for flows only.
                    """,
                zh: """
                    同一下达单位写全了某期间各季、各月或上下半年的目标时，其和必须等于该期间的目标。只
                    适用于流量。
                    """),
            example: .ledger(
                Localized(
                    en: """
                        target 2024  North
                            Output  1000 万元
                        target 2024-H1  North
                            Output  450 万元
                        target 2024-H2  North
                            Output  500 万元
                        """,
                    zh: """
                        目标 2024年  北镇
                            产值  1000 万元
                        目标 2024年上半年  北镇
                            产值  450 万元
                        目标 2024年下半年  北镇
                            产值  500 万元
                        """)),
            why: Localized(
                en: """
                    Whoever keeps to the quarters misses the year, or is told to be behind while on
                    schedule.
                    """,
                zh: """
                    按季完成却完不成全年，或进度正常却被判为落后。
                    """),
            mend: Localized(
                en: """
                    Correct one of the numbers, or state the year's target only and say how it falls:
                    `phase Output  22 25 25 28`.
                    """,
                zh: """
                    更正其中一个数；或只写全年目标，另写 `序时 产值  22 25 25 28`。
                    """)),
        CheckPage(
            "target/duplicate",
            title: Localized(
                en: "one target twice",
                zh: "同一目标写了两次"),
            says: Localized(
                en: """
                    Two lines state a target of the same issuer for the same indicator, unit and
                    period, and neither revises the other. Where they differ, none counts until this
                    is mended. A draft beside an issued target is no duplicate.
                    """,
                zh: """
                    两行写的是同一下达单位对同一指标、单位和期间的目标，又不是修订。两者不同时，更正之前
                    都不采用。草案与已下达的目标并存不算重复。
                    """),
            example: .ledger(
                Localized(
                    en: """
                        target 2024  North
                            Output  1000 万元
                        target 2024  North
                            Output  1100 万元
                        """,
                    zh: """
                        目标 2024年  北镇
                            产值  1000 万元
                        目标 2024年  北镇
                            产值  1100 万元
                        """)),
            why: Localized(
                en: """
                    Which of the two was agreed cannot be known.
                    """,
                zh: """
                    无从知道以哪个为准。
                    """),
            mend: Localized(
                en: """
                    Delete one; or head the later one `revise target 2024 North on 2024-06-30`; or, if
                    they come from different issuers, name these: `target 2024 City -> North`.
                    """,
                zh: """
                    删去一个；若后者是调整，块头写 `修订 目标 2024年 北镇 于 2024-06-30`；若出自不同单位，
                    请写明下达单位：`目标 2024年 市 -> 北镇`。
                    """)),
    ]
}
