"""What speed is held to: how time and memory grow with figures, threads, files, mistakes and names."""

import shutil
import subprocess

import workloads
from timing import note, time_cores, time_pair

SIZES = {"240k": 240_000, "4.8m": 4_800_000, "24m": 24_000_000}
REPORT = ["report", "--period", "2023..2024", "--by", "quarter", "--format", "csv", "-o", "/dev/null", "-f"]


def measure(options, folder, peers, ledger, generate):
    """A row for each goal: what, the goal, what was measured."""
    run = Runner(options)
    rows = against_peers(options, peers)
    base = next(row for row in peers if row["name"] == "taizhang report")
    beyond = (base["peak"] - ledger.stat().st_size) / SIZES[options.figures]
    rows.append(("peak memory beyond the bytes of the files, a figure", "≤ 40 bytes", f"{beyond:.0f} bytes"))
    # Two cores are disturbed more often than one: five turns tell little.
    threads = run.ratio("threads", run.report(ledger), run.report(ledger), threads=(1, 2), runs=15)
    rows.append(("two threads against one", "≥ 1.75×", threads))
    cores = time_cores(options, run.report(ledger), runs=15)
    rows.append(("two reports at once, a core each, against one: what the machine gives", "", f"{cores:.2f}×"))
    cumulative = generate(options, folder, options.figures, "taizhang", "--shape", "cumulative")
    rows.append(("cumulative figures against monthly ones", "≤ 1.5×", run.ratio("cumulative", run.report(cumulative), run.report(ledger))))
    cumulative.unlink()
    rows += large(options, folder, ledger, run, generate)
    rows += mistakes(folder, run)
    rows += growth(folder, run)
    rows += small(options, folder, run)
    return rows


class Runner:
    def __init__(self, options):
        self.options = options

    def report(self, ledger):
        return [self.options.taizhang, *REPORT, str(ledger)]

    def check(self, ledger, *more):
        return [self.options.taizhang, "check", "--format", "concise", *more, "-f", str(ledger)]

    def ratio(self, name, one, other, **more):
        return f"{time_pair(self.options, name, one, other, accepted=(0, 1), **more)[2]:.2f}×"


def against_peers(options, peers):
    by_name = {row["name"]: row["process"] / SIZES[row["figures"].lower()] for row in peers}
    goals = [("DuckDB", 5, ""), ("Polars", 5, ""), ("Polars, streaming", 5, ""), ("ledger", 150, ", extrapolated"), ("hledger", 500, ", extrapolated")]
    return [
        (f"check and roll-up against {name}", f"≥ {goal}×", f"{by_name[name] / by_name['taizhang report']:.1f}×{remark}")
        for name, goal, remark in goals
        if name in by_name
    ]


def large(options, folder, ledger, run, generate):
    """Five times as many figures, in one file and in 2,000."""
    if options.figures != "4.8m":
        note("the rows for 24 million figures need --figures 4.8m")
        return []
    whole = generate(options, folder, "24m", "taizhang")
    grown = run.ratio("24m", run.report(whole), run.report(ledger))
    many = folder / "many"
    many.mkdir()
    parts = generate(options, many, "24m", "taizhang", "--files", "2000")
    spread = run.ratio("24m in 2,000 files", run.report(parts), run.report(whole))
    whole.unlink()
    shutil.rmtree(many)
    return [("24 million figures against 4.8 million", "≤ 5.2×", grown), ("690 MB in 2,000 files against one", "0.83–1.2×", spread)]


def mistakes(folder, run):
    clean, wrong = folder / "clean.taizhang", folder / "wrong.taizhang"
    workloads.contradictions(clean, 0)
    workloads.contradictions(wrong, 10_000)
    # With nothing chosen to be told, all is found all the same; putting it into words is part of printing.
    chosen = ("--only", "syntax")
    return [
        ("10,000 contradictions in a million figures, found", "≤ 2×",
         run.ratio("contradictions", run.check(wrong, *chosen), run.check(clean, *chosen))),
        ("the same, put into words and printed in a line each", "≤ 2× and printing", run.ratio("contradictions, told", run.check(wrong), run.check(clean))),
    ]


def growth(folder, run):
    """Twice the size; what is linear takes twice the time, less what starting up takes."""
    rows = []
    for name, write, half in [
        ("100,000 units in 12 levels", workloads.deep_tree, 50_000),
        ("1,000 indicators", workloads.many_indicators, 500),
        ("1,000 formulas and rules", workloads.many_formulas, 500),
        ("blocks of 100,000 lines", workloads.long_blocks, 50_000),
    ]:
        one, other = folder / "whole.taizhang", folder / "half.taizhang"
        write(one, 2 * half)
        write(other, half)
        check = run.ratio(name, run.check(one), run.check(other))
        report = run.ratio(name, run.report(one), run.report(other))
        rows.append((f"{name} against half as many: check, report", "linear", f"{check}, {report}"))
    return rows


def small(options, folder, run):
    """The ledger of the repository, where starting up is most of the time."""
    if not options.static:
        note("the rows for a small ledger need --static")
        return []
    source, empty = folder / "empty.swift", folder / "empty"
    source.write_text("")
    subprocess.run(["swiftc", "-O", "-static-stdlib", str(source), "-o", str(empty)], check=True)
    demo = "ledgers/main.taizhang"
    command = [options.static, "check", "-f", demo]
    check, nothing, ratio = time_pair(options, "demo", command, [str(empty)], runs=50)
    rows = [
        ("check of the demonstration district, static, against an empty static program", "≤ 5×",
         f"{check * 1000:.1f} ms against {nothing * 1000:.1f}, {ratio:.1f}×")
    ]
    if shutil.which("hledger"):
        table = subprocess.run([options.static, "stats", "--format", "csv", "-f", demo], check=True, capture_output=True, text=True).stdout
        entries = next(int(line.split(",")[1]) for line in table.splitlines() if line.startswith("figures,"))
        path = folder / "demo.journal"
        workloads.journal(path, entries)
        # The journal is in ASCII, so that it can be read in any locale.
        ratio = time_pair(options, "hledger check", ["hledger", "check", "-f", str(path)], command, runs=20)[2]
        rows.append((f"the same against hledger check of {entries} entries", "≥ 10×", f"{ratio:.0f}×"))
    return rows
