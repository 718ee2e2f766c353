;;; eglot.el - opens FILE in Emacs with SERVER, mends it, and says what is shown.
;;
;; SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

(require 'eglot)
(setq eglot-sync-connect 60
      eglot-connect-timeout 60
      eglot-autoshutdown nil
      eglot-send-changes-idle-time 0.05
      make-backup-files nil)
(add-to-list 'eglot-server-programs
             (cons 'c-mode (split-string (getenv "SERVER") " ")))

(defun ours ()
  (delq nil (mapcar (lambda (d)
                      (let ((text (flymake-diagnostic-text d)))
                        (and (string-match-p "^unloadcheck " text) d)))
                    (flymake-diagnostics))))

(defun wait-for (what condition)
  (let ((end (+ (float-time) 60)))
    (while (and (not (funcall condition)) (< (float-time) end))
      (accept-process-output nil 0.05)
      (flymake-start))
    (unless (funcall condition)
      (princ (format "never: %s\n" what))
      (kill-emacs 1))))

(defun say-ours (what)
  (let ((d (car (ours))))
    (princ (format "%s %d: %s\n" what
                   (line-number-at-pos (flymake-diagnostic-beg d))
                   (flymake-diagnostic-text d)))))

(defun change-first (from to)
  (goto-char (point-min))
  (search-forward from)
  (replace-match to t t)
  (eglot--signal-textDocument/didChange))

(find-file (getenv "FILE"))
(c-mode)
(apply #'eglot (eglot--guess-contact))
(flymake-mode 1)
(wait-for "a finding" (lambda () (ours)))
(say-ours "found")
(change-first "if (!NT_SUCCESS(status))" "if (status == STATUS_PENDING)")
(wait-for "that it is gone" (lambda () (not (ours))))
(princ "mended\n")
(change-first "if (status == STATUS_PENDING)" "if (!NT_SUCCESS(status))")
(wait-for "that it is back" (lambda () (ours)))
(say-ours "back")
(set-buffer-modified-p nil)
(eglot-shutdown (eglot-current-server))
(kill-emacs 0)
