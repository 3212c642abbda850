#!/usr/bin/env python3
"""Highlights one ledger with every editor that is at hand, and tells where a word is not marked as what it is.

Vim's files are tried with nvim, the TextMate grammar with babi (pip install babi), Emacs' mode with emacs, Kate's definition with
kate-syntax-highlighter (Debian: libkf5syntaxhighlighting-tools). What is not installed is passed over and said so; name engines to
insist on them: .ci/editors.py vim textmate emacs kate
"""
import html
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'docs', 'editors')

# A word between braces is to be marked as what its letter says; the rest must not be marked as a word of the language.
SAMPLE = '''\
{c:; 注释 from a comment}
{b:fiscal-year starts} {n:04}
{b:include} district/*.taizhang
{b:units} 示范区
    城东园区   {f:kind} 园区, {f:code} {n:9901}, {f:opened} {p:2010-01}
{b:指标} 产值
    {f:计量}  亿元
    {f:nature}  {v:flow}   {c:; why}
    {f:expected}  {v:monthly} {v:by} {n:10} {v:from} 城东园区 {v:until} {p:2024-12}
{b:register} 难题
    {f:states}  交办 {o:->} 办结 | 退回
{p:2024-01..05} ! 城东园区  {l:on} {p:2024-06-10}  {t:| 备注 yoy 5}
    产值        {n:202.5} 亿元   {k:yoy} {n:+8.2}%   {k:位次} {n:3}/{n:9}   {c:; 行尾}
    其中完成    {n:48,259} 万元
    利润        {a:n/a}
    完成率  {k:完成} {n:102.5}%
    {s:"kind 12"}  {o:>=} {n:96}%
{p:２０２４年１月}　城东园区
　　产值　　{n:７．２５}亿元　　{k:同比}　{n:＋８}％
{b:rule} 平稳 {l:warn}   {u:abs}({u:yoy}(产值)) {o:<=} {n:50}%   {l:where} kind {o:=} 园区, {l:each quarter}
{b:revise} {b:target} {p:2024年一季度}  甲镇
{b:target} {p:2024}  甲镇 {o:->} 乙镇
    利润总额    {n:+12}%
'''
NAMES = dict(c='comment', b='block', n='number', f='field', p='period', v='choice', o='operator', l='clause', t='note', k='claim',
             a='absence', s='string', u='function')
MARK = re.compile(r'\{(\w):(.*?)\}')
WORDS = {'block', 'field', 'choice', 'clause', 'claim', 'function', 'absence'}


def read_sample():
    """The plain text, and for every line the (start, end, kind) of its marked words."""
    lines, marks = [], []
    for line in SAMPLE.splitlines():
        text, found, at = '', [], 0
        for match in MARK.finditer(line):
            text += line[at:match.start()]
            found.append((len(text), len(text) + len(match[2]), NAMES[match[1]]))
            text += match[2]
            at = match.end()
        lines.append(text + line[at:])
        marks.append(found)
    return lines, marks


def run(command, **options):
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=60, **options).stdout


def vim(lines, folder):
    """For each character of each line the kind it is highlighted as."""
    path = os.path.join(folder, 'sample.taizhang')
    out = os.path.join(folder, 'vim.json')
    script = os.path.join(folder, 'dump.vim')
    with open(script, 'w') as file:
        file.write('''
let s:all = []
for s:number in range(1, line('$'))
  let s:line = getline(s:number)
  let s:kinds = []
  for s:index in range(0, strchars(s:line) - 1)
    let s:byte = byteidx(s:line, s:index) + 1
    call add(s:kinds, synIDattr(synID(s:number, s:byte, 1), 'name'))
  endfor
  call add(s:all, s:kinds)
endfor
call writefile([json_encode(s:all)], '%s')
quitall!
''' % out)
    run(['nvim', '--headless', '-u', 'NONE', '-i', 'NONE', '--cmd', 'set encoding=utf-8 runtimepath^=' + os.path.join(ROOT, 'vim'),
         '-c', 'filetype plugin on', '-c', 'syntax on', '-c', 'edit ' + path, '-c', 'source ' + script])
    with open(out) as file:
        kinds = json.load(file)
    return [[kind.replace('taizhang', '').lower().replace('date', 'period') for kind in line] for line in kinds]


def textmate(lines, folder):
    from babi.highlight import Grammars, highlight_line
    for_scope = os.path.join(folder, 'source.taizhang.json')
    shutil.copy(os.path.join(ROOT, 'vscode', 'syntaxes', 'taizhang.tmLanguage.json'), for_scope)
    compiler = Grammars(folder).compiler_for_scope('source.taizhang')
    kinds = {
        'comment': 'comment', 'keyword.control': 'block', 'constant.other.date': 'period', 'storage': 'field', 'string.quoted': 'string',
        'string.unquoted': 'note', 'keyword.other.claim': 'claim', 'support.function': 'function', 'constant.language': 'choice',
        'constant.numeric': 'number', 'keyword.operator': 'operator',
    }
    state, all_kinds = compiler.root_state, []
    for index, line in enumerate(lines):
        state, regions = highlight_line(compiler, state, line + '\n', first_line=index == 0)
        found = [''] * (len(line) + 1)
        for region in regions:
            scope = region.scope[-1]
            kind = next((name for start, name in kinds.items() if scope.startswith(start)), '')
            for at in range(region.start, min(region.end, len(found))):
                found[at] = kind
        all_kinds.append(found)
    return all_kinds


def emacs(lines, folder):
    path, out = os.path.join(folder, 'sample.taizhang'), os.path.join(folder, 'emacs.json')
    program = '''(progn (require 'json) (set-language-environment "UTF-8") (require 'taizhang-mode) (find-file "%s") (font-lock-ensure)
      (let (all) (goto-char (point-min))
        (while (not (eobp))
          (let (kinds (end (line-end-position)))
            (while (< (point) end)
              (let ((face (get-text-property (point) 'face)))
                (push (symbol-name (if (consp face) (car face) face)) kinds))
              (forward-char 1))
            (push (vconcat (nreverse kinds)) all) (forward-line 1)))
        (let ((coding-system-for-write 'utf-8)) (write-region (json-encode (vconcat (nreverse all))) nil "%s"))))''' % (path, out)
    run(['emacs', '--batch', '-Q', '-L', os.path.join(ROOT, 'emacs'), '--eval', program])
    faces = {
        'comment': 'comment', 'keyword': 'block', 'constant': 'period', 'type': 'field', 'string': 'string', 'doc': 'note',
        'builtin': 'claim', 'function-name': 'function', 'warning': 'absence', 'variable-name': 'number',
    }
    with open(out) as file:
        return [[faces.get(face.replace('font-lock-', '').replace('-face', ''), '') for face in line] for line in json.load(file)]


def kate(lines, folder):
    """Every format gets a colour of its own, by which it is known again in the HTML."""
    with open(os.path.join(ROOT, 'kate', 'taizhang.xml')) as file:
        definition = file.read()
    formats = re.findall(r'<itemData name="(\w+)"', definition)
    for number, name in enumerate(formats, 1):
        definition = definition.replace(f'<itemData name="{name}"', f'<itemData name="{name}" color="#0000{number:02x}"')
    definition = definition.replace(' bold="true"', '')
    target = os.path.join(folder, 'data', 'org.kde.syntax-highlighting', 'syntax')
    os.makedirs(target)
    with open(os.path.join(target, 'taizhang.xml'), 'w') as file:
        file.write(definition)
    environment = dict(os.environ, XDG_DATA_HOME=os.path.join(folder, 'data'), QT_QPA_PLATFORM='offscreen', LC_ALL='C.UTF-8')
    page = run(['kate-syntax-highlighter', '-s', 'Taizhang', os.path.join(folder, 'sample.taizhang')], env=environment)
    body = page[page.index('<pre>') + 6:page.index('</pre>')]
    all_kinds = []
    for line in body.splitlines():
        found = []
        for style, marked, plain in re.findall(r'<span style="([^"]*)">(.*?)</span>|([^<]+)', line):
            colour = re.search(r'#0000(\w\w)', style)
            kind = formats[int(colour[1], 16) - 1].lower() if colour else ''
            found += ['' if kind == 'text' else kind] * len(html.unescape(marked or plain))
        all_kinds.append(found)
    return all_kinds


# What an engine does not tell apart: it has fewer classes than there are kinds of words.
ALIKE = {
    'vim': {},
    'kate': {},
    'textmate': {'clause': 'block', 'absence': 'choice'},
    'emacs': {'clause': 'block', 'choice': 'period', 'operator': ''},
}
ENGINES = {'vim': (vim, 'nvim'), 'textmate': (textmate, None), 'emacs': (emacs, 'emacs'), 'kate': (kate, 'kate-syntax-highlighter')}


def is_at_hand(name):
    program = ENGINES[name][1]
    if program:
        return shutil.which(program) is not None
    try:
        import babi.highlight  # noqa: F401
        return True
    except ImportError:
        return False


def mistakes(name, lines, marks, kinds):
    alike = ALIKE[name]
    words = {alike.get(kind, kind) for kind in WORDS} - ({'period'} if name == 'emacs' else set())
    for number, (line, marked, found) in enumerate(zip(lines, marks, kinds), 1):
        covered = set()
        for start, end, kind in marked:
            expected = alike.get(kind, kind)
            covered.update(range(start, end))
            for at in range(start, end):
                if found[at] != expected and not line[at].isspace():
                    yield f'{number}:{at + 1}: {line[start:end]} is a {kind}, marked as {found[at] or "nothing"} in: {line}'
                    break
        for at, character in enumerate(line):
            if at not in covered and not character.isspace() and found[at] in words:
                yield f'{number}:{at + 1}: {character} is marked as a {found[at]} in: {line}'


def main():
    asked = sys.argv[1:]
    lines, marks = read_sample()
    failed = False
    for name in asked or ENGINES:
        if not asked and not is_at_hand(name):
            print(f'{name}: not installed, passed over')
            continue
        with tempfile.TemporaryDirectory() as folder:
            with open(os.path.join(folder, 'sample.taizhang'), 'w') as file:
                file.write('\n'.join(lines) + '\n')
            kinds = ENGINES[name][0](lines, folder)
        found = list(mistakes(name, lines, marks, kinds)) if len(kinds) >= len(lines) else ['lines are missing']
        print(f'{name}: {"all words are marked as what they are" if not found else ""}')
        for mistake in found:
            print('  ' + mistake)
        failed = failed or bool(found)
    sys.exit(1 if failed else 0)


main()
