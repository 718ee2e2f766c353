"""source.py - a C file as tokens, functions and statements, by text alone.

No compiler is needed: what a mutant is made of are calls, statements and
conditions, and those can be told from the brackets. Preprocessor lines and
comments are not tokens. A mutant that is no C program any more is thrown away
by the compiler that builds it.
"""
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

import bisect
import re

TOKEN = re.compile(
    r"/\*.*?\*/|//[^\n]*|^[ \t]*#(?:[^\n\\]|\\.|\\\n)*"
    r"|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'"
    r"|[A-Za-z_]\w*|\d[\w.]*"
    r"|<<=|>>=|\.\.\.|->|\+\+|--|&&|\|\||[=!<>+\-*/%&|^]=|<<|>>|::|\S",
    re.M | re.S)
OPEN = {"(": ")", "[": "]", "{": "}"}
HEADS = ("if", "while", "for", "switch")


class Token:
    __slots__ = ("text", "start", "end")

    def __init__(self, text, start):
        self.text = text
        self.start = start
        self.end = start + len(text)


class Function:
    """A definition: its name, what it returns, and its body's brackets."""

    def __init__(self, name, result, first, last):
        self.name = name
        self.result = result
        self.first = first  # index of {
        self.last = last    # index of }


class Source:
    def __init__(self, text):
        self.text = text
        self.tokens = []
        for match in TOKEN.finditer(text):
            word = match.group()
            if word.startswith(("/*", "//")) or word.lstrip().startswith("#"):
                continue
            self.tokens.append(Token(word, match.start()))
        self.partner = self.pair_brackets()
        self.functions = self.find_functions()
        self.lines = [0] + [i + 1 for i, c in enumerate(text) if c == "\n"]

    def line(self, offset):
        return bisect.bisect_right(self.lines, offset)

    def pair_brackets(self):
        partner, stack = {}, []
        for i, token in enumerate(self.tokens):
            if token.text in OPEN:
                stack.append(i)
            elif token.text in OPEN.values() and stack and \
                    OPEN[self.tokens[stack[-1]].text] == token.text:
                partner[stack[-1]] = i
                partner[i] = stack.pop()
        return partner

    def word(self, i):
        return self.tokens[i].text if 0 <= i < len(self.tokens) else ""

    def find_functions(self):
        """Every `name(...) {`, also inside a class; not if, while, for."""
        functions = []
        for i, token in enumerate(self.tokens):
            if token.text != "{" or i not in self.partner:
                continue
            close = i - 1
            while self.word(close) in ("const", "noexcept", "override"):
                close -= 1
            if self.word(close) != ")" or close not in self.partner:
                continue
            name = self.partner[close] - 1
            if not re.match(r"[A-Za-z_]\w*$", self.word(name)) or \
                    self.word(name) in HEADS + ("catch", "return"):
                continue
            functions.append(Function(self.word(name), self.result_of(name),
                                      i, self.partner[i]))
        return functions

    def result_of(self, name):
        words = []
        i = name - 1
        while i >= 0 and self.word(i) not in (";", "}", "{", ":", ")", ">"):
            words.insert(0, self.word(i))
            i -= 1
        return [word for word in words
                if word not in ("static", "inline", "extern", "__inline",
                                "FORCEINLINE", "virtual", '"C"')]

    # Pieces of a body.

    def calls(self, function, names):
        """(index of the name, index of the closing parenthesis)."""
        for i in range(function.first, function.last):
            if self.word(i) in names and self.word(i + 1) == "(" and \
                    i + 1 in self.partner:
                yield i, self.partner[i + 1]

    def statement(self, i):
        """The first and last token of the simple statement around token i."""
        first = i
        while not self.starts_statement(first):
            before = first - 1
            if self.word(before) in (")", "]", "}") and \
                    before in self.partner:
                before = self.partner[before]
            first = before
        last = i
        while self.word(last) not in (";", "{", "}"):
            last = self.partner[last] if self.word(last) in ("(", "[") and \
                last in self.partner else last
            last += 1
        return first, last

    def starts_statement(self, i):
        before = self.word(i - 1)
        if before in (";", "{", "}", "else", "do") or i <= 0:
            return True
        if before == ":" and (self.word(i - 2) == "default" or
                              re.match(r"\w+$", self.word(i - 2))):
            return self.is_label(i - 1)
        if before == ")" and i - 1 in self.partner:
            return self.word(self.partner[i - 1] - 1) in HEADS
        return False

    def is_label(self, colon):
        i = colon - 1
        while i > 0 and self.word(i) not in (";", "{", "}", "?", ":"):
            if self.word(i) == "case":
                return True
            i -= 1
        return i == colon - 2 or self.word(colon - 1) == "default"

    def is_head(self, first):
        """Is this the head of if, while, for or switch, not a statement?"""
        return self.word(first) in HEADS + ("do", "else", "return", "case")

    def span(self, first, last):
        return self.text[self.tokens[first].start:self.tokens[last].end]

    def offsets(self, first, last):
        return self.tokens[first].start, self.tokens[last].end

    def blocks(self, function):
        """Each block of the body as a list of (first, last) statements."""
        for i in range(function.first, function.last):
            if self.word(i) == "{" and i in self.partner:
                yield self.statements_in(i)

    def statements_in(self, brace):
        found = []
        i, end = brace + 1, self.partner[brace]
        while i < end:
            first = i
            while i < end and self.word(i) != ";":
                if self.word(i) in OPEN and i in self.partner:
                    braced = self.word(i) == "{"
                    i = self.partner[i]
                    if braced and self.word(i + 1) not in (";", ",", ")",
                                                           "while", "else"):
                        break
                i += 1
            found.append((first, min(i, end - 1)))
            i += 1
        return found
