"""Runs a command several times, each in a process of its own, and tells what it took."""

import os
import statistics
import subprocess
import sys
import tempfile
import time


def time_command(options, name, command, environment=None, threads=None, runs=None, accepted=(0,)):
    """The medians of `options.runs` runs after one that warms the file cache."""
    note(f"timing {name}")
    threads = threads or options.threads
    runs = [run_once(name, command, environment, threads, accepted) for _ in range((runs or options.runs) + 1)][1:]
    return {
        "name": name,
        "process": statistics.median(run["process"] for run in runs),
        "peak": max(run["peak"] for run in runs),
        "outputs": [run["output"] for run in runs],
    }


def run_once(name, command, environment, threads, accepted):
    start = time.perf_counter()
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(
            command, env=environment, stdout=output, stderr=errors, preexec_fn=lambda: bind(threads))
        # Popen.wait tells nothing of memory.
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        errors.seek(0)
        text = output.read().decode(errors="replace")
        if process.returncode not in accepted:
            complaint = errors.read().decode(errors="replace") + text
            sys.exit(f"{name} ended with {process.returncode}:\n{complaint[:2000]}")
    # Kilobytes, but bytes on macOS.
    peak = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return {"process": seconds, "peak": peak, "output": text}


def bind(threads):
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:threads])


def note(message):
    print(message, file=sys.stderr)
