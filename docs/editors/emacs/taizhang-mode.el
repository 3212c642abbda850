;;; taizhang-mode.el --- Ledgers of indicators and targets  -*- lexical-binding: t; coding: utf-8 -*-

;; Package-Requires: ((emacs "26.1"))
;; SPDX-License-Identifier: MIT

;;; Commentary:

;; Highlighting, indentation, outlines and formatting for files that end in .taizhang; the language server through eglot.

;;; Code:

;; The words of the language, each in English and Chinese.
(defconst taizhang--blocks '("fiscal-year starts" "decompose exactly" "财年始于" "足额分解" "indicators" "indicator" "单位组" "指标组" "register" "include" "measure" "assert" "revise" "target" "事项" "修订" "包含" "单位" "台账" "序时" "指标" "断言" "目标" "规则" "计量" "phase" "units" "item" "rule" "unit"))
(defconst taizhang--fields '("decompose exactly" "succeeded-by" "时间汇总" "足额分解" "incomplete" "over-units" "over-time" "中文名" "英文名" "complete" "counting" "expected" "includes" "measure" "name-en" "name-zh" "better" "closed" "fields" "growth" "nature" "opened" "signed" "states" "不全" "代码" "其中" "别名" "单位" "单列" "可负" "增速" "字段" "并入" "应报" "性质" "撤销" "方向" "时限" "构成" "汇总" "状态" "类别" "计数" "计量" "设立" "齐全" "alias" "apart" "parts" "code" "kind" "unit" "due"))
(defconst taizhang--choices '("可比口径" "越低越好" "越高越好" "comparable" "last-year" "quarterly" "不全含" "不汇总" "可比价" "monthly" "nominal" "higher" "yearly" "上年" "合计" "名义" "填报" "存量" "平均" "按季" "按年" "按月" "最大" "最小" "期限" "比率" "流量" "cover" "lower" "since" "stock" "until" "days" "flow" "from" "mean" "none" "rate" "real" "max" "min" "sum" "天" "无" "自" "至" "by"))
(defconst taizhang--claims '("超序时" "位次" "占比" "同比" "完成" "环比" "share" "done" "lead" "rank" "pop" "yoy"))
(defconst taizhang--functions '("contribution" "last-year" "绝对值" "超序时" "previous" "entered" "nominal" "parent" "target" "上年" "上期" "上级" "位次" "占比" "同比" "名义" "天数" "完成" "拉动" "最大" "最小" "环比" "目标" "累计" "进入" "退出" "count" "share" "days" "done" "lead" "left" "rank" "abs" "max" "min" "pop" "yoy" "ytd" "计"))
(defconst taizhang--clauses '("each quarter" "each month" "each year" "missing" "其中" "提醒" "每季" "每年" "每月" "缺报" "where" "each" "skip" "warn" "zero" "any" "于" "任" "占" "每" "略" "零" "of" "on"))
(defconst taizhang--absences '("不适用" "exempt" "免报" "n/a"))

(defconst taizhang--blank "[ \t　]")

(defconst taizhang--end "\\(?:[ \t　,，、]\\|$\\)"
  "What follows a word that is not an argument.")

(defconst taizhang--number "[0-9０-９][0-9０-９,，]*\\(?:[.．][0-9０-９]+\\)?")

(defun taizhang--words (words)
  "A regular expression for any of WORDS, as a group."
  (concat "\\(" (regexp-opt words) "\\)"))

(defun taizhang--finding (regexp)
  "A function that finds REGEXP and goes on right behind its group.
What follows the group may be what the next match starts with."
  (lambda (limit)
    (when (re-search-forward regexp limit t)
      (goto-char (match-end 1))
      t)))

(defun taizhang--note (limit)
  "Find a note before LIMIT; in a line of states a bar is none."
  (let (found)
    (while (and (not found) (re-search-forward "[|｜].*$" limit t))
      (setq found (save-excursion
                    (save-match-data
                      (beginning-of-line)
                      (not (looking-at (concat taizhang--blank "+\\(?:states\\|状态\\)" taizhang--blank)))))))
    found))

(defvar taizhang-font-lock-keywords
  `((,(concat "^" taizhang--blank "*[;#；＃].*$") 0 font-lock-comment-face t)
    (,(concat taizhang--blank "\\([;；].*\\)$") 1 font-lock-comment-face t)
    (taizhang--note 0 font-lock-doc-face keep)
    ("\"[^\"\n]*\"" 0 font-lock-string-face)
    (,(concat "^" (taizhang--words taizhang--blocks) "\\(?:" taizhang--blank "\\|$\\)") 1 font-lock-keyword-face)
    (,(concat "^\\(?:revise\\|修订\\)" taizhang--blank "+\\(target\\|目标\\)" taizhang--blank) 1 font-lock-keyword-face)
    ("^\\(?:FY\\)?[12１２][0-9０-９]\\{3\\}[^ \t　\n]*" 0 font-lock-constant-face)
    ("\\(?:FY\\)?[12][0-9]\\{3\\}-\\(?:[HQ][1-4]\\|[0-9]\\{2\\}\\)\\(?:-[0-9]\\{2\\}\\)?\\(?:\\.\\.[0-9HQ-]+\\)?"
     0 font-lock-constant-face)
    ("[12][0-9]\\{3\\}年[0-9一二三四前第上下半季度月份末日至~-]*" 0 font-lock-constant-face)
    (,(concat "^\\(?:target\\|目标\\|assert\\|断言\\)" taizhang--blank "+\\(\\(?:FY\\)?[12][0-9]\\{3\\}\\)" taizhang--blank)
     1 font-lock-constant-face)
    (,(taizhang--finding (concat "^" taizhang--blank "+" (taizhang--words taizhang--fields) taizhang--end)) 1 font-lock-type-face)
    (,(taizhang--finding (concat "[,，、]" taizhang--blank "*" (taizhang--words taizhang--fields) taizhang--end))
     1 font-lock-type-face)
    (,(taizhang--finding (concat taizhang--blank "\\{2\\}" (taizhang--words taizhang--fields) taizhang--end)) 1 font-lock-type-face)
    (,(taizhang--finding
       (concat taizhang--blank (taizhang--words taizhang--claims) taizhang--blank "*[-+<>~≥≤＋－＞＜0-9０-９约超逾不近]"))
     1 font-lock-builtin-face)
    (,(taizhang--finding (concat (taizhang--words taizhang--functions) "[(（]")) 1 font-lock-function-name-face)
    (,(taizhang--finding (concat taizhang--blank (taizhang--words taizhang--clauses) taizhang--end)) 1 font-lock-keyword-face)
    (,(taizhang--finding (concat taizhang--blank (taizhang--words taizhang--choices) taizhang--end)) 1 font-lock-constant-face)
    (,(taizhang--finding
       (concat taizhang--blank (taizhang--words taizhang--absences) taizhang--blank "*\\(?:$\\|[|｜;；]\\)"))
     1 font-lock-warning-face)
    (,(taizhang--finding (concat "[ \t　/(（<>=~≥≤]\\([-+＋－]?" taizhang--number "\\)")) 1 font-lock-variable-name-face))
  "What `taizhang-mode' highlights.")

(defun taizhang-format-buffer ()
  "Bring the buffer into the one style of ledgers."
  (interactive)
  (let ((output (generate-new-buffer " *taizhang fmt*")) (coding-system-for-write 'utf-8) (coding-system-for-read 'utf-8))
    (unwind-protect
        (if (zerop (call-process-region nil nil "taizhang" nil output nil "fmt" "-"))
            (replace-buffer-contents output)
          (user-error "taizhang fmt: %s" (with-current-buffer output (string-trim (buffer-string)))))
      (kill-buffer output))))

;;;###autoload
(define-derived-mode taizhang-mode text-mode "Taizhang"
  "Ledgers of indicators and targets."
  (setq-local comment-start "; ")
  (setq-local comment-start-skip "\\(?:^\\|[ \t　]\\)[;#；＃]+[ \t]*")
  (setq-local font-lock-defaults '(taizhang-font-lock-keywords t))
  (setq-local indent-tabs-mode nil)
  (setq-local tab-width 4)
  (setq-local indent-line-function #'indent-relative)
  (setq-local outline-regexp "[^ \t　\n;#；＃]"))

;;;###autoload
(add-to-list 'auto-mode-alist '("\\.taizhang\\'" . taizhang-mode))

(defvar eglot-server-programs)

(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs '(taizhang-mode . ("taizhang" "lsp"))))

(provide 'taizhang-mode)
;;; taizhang-mode.el ends here
