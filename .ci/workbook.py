#!/usr/bin/env python3
"""Reads every kind of workbook back, cell for cell: needs LibreOffice (soffice) and openpyxl, and a built taizhang.

    swift build && .ci/workbook.py [PROGRAM]

Of the last sheet every cell is held against `--format json` and `--format csv`, by openpyxl; of the other sheets every row as LibreOffice
shows it against `--format markdown`. Nothing may be a formula, heads must be frozen and repeated in print, and a second run must give the
same bytes.
"""

import csv
import json
import re
import subprocess
import sys
import tempfile
from decimal import Decimal
from pathlib import Path

import openpyxl

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / ".build/debug/taizhang").resolve()
COMMANDS = [
    ["report"],
    ["report", "--by", "month", "--show", "value,yoy,pop,share,ytd"],
    ["report", "--rows", "indicator"],
    ["progress"],
    ["balance"],
    ["claims"],
    ["missing", "--today", "2024-09-20", "--late"],
    ["list", "units"],
    ["list", "indicators"],
    ["revisions"],
    ["stats"],
]

# Names that a spreadsheet could take for formulas or markup, numbers with bounds, points, many digits, and below zero.
ODD = """\
units "=SUM(A1:A9)"
    "+1"
    "-2+3"
    "@cmd"
    "<script>&amp;'\\"
    "_x0041_"
    数据
indicator "=1/2"
    measure 亿元
    signed
indicator "a/b:c*d?[e]' with a name of more than thirty-one characters"
    measure %
indicator "History"
    measure 家
target 2024 "+1"
    "=1/2"  50 亿元
2023 "+1"
    "=1/2"  -4.50 亿元
    "a/b:c*d?[e]' with a name of more than thirty-one characters"  12.5%
2024 "+1"
    "=1/2"  48,259.5 亿元   yoy +8.2%
    "a/b:c*d?[e]' with a name of more than thirty-one characters"  10.1%   yoy -2.4 pp
    "History"  12 家
2024 "-2+3"
    "=1/2"  > 350 亿元
2024 "@cmd"
    "=1/2"  < 6.5 亿元
2024 "<script>&amp;'\\"
    "=1/2"  ~ 7 亿元
2024-Q1 数据
    "=1/2"  -0.5 亿元
2024 ! "_x0041_"
    "=1/2"  123456789012345.678 亿元
"""


def run(*words):
    done = subprocess.run([PROGRAM, *words], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"taizhang {' '.join(map(str, words))}: {done.stderr}")
    return done.stdout


def as_in_sheet(value):
    """What a cell holds of a JSON value; a number of more digits than a spreadsheet keeps is text."""
    if isinstance(value, Decimal):
        digits = "".join(c for c in str(value) if c.isdigit()).lstrip("0")
        return str(value) if len(digits) > 15 else float(value)
    # openpyxl leaves what stands for a character as it is in the file.
    return None if value in (None, "") else value


def unescaped(value):
    if not isinstance(value, str):
        return float(value) if isinstance(value, int) else value
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), value)


def squeezed(text):
    return re.sub(r"\s+", "", text)


def markdown_rows(text):
    """For each table the rows below its headings and the notes, blanks left out."""
    tables = []
    for line in text.splitlines():
        if line.startswith("### "):
            tables.append([])
        elif line.startswith("|") and not line.startswith("| :--"):
            cells = re.split(r"(?<!\\)\|", line)[1:-1]
            plain = "".join(cells).replace("&emsp;", "").replace("**", "")
            tables[-1].append(squeezed(re.sub(r"\\(.)", r"\1", plain)))
        elif line.startswith("- "):
            tables[-1].append(squeezed(re.sub(r"\\(.)", r"\1", line[2:])))
    return tables


def compare(what, actual, expected, failures):
    for index, (a, b) in enumerate(zip(actual, expected)):
        if a != b:
            failures.append(f"{what}, {index}: {a!r} instead of {b!r}")
    if len(actual) != len(expected):
        failures.append(f"{what}: {len(actual)} instead of {len(expected)}")


def check_data(sheet, name, data, table, failures):
    rows = [[cell for cell in row] for row in sheet.iter_rows(values_only=True)]
    heads = list(rows[0]) if rows else []
    keys = list(data[0]) if data else heads
    compare(f"{name}, keys", heads, keys, failures)
    values = [[unescaped(value) for value in row] for row in rows[1:]]
    expected = [[as_in_sheet(record[key]) for key in keys] for record in data]
    compare(f"{name}, records", values, expected, failures)
    as_text = [["" if value is None else value for value in row] for row in values]
    read = [[float(cell) if isinstance(value, float) else cell for cell, value in zip(*pair)] for pair in zip(table[1:], as_text)]
    compare(f"{name}, csv", as_text, read, failures)
    return sum(value is not None for row in values for value in row)


def main():
    failures, books, cells = [], [], 0
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        odd = folder / "odd.taizhang"
        odd.write_text(ODD)
        for ledger in (ROOT / "ledgers/main.taizhang", odd):
            for language in ("en", "zh"):
                for command in COMMANDS:
                    words = ["-f", ledger, "--lang", language, *command]
                    book = folder / f"book{len(books)}.xlsx"
                    run(*words, "--format", "xlsx", "-o", book)
                    first = book.read_bytes()
                    run(*words, "--format", "xlsx", "-o", book)
                    if first != book.read_bytes():
                        failures.append(f"{words}: two runs differ")
                    books.append((book, words))
        form = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1"
        converted = subprocess.run(
            ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", form, "--outdir", folder / "out"]
            + [book for book, _ in books], capture_output=True, text=True)
        if converted.returncode != 0:
            sys.exit(converted.stderr)
        for book, words in books:
            name = " ".join(map(str, words[2:]))
            workbook = openpyxl.load_workbook(book)
            *tables, data = workbook.worksheets
            records = json.loads(run(*words, "--format", "json"), parse_float=Decimal, parse_int=Decimal)
            table = list(csv.reader(run(*words, "--format", "csv").splitlines(keepends=True)))
            cells += check_data(data, name, records, table, failures)
            shown = markdown_rows(run(*words, "--format", "markdown"))
            compare(f"{name}, sheets", [len(tables)], [len(shown)], failures)
            for sheet, expected in zip(tables, shown):
                held = (sheet.freeze_panes, sheet.print_title_rows, sheet.print_title_cols)
                if held != ("B4", "$1:$3", "$A:$A"):
                    failures.append(f"{name}, {sheet.title}: heads {held}")
                if any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row):
                    failures.append(f"{name}, {sheet.title}: a formula")
                file = folder / "out" / f"{book.stem}-{sheet.title}.csv"
                rows = [squeezed("".join(row)) for row in csv.reader(file.open(encoding="utf-8", newline=""))][2:]
                # The row of headings may be blank; the one before the notes is.
                heads, rows = rows[:1], [row for row in rows[1:] if row]
                compare(f"{name}, {sheet.title}", heads + rows, expected[:1] + [row for row in expected[1:] if row], failures)
                cells += sum(cell.value is not None for row in sheet.iter_rows() for cell in row)
    for failure in failures[:40]:
        print(failure)
    print(f"{len(books)} workbooks, {cells} cells, {len(failures)} differences")
    sys.exit(1 if failures else 0)


main()
