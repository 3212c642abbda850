#!/usr/bin/env python3
"""Times taizhang against DuckDB, Polars, ledger and hledger on the same generated figures.

Run by hand from the top of the repository, on a machine with nothing else to do:

    swift build -c release
    swift build -c release --static-swift-stdlib --product taizhang --scratch-path .build-static
    python3 .ci/peers.py --figures 4.8m --threads 2 --taizhang .build/release/taizhang --bench .build/release/taizhang-bench \\
        --goals --static .build-static/release/taizhang

Each peer groups the figures by township, indicator and quarter, and does nothing else. Every run is a process of its
own; the medians are of the whole process and, for DuckDB and Polars, of the query inside it. All are bound to the same
number of cores. DuckDB and Polars are told the types of the columns, so that guessing them costs nothing.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import goals
from timing import note, time_in_turns

# What is timed of the project itself. {ledger} is the generated ledger. Both read it and check it; the second also rolls up all its
# quarters by township.
TAIZHANG = [
    ("taizhang check", ["check", "-f", "{ledger}"]),
    ("taizhang report", ["report", "--period", "2023..2024", "--by", "quarter", "--format", "csv", "-o", "/dev/null", "-f", "{ledger}"]),
]

# {journal} is the generated journal; accounts are indicator:township:enterprise.
LEDGERS = [
    ("ledger", ["register", "--quarterly", "--depth", "2", "--output", "/dev/null", "-f", "{journal}"]),
    ("hledger", ["balance", "--quarterly", "--depth", "2", "-O", "csv", "-o", "/dev/null", "-f", "{journal}"]),
]

# Each prints the seconds of the query, the number of groups and the sum of all figures.
QUERIES = {
    "DuckDB": """
import sys, time, duckdb
db = duckdb.connect()
db.execute(f"SET threads = {int(sys.argv[2])}")
start = time.perf_counter()
rows = db.execute('''
    SELECT township, indicator, date_trunc('quarter', period) AS quarter, sum(value)
    FROM read_csv($path, header = true, columns = {'unit': 'VARCHAR', 'township': 'VARCHAR',
                  'indicator': 'VARCHAR', 'period': 'DATE', 'value': 'DOUBLE'})
    GROUP BY ALL''', {"path": sys.argv[1]}).fetchall()
print(time.perf_counter() - start, len(rows), round(sum(row[3] for row in rows), 1))
""",
    "Polars": """
import sys, time, polars as pl
start = time.perf_counter()
table = (
    pl.scan_csv(sys.argv[1], schema={"unit": pl.String, "township": pl.String, "indicator": pl.String,
                                     "period": pl.Date, "value": pl.Float64})
    .group_by("township", "indicator", pl.col("period").dt.truncate("1q").alias("quarter"))
    .agg(pl.col("value").sum())
    .collect(engine=sys.argv[3])
)
print(time.perf_counter() - start, table.height, round(table["value"].sum(), 1))
""",
}

# A name for the table, the query, and what it is told besides the file and the threads.
TABLES = [
    ("DuckDB", "DuckDB", []),
    ("Polars", "Polars", ["in-memory"]),
    ("Polars, streaming", "Polars", ["streaming"]),
]


def main():
    options = parse_options()
    with tempfile.TemporaryDirectory(prefix="taizhang-peers-") as folder:
        folder = Path(folder)
        ledger = generate(options, folder, options.figures, "taizhang")
        table = generate(options, folder, options.figures, "csv")
        if options.install_ledgers:
            install_ledgers()
        rows = time_in_turns(options, own_commands(options, ledger) + queries(options, folder, table) + ledger_commands(options, folder))
        compare_answers(rows)
        table.unlink()
        print_table(options, rows, ledger)
        if options.goals:
            measured = goals.measure(options, folder, rows, ledger, generate)
            print(f"\n| | goal | measured |\n|---|---:|---:|")
            for row in measured:
                print("| " + " | ".join(row) + " |")


def parse_options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--figures", default="4.8m", help="240k, 4.8m or 24m (default %(default)s)")
    parser.add_argument("--ledgers-figures", default="240k", help="the size for ledger and hledger (default %(default)s)")
    parser.add_argument("--threads", type=int, default=os.cpu_count(), help="cores for everyone (default all)")
    parser.add_argument("--runs", type=int, default=5, help="runs of which the median is taken (default %(default)s)")
    parser.add_argument("--taizhang", default=".build/release/taizhang", help="the program (default %(default)s)")
    parser.add_argument("--bench", help="a built taizhang-bench, instead of `swift run -c release taizhang-bench`")
    parser.add_argument("--python", help="a Python that has duckdb and polars, instead of a new virtual environment")
    parser.add_argument("--goals", action="store_true", help="also what grows with size, threads, files and mistakes; takes some minutes")
    parser.add_argument("--static", help="a taizhang built with --static-swift-stdlib, for the times of a small ledger")
    parser.add_argument("--install-ledgers", action="store_true", help="apt-get install ledger hledger first")
    return parser.parse_args()


def generate(options, folder, figures, form, *extra):
    path = folder / f"{figures}{''.join(extra)}.{form}"
    bench = [options.bench] if options.bench else ["swift", "run", "-c", "release", "taizhang-bench"]
    arguments = ["generate", "--figures", figures, "--format", form, "--out", str(path), *extra]
    subprocess.run([*bench, *arguments], check=True, stdout=sys.stderr)
    return path


def own_commands(options, ledger):
    if not Path(options.taizhang).exists():
        note(f"{options.taizhang} is not there: taizhang is left out")
        return []
    return [
        {"name": name, "command": [options.taizhang, *(part.format(ledger=ledger) for part in arguments)], "figures": options.figures}
        for name, arguments in TAIZHANG
    ]


def queries(options, folder, table):
    python = options.python or make_environment(folder)
    environment = dict(os.environ, POLARS_MAX_THREADS=str(options.threads))
    return [
        {
            "name": name,
            "command": [python, "-c", QUERIES[query], str(table), str(options.threads), *extra],
            "environment": environment,
            "figures": options.figures,
        }
        for name, query, extra in TABLES
    ]


def compare_answers(rows):
    """Gives the rows of queries what the query alone took."""
    answers = {}
    for row in rows:
        if row["name"] in (name for name, _, _ in TABLES):
            printed = [output.split() for output in row["outputs"]]
            row["query"] = statistics.median(float(words[0]) for words in printed)
            answers[row["name"]] = tuple(printed[0][1:])
    if len(set(answers.values())) > 1:
        sys.exit(f"the peers disagree on the number of groups and the sum: {answers}")


def ledger_commands(options, folder):
    commands = []
    for name, arguments in LEDGERS:
        if not shutil.which(name):
            note(f"{name} is not installed: left out (--install-ledgers installs it)")
            continue
        journal = generate(options, folder, options.ledgers_figures, name)
        command = [name, *(part.format(journal=journal) for part in arguments)]
        environment = dict(os.environ, LANG="C.UTF-8", LC_ALL="C.UTF-8")
        commands.append({"name": name, "command": command, "environment": environment, "figures": options.ledgers_figures})
    return commands


def make_environment(folder):
    note("installing duckdb and polars from PyPI")
    subprocess.run([sys.executable, "-m", "venv", str(folder / "venv")], check=True)
    python = str(folder / "venv" / "bin" / "python")
    subprocess.run([python, "-m", "pip", "install", "--quiet", "duckdb", "polars"], check=True)
    versions = "import duckdb, polars; print('DuckDB', duckdb.__version__, 'Polars', polars.__version__)"
    subprocess.run([python, "-c", versions], check=True, stdout=sys.stderr)
    return python


def install_ledgers():
    elevate = [] if os.geteuid() == 0 else ["sudo"]
    subprocess.run([*elevate, "apt-get", "install", "--yes", "--quiet", "ledger", "hledger"], check=True, stdout=sys.stderr)


def print_table(options, rows, ledger):
    base = next((row for row in rows if row["name"] == "taizhang report"), rows[0])
    # Ratios are per figure, since ledger and hledger may be given fewer.
    print(f"{options.figures} figures ({ledger.stat().st_size / 1e6:.0f} MB as a ledger), "
          f"{options.threads} threads, median of {options.runs}\n")
    print(f"| | figures | whole process | query alone | peak memory | per figure, against {base['name']} |")
    print("|---|---:|---:|---:|---:|---:|")
    for row in rows:
        query = f"{row['query']:.3f} s" if "query" in row else ""
        peak = f"{row['peak'] / 1e6:.0f} MB"
        ratio = per_figure(row) / per_figure(base)
        extrapolated = "" if row["figures"] == options.figures else ", extrapolated"
        print(f"| {row['name']} | {row['figures']} | {row['process']:.3f} s | {query} | {peak} | {ratio:.2f}×{extrapolated} |")


def per_figure(row):
    return row["process"] / goals.SIZES[row["figures"].lower()]


if __name__ == "__main__":
    main()
