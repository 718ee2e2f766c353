"""code.py - lines of C, and the pieces every driver is written with.

Code is a list of lines without the indentation of where it will stand.
"""
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

import re


def indent(lines, depth=1):
    pad = "    " * depth
    return [pad + line.replace("\n", "\n" + pad)
            if line and not is_label(line) else line for line in lines]


def is_label(line):
    return re.match(r"^[A-Z]\w+:$", line) is not None


def block(head, lines, braces=None, otherwise=None):
    """`head { lines }`, without braces where one plain line allows it."""
    if braces is None:
        braces = needs_braces(lines) or \
            bool(otherwise and needs_braces(otherwise))
    if not braces:
        text = [head] + indent(lines)
        return text + (["else"] + indent(otherwise) if otherwise else [])
    text = [head + " {"] + indent(lines)
    if otherwise:
        return text + ["} else {"] + indent(otherwise) + ["}"]
    return text + ["}"]


def needs_braces(lines):
    return len(lines) != 1 or lines[0].startswith("if (") or \
        lines[0].endswith(("}", ":")) or not lines[0]


LOCALS = (
    ("status", "NTSTATUS status;"),
    ("result", "NTSTATUS result;"),
    ("copy", "NTSTATUS copy;"),
    ("pending", "BOOLEAN pending;"),
    ("handle", "HANDLE handle;"),
    ("i", "ULONG i;"),
    ("slot", "PHANDLE slot;"),
)


def function(head, body, parameters=(), before=()):
    """A function; the locals that its body mentions are declared first.

    `before`: declarations with initializers. `parameters`: names that are
    parameters and so no locals of it.
    """
    text = "\n".join(body)
    declared = list(before)
    for name, declaration in LOCALS:
        if name not in parameters and mentions(text, name) and \
                not any(mentions(line, name) for line in before):
            declared.append(declaration)
    lines = [head, "{"] + indent(declared)
    if declared and body:
        lines.append("")
    return lines + indent(body) + ["}", ""]


def mentions(text, name):
    return re.search(r"(?<![\w.>])%s\b" % name, text) is not None
