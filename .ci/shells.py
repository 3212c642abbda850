#!/usr/bin/env python3
"""Types into real shells and presses Tab; lets real readers of manual pages read them; closes a pipe early.

    swift build && .ci/shells.py [.build/debug/taizhang]

Needs bash; zsh, fish and mandoc are used where they are installed (Debian: apt-get install zsh fish mandoc).
"""
import os, pty, re, select, shutil, subprocess, sys, tempfile, time

PROGRAM = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else ".build/debug/taizhang")
LEDGER = """units 示范区
    城东园区
    河西园区
    North Region
indicator 规上工业产值
    measure 亿元
2024-01  河西园区
    规上工业产值   4.33 亿元
2025-03  河西园区
    规上工业产值   4.53 亿元
"""
# What is typed, and the last word of the line after Tab.
CASES = [
    ("taizhang rep", "report"),
    ("taizhang report --uni", "--unit"),
    ("taizhang report --by=q", "--by=quarter"),
    ("taizhang report --unit 河", "河西园区"),
    ("taizhang report --unit 示范区:河", "示范区:河西园区"),
    ("taizhang report --unit 'North", "North Region"),
    ("taizhang report --unit North", "North Region"),
    ("taizhang value 2025-0", "2025-03"),
    ("taizhang value 2025-03 河西园区 规", "规上工业产值"),
    ("taizhang value 2025-03 河西园区 'yoy(规", "yoy(规上工业产值"),
    ("taizhang -f mai", "main.taizhang"),
    ("taizhang check --only tally/ti", "tally/time"),
    ("taizhang check --only name,tally/ti", "name,tally/time"),
    ("taizhang -f main.taizhang value 2025-03 城", "城东园区"),
]


class Shell:
    """A shell on a terminal of its own."""

    def __init__(self, words, folder, setup):
        environment = dict(os.environ, TERM="xterm", LC_ALL="C.UTF-8", HOME=folder, ZDOTDIR=folder, XDG_CONFIG_HOME=folder + "/.config")
        environment["PATH"] = os.path.dirname(PROGRAM) + ":" + environment["PATH"]
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.chdir(folder)
            os.execvpe(words[0], words, environment)
        self.wait(1.0)
        for line in setup:
            self.type(line + "\r")
        self.wait(1.0)

    def type(self, text):
        os.write(self.terminal, text.encode())

    def wait(self, quiet, marker=None, most=15.0):
        """What comes until the marker, or until nothing has come for so long."""
        seen = b""
        end = time.monotonic() + most
        while time.monotonic() < end:
            ready, _, _ = select.select([self.terminal], [], [], quiet)
            if not ready:
                if marker is None:
                    break
                continue
            try:
                seen += os.read(self.terminal, 65536)
            except OSError:
                break
            # fish asks who the terminal is, and waits for an answer.
            if b"\x1b[c" in seen or b"\x1b[0c" in seen:
                os.write(self.terminal, b"\x1b[?62c")
                seen = seen.replace(b"\x1b[c", b"").replace(b"\x1b[0c", b"")
            if marker and re.search(marker, seen):
                break
        return seen.decode(errors="replace")

    def complete(self, line):
        """The last word of the line after Tab."""
        self.type(line + "\t")
        self.wait(1.0)
        # To the start of the line: a function there prints the words that the shell has made of it. A quote may still be open.
        quote = "'" if line.count("'") % 2 else ""
        self.type("\x05")
        shown = self.finish("")
        if shown is None and quote:
            shown = self.finish(quote)
        return shown

    def finish(self, quote):
        self.type(quote + "\x01show \r")
        seen = self.wait(0.3, marker=rb"<<END>>\r?\n", most=4.0)
        words = re.findall(r"<<(.*?)>>\r?\n", seen)
        return words[-2] if len(words) > 1 and words[-1] == "END" else None

    def end(self):
        self.type("\x03")
        self.type("exit\r")
        self.wait(0.5)
        os.close(self.terminal)
        os.waitpid(self.process, 0)


SHELLS = {
    "bash": (
        ["bash", "--norc", "--noprofile"],
        ['eval "$(taizhang completions bash)"', "show() { for w in \"$@\" END; do printf '<<%s>>\\n' \"$w\"; done; }"],
    ),
    "zsh": (
        ["zsh", "-f"],
        ["bindkey -e; autoload -Uz compinit; compinit -u -D", "source <(taizhang completions zsh)",
         "show() { for w in \"$@\" END; do printf '<<%s>>\\n' \"$w\"; done; }"],
    ),
    "fish": (
        ["fish", "--private"],
        ["taizhang completions fish | source", "function show; for w in $argv END; printf '<<%s>>\\n' $w; end; end"],
    ),
}


def completions(folder):
    failures = 0
    for name, (words, setup) in SHELLS.items():
        if shutil.which(name) is None:
            print(f"{name}: not installed, passed over")
            continue
        shell = Shell(words, folder, setup)
        wrong = 0
        for typed, expected in CASES:
            got = shell.complete(typed)
            if got != expected:
                wrong += 1
                print(f"{name}: {typed!r} became {got!r}, not {expected!r}")
        shell.end()
        print(f"{name}: {len(CASES) - wrong} of {len(CASES)}")
        failures += wrong
    return failures


def manuals(folder):
    failures = 0
    subprocess.run([PROGRAM, "man", "--write", folder + "/man"], check=True)
    pages = [os.path.join(root, file) for root, _, files in os.walk(folder + "/man") for file in files]
    for page in sorted(pages):
        if shutil.which("mandoc"):
            # A page has no date, as it is made when it is asked for.
            lint = subprocess.run(["mandoc", "-T", "lint", "-W", "warning", page], capture_output=True, text=True).stdout
            wrong = [line for line in lint.splitlines() if "missing date" not in line]
            failures += len(wrong)
            print("\n".join(wrong), end="\n" if wrong else "")
        if shutil.which("man"):
            shown = subprocess.run(
                ["man", "--warnings", "-l", page], capture_output=True, text=True, env=dict(os.environ, LC_ALL="C.UTF-8", MANWIDTH="100"))
            if shown.returncode or shown.stderr or "EXIT" not in shown.stdout and "DESCRIPTION" not in shown.stdout:
                failures += 1
                print(f"man: {page}: {shown.stderr}")
    print(f"manual pages: {len(pages)}")
    return failures


def pipe(folder):
    """A report of many lines into a reader that goes away after one."""
    with open(folder + "/long.taizhang", "w") as file:
        for unit in range(20000):
            file.write(f"2024-01  U{unit}\n    Output 5 kt\n")
    line = f"'{PROGRAM}' report -f '{folder}/long.taizhang' --format csv | head -1; echo ${{PIPESTATUS[0]}}"
    result = subprocess.run(["bash", "-c", line], capture_output=True, text=True)
    if result.stdout.endswith("\n0\n") and result.stderr == "":
        print("closed pipe: quiet")
        return 0
    print(f"closed pipe: {result}")
    return 1


with tempfile.TemporaryDirectory() as folder:
    with open(folder + "/main.taizhang", "w") as file:
        file.write(LEDGER)
    sys.exit(1 if completions(folder) + manuals(folder) + pipe(folder) else 0)
