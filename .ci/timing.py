"""Runs a command several times, each in a process of its own, and tells what it took."""

import contextlib
import os
import statistics
import sys
import tempfile
import time


def time_in_turns(options, commands):
    """Each command with the medians of `options.runs` runs, after one that warms the file cache. They take turns, so that what else the
    machine does at the time bears on all."""
    runs = [[] for _ in commands]
    for number in range(options.runs + 1):
        note(f"round {number} of {options.runs}")
        for taken, command in zip(runs, commands):
            run = run_once(command["name"], command["command"], command.get("environment"), options.threads, (0,))
            if number > 0:
                taken.append(run)
    return [
        {
            **command,
            "process": statistics.median(run["process"] for run in taken),
            "peak": max(run["peak"] for run in taken),
            "outputs": [run["output"] for run in taken],
        }
        for command, taken in zip(commands, runs)
    ]


def time_pair(options, name, one, other, accepted=(0,), threads=(None, None), runs=None):
    """The medians of two commands in seconds, and how many times as long the first takes. They take turns, so that what else the
    machine does at the time bears on both."""
    note(f"timing {name}")
    seconds = ([], [])
    for number in range((runs or options.runs) + 1):
        for taken, command, cores in zip(seconds, (one, other), threads):
            run = run_once(name, command, None, cores or options.threads, accepted)
            if number > 0:
                taken.append(run["process"])
    first, second = (statistics.median(taken) for taken in seconds)
    return first, second, first / second


def time_cores(options, command, runs):
    """How much more two cores do than one: a command by itself on a core takes turns with two of it at once, each on a core of its own."""
    note("timing two cores")
    alone, together = [], []
    for number in range(runs + 1):
        for taken, count in (alone, 1), (together, 2):
            seconds = run_side_by_side(command, count)
            if number > 0:
                taken.append(seconds)
    return 2 * statistics.median(alone) / statistics.median(together)


def run_side_by_side(command, count):
    with open(os.devnull, "r+b") as nowhere:
        actions = [(os.POSIX_SPAWN_DUP2, nowhere.fileno(), descriptor) for descriptor in (1, 2)]
        start = time.perf_counter()
        processes = []
        for core in range(count):
            with bound(1, core):
                processes.append(os.posix_spawnp(command[0], command, dict(os.environ), file_actions=actions))
        codes = [os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) for process in processes]
        seconds = time.perf_counter() - start
    if any(codes):
        sys.exit(f"{' '.join(command)} ended with {codes}")
    return seconds


def run_once(name, command, environment, threads, accepted):
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors, bound(threads):
        actions = [(os.POSIX_SPAWN_DUP2, output.fileno(), 1), (os.POSIX_SPAWN_DUP2, errors.fileno(), 2)]
        environment = dict(os.environ) if environment is None else environment
        # A copy of this process would take longer to make than a small program to run.
        start = time.perf_counter()
        pid = os.posix_spawnp(command[0], command, environment, file_actions=actions)
        _, status, usage = os.wait4(pid, 0)
        seconds = time.perf_counter() - start
        code = os.waitstatus_to_exitcode(status)
        output.seek(0)
        errors.seek(0)
        text = output.read().decode(errors="replace")
        if code not in accepted:
            complaint = errors.read().decode(errors="replace") + text
            sys.exit(f"{name} ended with {code}:\n{complaint[:2000]}")
    # Kilobytes, but bytes on macOS.
    peak = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return {"process": seconds, "peak": peak, "output": text}


@contextlib.contextmanager
def bound(threads, first=0):
    """Keeps this process, and so what it starts, on so many cores."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, sorted(cores)[first : first + threads])
    try:
        yield
    finally:
        os.sched_setaffinity(0, cores)


def note(message):
    print(message, file=sys.stderr)
