"""What speed is held to: how time and memory grow with figures, threads, files, mistakes and names."""

import os
import shutil
import subprocess

import workloads
from timing import note, time_command

SIZES = {"240k": 240_000, "4.8m": 4_800_000, "24m": 24_000_000}
REPORT = ["report", "--period", "2023..2024", "--by", "quarter", "--format", "csv", "-o", "/dev/null", "-f"]


def measure(options, folder, peers, ledger, generate):
    """A row for each goal: what, the goal, what was measured."""
    run = Runner(options)
    rows = against_peers(options, peers)
    base = next(row for row in peers if row["name"] == "taizhang report")
    beyond = (base["peak"] - ledger.stat().st_size) / SIZES[options.figures]
    rows.append(("peak memory beyond the bytes of the files, a figure", "≤ 40 bytes", f"{beyond:.0f} bytes"))
    one = run.report("one thread", ledger, threads=1)
    rows.append(("two threads against one", "≥ 1.75×", f"{one / run.report('two threads', ledger, threads=2):.2f}×"))
    cumulative = generate(options, folder, options.figures, "taizhang", "--shape", "cumulative")
    rows.append(("cumulative figures against monthly ones", "≤ 1.5×", f"{run.report('cumulative', cumulative) / base['process']:.2f}×"))
    cumulative.unlink()
    rows += large(options, folder, base, run, generate)
    rows += mistakes(folder, run)
    rows += growth(folder, run)
    rows += small(options, folder, run)
    return rows


class Runner:
    def __init__(self, options):
        self.options = options

    def report(self, name, ledger, threads=None):
        return self.seconds(name, [*REPORT, str(ledger)], threads=threads)

    def check(self, name, ledger, only=None, **more):
        chosen = ["--only", only] if only else []
        return self.seconds(name, ["check", "--format", "concise", *chosen, "-f", str(ledger)], accepted=(0, 1), **more)

    def seconds(self, name, arguments, **more):
        return time_command(self.options, name, [self.options.taizhang, *arguments], **more)["process"]


def against_peers(options, peers):
    by_name = {row["name"]: row["process"] / SIZES[row["figures"].lower()] for row in peers}
    goals = [("DuckDB", 5, ""), ("Polars", 5, ""), ("Polars, streaming", 5, ""), ("ledger", 150, ", extrapolated"), ("hledger", 500, ", extrapolated")]
    return [
        (f"check and roll-up against {name}", f"≥ {goal}×", f"{by_name[name] / by_name['taizhang report']:.1f}×{remark}")
        for name, goal, remark in goals
        if name in by_name
    ]


def large(options, folder, base, run, generate):
    """Five times as many figures, in one file and in 2,000."""
    if options.figures != "4.8m":
        note("the rows for 24 million figures need --figures 4.8m")
        return []
    ledger = generate(options, folder, "24m", "taizhang")
    whole = run.report("24m", ledger)
    ledger.unlink()
    many = folder / "many"
    many.mkdir()
    parts = run.report("24m in 2,000 files", generate(options, many, "24m", "taizhang", "--files", "2000"))
    shutil.rmtree(many)
    return [
        ("24 million figures against 4.8 million", "≤ 5.2×", f"{whole / base['process']:.2f}×"),
        ("690 MB in 2,000 files against one", "0.83–1.2×", f"{parts / whole:.2f}×"),
    ]


def mistakes(folder, run):
    clean, wrong = folder / "clean.taizhang", folder / "wrong.taizhang"
    workloads.contradictions(clean, 0)
    workloads.contradictions(wrong, 10_000)
    # With nothing chosen to be told, all is found and put into words all the same.
    found = run.check("contradictions", wrong, only="syntax") / run.check("no contradictions", clean, only="syntax")
    told = run.check("contradictions, told", wrong) / run.check("no contradictions", clean)
    return [
        ("10,000 contradictions in a million figures, in words", "≤ 2×", f"{found:.1f}×"),
        ("the same, printed in a line each", "≤ 2× and printing", f"{told:.1f}×"),
    ]


def growth(folder, run):
    """Twice the size; what is linear takes twice the time, less what starting up takes."""
    rows = []
    for name, write, half in [
        ("100,000 units in 12 levels", workloads.deep_tree, 50_000),
        ("1,000 indicators", workloads.many_indicators, 500),
        ("1,000 formulas and rules", workloads.many_formulas, 500),
    ]:
        times = []
        for size in (half, 2 * half):
            path = folder / "growth.taizhang"
            write(path, size)
            times.append((run.check(name, path), run.report(name, path)))
        (check, report), (check2, report2) = times
        rows.append((f"{name} against half as many: check, report", "linear", f"{check2 / check:.2f}×, {report2 / report:.2f}×"))
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
    nothing = time_command(options, "an empty program", [str(empty)], runs=50)["process"]
    check = time_command(options, "demo", [options.static, "check", "-f", demo], runs=50, accepted=(0, 1))["process"]
    rows = [("check of the demonstration district, static, against an empty static program", "≤ 5×", f"{check * 1000:.1f} ms, {check / nothing:.1f}×")]
    if shutil.which("hledger"):
        table = subprocess.run([options.static, "stats", "--format", "csv", "-f", demo], check=True, capture_output=True, text=True).stdout
        entries = next(int(line.split(",")[1]) for line in table.splitlines() if line.startswith("figures,"))
        path = folder / "demo.journal"
        workloads.journal(path, entries)
        environment = dict(os.environ, LANG="C.UTF-8", LC_ALL="C.UTF-8")
        peer = time_command(options, "hledger check", ["hledger", "check", "-f", str(path)], environment, runs=20)["process"]
        rows.append((f"the same against hledger check of {entries} entries", "≥ 10×", f"{peer / check:.0f}×"))
    return rows
