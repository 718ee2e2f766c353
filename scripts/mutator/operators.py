"""operators.py - the ways in which a correct driver is made to differ by one.

Each operator gives mutants: a name, the line, what was done, and the edits as
(start, end, new text) on one file.
"""
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

import collections
import re

Mutant = collections.namedtuple("Mutant", "operator file line what edits")

DEREGISTER = ("NmrDeregisterClient", "NmrDeregisterProvider")
WAIT = ("NmrWaitForClientDeregisterComplete",
        "NmrWaitForProviderDeregisterComplete")
WSK = ("WskDeregister", "WskReleaseProviderNPI")
REGISTER = ("NmrRegisterClient", "NmrRegisterProvider", "WskRegister",
            "WskCaptureProviderNPI")
TURNED = {"==": "!=", "!=": "==", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}
CLEARED = re.compile(r"^[\w.>\-\[\]()* ]+?\s*(=\s*(NULL|nullptr|0|FALSE|false|"
                     r"\w*(Stopped|None|Idle|Off))|--|&=\s*~.*)\s*;$", re.S)
RAISED = re.compile(r"^[\w.>\-\[\] ]+?\s*(=\s*(TRUE|true|1|"
                    r"\w*(Running|Started|Registered|On))|\+\+|\|=.*)\s*;$",
                    re.S)

# Where the model cannot run the driver: does the operator always leave a fault?
# The others may give an equivalent mutant; those are counted, not judged.
ALWAYS_WRONG = ("wrong-kind",)


class Driver:
    """The files of one driver, and which functions take registrations down."""

    def __init__(self, sources):
        self.sources = sources  # name -> Source
        self.takes_down = self.closure()

    def closure(self):
        names = set(DEREGISTER + WAIT + WSK)
        grown = True
        while grown:
            grown = False
            for source in self.sources.values():
                for function in source.functions:
                    if function.name not in names and \
                            any(source.calls(function, names)):
                        names.add(function.name)
                        grown = True
        return names

    def functions(self):
        for name, source in self.sources.items():
            for function in source.functions:
                yield name, source, function


def edit(operator, name, source, offset, what, *edits):
    return Mutant(operator, name, source.line(offset), what, list(edits))


def replace_calls(driver, operator, names, text):
    for name, source, function in driver.functions():
        for first, last in source.calls(function, names):
            start, end = source.offsets(first, last)
            yield edit(operator, name, source, start,
                       "%s is not called" % source.word(first),
                       (start, end, text))


def drop_wait(driver):
    return replace_calls(driver, "drop-wait", WAIT, "((NTSTATUS)0)")


def drop_deregister(driver):
    yield from replace_calls(driver, "drop-deregister", DEREGISTER,
                             "((NTSTATUS)0)")
    yield from replace_calls(driver, "drop-deregister", WSK, "((void)0)")


def drop_cleanup_call(driver):
    """A call, as a statement of its own, to what takes something down."""
    own = driver.takes_down - set(DEREGISTER + WAIT + WSK)
    for name, source, function in driver.functions():
        for first, last in source.calls(function, own):
            if source.starts_statement(first) and source.word(last + 1) == ";":
                start, end = source.offsets(first, last)
                yield edit("drop-cleanup-call", name, source, start,
                           "%s is not called" % source.word(first),
                           (start, end, ""))


def turn_comparison(driver):
    for name, source, function in driver.functions():
        for i in range(function.first, function.last):
            token = source.tokens[i]
            if token.text in TURNED:
                yield edit("turn-comparison", name, source, token.start,
                           "%s becomes %s" % (token.text, TURNED[token.text]),
                           (token.start, token.end, TURNED[token.text]))
            elif token.text == "NT_SUCCESS":
                yield edit("turn-comparison", name, source, token.start,
                           "NT_SUCCESS is turned",
                           (token.start, token.end, "!NT_SUCCESS"))


def turn_condition(driver):
    """if (x) without a comparison in it: if (!(x))."""
    for name, source, function in driver.functions():
        for i in range(function.first, function.last):
            if source.word(i) != "if" or i + 1 not in source.partner:
                continue
            last = source.partner[i + 1]
            words = {source.word(k) for k in range(i + 2, last)}
            if words & (set(TURNED) | {"NT_SUCCESS", ";"}):
                continue
            start, end = source.offsets(i + 2, last - 1)
            yield edit("turn-comparison", name, source, start,
                       "the condition is turned",
                       (start, start, "!("), (end, end, ")"))


def other_status(driver):
    other = {"STATUS_PENDING": "STATUS_SUCCESS",
             "STATUS_SUCCESS": "STATUS_PENDING"}
    for name, source, function in driver.functions():
        for i in range(function.first, function.last):
            token = source.tokens[i]
            beside = (source.word(i - 1), source.word(i + 1))
            if token.text in other and (
                    beside[0] in ("==", "!=", "case") or
                    beside[1] in ("==", "!=")):
                yield edit("other-status", name, source, token.start,
                           "%s becomes %s" % (token.text, other[token.text]),
                           (token.start, token.end, other[token.text]))


def return_early(driver):
    for name, source, function in driver.functions():
        seen = set()
        for call, _ in source.calls(function, driver.takes_down):
            first, last = source.statement(call)
            if first in seen or source.word(last) != ";":
                continue
            seen.add(first)
            start, end = source.offsets(first, last)
            leave = leaving(function)
            if source.word(first + 1) not in ("=", "(", ".", "->", "["):
                edits = [(start, start, leave + " ")]
            else:
                edits = [(start, start, "{ %s " % leave), (end, end, " }")]
            yield edit("return-early", name, source, start,
                       "%s before it" % leave, *edits)


def leaving(function):
    if not function.result or function.result[-1] in ("void", "VOID"):
        return "return;"
    return "return STATUS_SUCCESS;" if "NTSTATUS" in function.result \
        else "return 0;"


def swap_handles(driver):
    """A handle where another one of the same function should stand."""
    for name, source, function in driver.functions():
        found = [(first, source.span(first + 2, last - 1))
                 for first, last in source.calls(function, DEREGISTER + WAIT)
                 if last > first + 2]
        texts = sorted({text for _, text in found})
        for first, text in found:
            for other in texts:
                if other == text:
                    continue
                start, end = source.offsets(first + 2,
                                            source.partner[first + 1] - 1)
                yield edit("swap-handles", name, source, start,
                           "%s becomes %s" % (text, other),
                           (start, end, other))


def clear_early(driver):
    """`X = NULL;` moves before the first use of X in its block."""
    for name, source, function in driver.functions():
        for block in source.blocks(function):
            for k, (first, last) in enumerate(block):
                text = source.span(first, last)
                match = re.match(r"(.+?)\s*=\s*(NULL|nullptr);$", text, re.S)
                if not match or k == 0:
                    continue
                uses = [j for j in range(k)
                        if mentions(source, block[j], match.group(1))]
                if uses:
                    yield move(source, name, "clear-early", block[k],
                               block[uses[0]])


def mentions(source, statement, place):
    """Is the place an argument of a call in the statement?"""
    text = source.span(*statement)
    return re.search(r"\(\s*%s\s*[,)]" % re.escape(place), text) is not None


def move(source, name, operator, statement, before):
    start, end = source.offsets(*statement)
    target = source.offsets(*before)[0]
    text = source.span(*statement)
    return edit(operator, name, source, start, "'%s' comes too early" % text,
                (target, target, text + " "), (start, end, ";"))


def flag_early(driver):
    """What notes the success of Register moves before it."""
    for name, source, function in driver.functions():
        for call, _ in source.calls(function, REGISTER):
            target = source.statement(call)
            for first in range(target[1] + 1, function.last):
                if not source.starts_statement(first):
                    continue
                last = source.statement(first)[1]
                text = source.span(first, last)
                if source.word(last) == ";" and RAISED.match(text):
                    yield move(source, name, "flag-early", (first, last),
                               target)
                    break


def drop_reset(driver):
    for name, source, function in driver.functions():
        if function.name not in driver.takes_down:
            continue
        for first in range(function.first + 1, function.last):
            if not source.starts_statement(first) or source.is_head(first):
                continue
            last = source.statement(first)[1]
            text = source.span(first, last)
            if is_local(source, function, source.word(first)):
                continue
            if source.word(last) == ";" and CLEARED.match(text):
                start, end = source.offsets(first, last)
                yield edit("drop-reset", name, source, start,
                           "'%s' is not done" % text, (start, end, ";"))


def is_local(source, function, name):
    """Without its first value a local has none: such a mutant means nothing."""
    return any(source.word(i) == name and source.word(i + 1) in (";", "=") and
               re.match(r"[A-Za-z_]\w*$", source.word(i - 1)) and
               source.word(i - 1) not in ("return", "else", "do")
               for i in range(function.first, function.last))


def shorten_loop(driver):
    for name, source, function in driver.functions():
        for i in range(function.first, function.last):
            if source.word(i) not in ("for", "while") or \
                    i + 1 not in source.partner:
                continue
            yield from shorten_head(source, name, i + 2,
                                    source.partner[i + 1])


def shorten_head(source, name, first, last):
    for i in range(first, last):
        word, after = source.word(i), source.word(i + 1)
        token = source.tokens[i + 1]
        if word == "=" and after == "0":
            yield edit("shorten-loop", name, source, token.start,
                       "starts at 1", (token.start, token.end, "1"))
        elif word == ">" and after == "0":
            yield edit("shorten-loop", name, source, token.start,
                       "stops at 1", (token.start, token.end, "1"))
        elif word == "<":
            end = i + 1
            while end + 1 < last and source.word(end + 1) not in (";", "&&",
                                                                  "||"):
                end += 1
            stop = source.tokens[end].end
            yield edit("shorten-loop", name, source, token.start,
                       "ends one early", (stop, stop, " - 1"))


def wrong_kind(driver):
    other = {name: name.replace("Client", "@").replace("Provider", "Client")
             .replace("@", "Provider") for name in DEREGISTER + WAIT}
    for name, source, function in driver.functions():
        for first, _ in source.calls(function, DEREGISTER + WAIT):
            token = source.tokens[first]
            yield edit("wrong-kind", name, source, token.start,
                       "%s becomes %s" % (token.text, other[token.text]),
                       (token.start, token.end, other[token.text]))


OPERATORS = (drop_wait, drop_deregister, drop_cleanup_call, turn_comparison,
             turn_condition, other_status, return_early, swap_handles,
             clear_early, flag_early, drop_reset, shorten_loop, wrong_kind)


def mutants_of(driver):
    for operator in OPERATORS:
        yield from operator(driver)


def apply(text, edits):
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text
