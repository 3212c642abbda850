"""Ledgers for the rows of docs/performance.md that are not a plain monthly ledger. Everything follows from the sizes and a seed."""

import random


def contradictions(path, wrong, units=100, indicators=100, quarters=25):
    """A million figures: months, and each quarter stated beside them; `wrong` of the quarters do not tally."""
    chance = random.Random(1)
    broken = set(chance.sample(range(units * indicators * quarters), wrong))
    cell = 0
    with open(path, "w", encoding="utf-8") as out:
        declare(out, units, [f"指标{number:04d}" for number in range(indicators)])
        for quarter in range(quarters):
            year, part = 2000 + quarter // 4, quarter % 4
            for unit in range(units):
                sums = [0] * indicators
                for month in range(part * 3 + 1, part * 3 + 4):
                    out.write(f"{year}-{month:02d}  单位{unit:04d}\n")
                    for number in range(indicators):
                        value = chance.randint(1000, 1999)
                        sums[number] += value
                        out.write(f"    指标{number:04d}  {value}.0\n")
                out.write(f"{year}-Q{part + 1}  单位{unit:04d}\n")
                for number in range(indicators):
                    value = sums[number] + (100 if cell in broken else 0)
                    cell += 1
                    out.write(f"    指标{number:04d}  {value}.0\n")


def long_blocks(path, lines):
    """A unit, an indicator and an item that are each declared in so many lines, and a register with as many fields."""
    with open(path, "w", encoding="utf-8") as out:
        fields = ", ".join(f"f{number}?" for number in range(lines))
        out.write(f"register 项目\n    states 在建 -> 停工, 停工 -> 在建\n    fields {fields}\n\nunit 甲\n")
        out.writelines(f"    字段{number} 值{number}\n" for number in range(lines))
        out.write("\nindicator 产值\n    measure 万元\n")
        out.writelines(f"    alias 名{number:06d}\n" for number in range(lines))
        out.write("\nitem 项目 001\n    unit 甲\n")
        out.writelines(f"    f{number} 值{number}\n" for number in range(lines))
        for number in range(lines):
            day = 1 + number % 28
            out.write(f"    {1900 + number // 336}-{1 + number // 28 % 12:02d}-{day:02d} {('在建', '停工')[number % 2]}\n")
        out.write("\n2024-01  甲\n    产值  5\n")


def deep_tree(path, units, levels=12, months=3):
    """About so many units in trees of so many levels, two indicators in each unit at the bottom."""
    chance = random.Random(2)
    bottom, count = [], 0
    with open(path, "w", encoding="utf-8") as out:
        out.write("units 根\n")
        while count < units:
            stack = [(1, f"u{count}")]
            while stack and count < units:
                depth, name = stack.pop()
                out.write("    " * depth + name + "\n")
                count += 1
                if depth == levels - 1:
                    bottom.append(name)
                else:
                    stack += [(depth + 1, name + letter) for letter in "ab"]
        out.write("indicators measure 万元\n    产值\n    利润\n\n")
        for month in range(1, months + 1):
            for name in bottom:
                out.write(f"2024-{month:02d}  {name}\n    产值  {chance.randint(100, 200)}.5\n    利润  {chance.randint(10, 20)}.5\n")


def many_indicators(path, indicators, units=100, months=12):
    chance = random.Random(3)
    with open(path, "w", encoding="utf-8") as out:
        names = [f"指标{number:05d}" for number in range(indicators)]
        declare(out, units, names)
        for month in range(1, months + 1):
            for unit in range(units):
                out.write(f"2024-{month:02d}  单位{unit:04d}\n")
                out.writelines(f"    {name}  {chance.randint(1000, 1999)}.5\n" for name in names)


def many_formulas(path, formulas, units=20, months=12):
    """So many computed indicators, and as many rules, over twice as many reported ones."""
    chance = random.Random(4)
    with open(path, "w", encoding="utf-8") as out:
        declare(out, units, [f"{kind}{number:05d}" for number in range(formulas) for kind in "甲乙"])
        for number in range(formulas):
            out.write(f"indicator 比{number:05d} = 甲{number:05d} / 乙{number:05d}\n    measure %\n")
            out.write(f"rule 规则{number:05d}  甲{number:05d} <= 乙{number:05d}\n")
        for month in range(1, months + 1):
            for unit in range(units):
                out.write(f"2024-{month:02d}  单位{unit:04d}\n")
                for number in range(formulas):
                    out.write(f"    甲{number:05d}  {chance.randint(1000, 1499)}.5\n    乙{number:05d}  {chance.randint(1500, 1999)}.5\n")


def journal(path, entries):
    """So many balanced entries for `hledger check`."""
    chance = random.Random(5)
    with open(path, "w", encoding="utf-8") as out:
        for entry in range(entries):
            amount = chance.randint(1000, 1999)
            out.write(f"2024-{entry % 12 + 1:02d}-01 entry\n    a:b{entry % 97}  {amount}.5\n    c\n\n")


def declare(out, units, indicators):
    out.write("units 区\n")
    out.writelines(f"    单位{unit:04d}\n" for unit in range(units))
    out.write("indicators measure 万元\n")
    out.writelines(f"    {name}\n" for name in indicators)
    out.write("\n")
