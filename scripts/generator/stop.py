"""stop.py - deregister, look at the status, wait: in every way drivers do it."""
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

from generator.code import block

DEREGISTER = {"client": "NmrDeregisterClient",
              "provider": "NmrDeregisterProvider"}
WAIT = {"client": "NmrWaitForClientDeregisterComplete",
        "provider": "NmrWaitForProviderDeregisterComplete"}
OTHER = {"client": "provider", "provider": "client"}

RIGHT_TESTS = (
    (40, "{s} == STATUS_PENDING"),
    (8, "STATUS_PENDING == {s}"),
    (8, "NT_SUCCESS({s})"),
    (6, "{s} != STATUS_SUCCESS"),
    (3, "!({s} != STATUS_PENDING)"),
    (3, "{s} >= 0"),
    (2, "{s} == STATUS_PENDING || {s} == STATUS_TIMEOUT"),
    (2, "NT_SUCCESS({s}) && {s} != STATUS_SUCCESS"),
    (2, "{s}"),
)
WRONG_TESTS = ("{s} == STATUS_SUCCESS", "{s} != STATUS_PENDING",
               "!NT_SUCCESS({s})", "{s} < 0", "NT_ERROR({s})",
               "{s} == STATUS_TIMEOUT", "!{s}",
               "{s} == STATUS_PENDING && {s} == STATUS_SUCCESS",
               "NT_SUCCESS({s}) && {s} != STATUS_PENDING",
               "{s} == STATUS_INVALID_PARAMETER")


class Stop:
    """One way to take a registration down; made for one place in the text."""

    def __init__(self, maker, kind, handle, variable="status", tail=False):
        self.maker = maker
        self.handle = handle
        self.variable = variable
        self.tail = tail  # nothing follows in this function
        self.deregister = DEREGISTER[kind]
        self.wait = WAIT[kind]
        slip = maker.slip
        address = handle[1:] if handle.startswith("*") else "&" + handle
        self.argument = address if slip("address-of-handle") else handle
        self.waited = self.argument
        if slip("deregister-wrong-kind"):
            self.deregister = DEREGISTER[OTHER[kind]]
        if slip("wait-wrong-kind"):
            self.wait = WAIT[OTHER[kind]]
        if slip("wait-other-handle") and maker.other_handle(handle):
            self.waited = maker.other_handle(handle)
        self.no_wait = slip("drop-wait")
        self.no_deregister = slip("drop-deregister")
        self.wait_first = slip("wait-first")
        self.wrong_test = slip("wrong-test")

    def call(self):
        return "%s(%s)" % (self.deregister, self.argument)

    def waiting(self):
        return "%s(%s)" % (self.wait, self.waited)

    def test(self, subject):
        right = self.maker.draw.weighted(*RIGHT_TESTS)
        if self.wrong_test:
            right = self.maker.twist.pick(WRONG_TESTS)
        return right.format(s=subject)

    def log(self, text):
        return 'DbgPrint("%s\\n");' % text

    def lines(self):
        styles = [self.plain] * 6 + [
            self.nested, self.nested, self.always, self.switch, self.flag,
            self.copied, self.stored, self.conditional, self.once,
            self.short_and, self.short_or, self.overwritten, self.looped,
            self.inverted, self.logged, self.anded]
        if self.tail:
            styles += [self.leaves, self.jumps]
        style = self.maker.draw.pick(styles)
        lines = style()
        if self.no_wait:
            return self.without_wait()
        if self.no_deregister:
            return [self.waiting() + ";"]
        if self.wait_first:
            return [self.waiting() + ";", self.call() + ";"]
        return lines

    def without_wait(self):
        twist = self.maker.twist.number(3)
        if twist == 0:
            return [self.call() + ";"]
        return ["%s = %s;" % (self.variable, self.call())] + block(
            "if (!NT_SUCCESS(%s))" % self.variable if twist == 1 else
            "if (%s == STATUS_PENDING)" % self.variable,
            [self.log("deregistration goes on")])

    # The styles.

    def plain(self):
        return ["%s = %s;" % (self.variable, self.call())] + block(
            "if (%s)" % self.test(self.variable), [self.waiting() + ";"],
            braces=self.maker.draw.chance(70))

    def nested(self):
        if self.wrong_test:
            return block("if (%s != STATUS_PENDING)" % self.call(),
                         [self.waiting() + ";"])
        return block("if (%s == STATUS_PENDING)" % self.call(),
                     [self.waiting() + ";"],
                     braces=self.maker.draw.chance(50))

    def always(self):
        return [self.call() + ";", self.waiting() + ";"]

    def switch(self):
        pending = [self.waiting() + ";", "break;"]
        success = ["break;"]
        if self.wrong_test:
            pending, success = success, pending
        return ["switch (%s) {" % self.call(), "case STATUS_PENDING:"] + \
            ["    " + line for line in pending] + ["case STATUS_SUCCESS:"] + \
            ["    " + line for line in success] + \
            ["default:", "    " + self.log("cannot deregister"), "    break;",
             "}"]

    def flag(self):
        return ["%s = %s;" % (self.variable, self.call()),
                "pending = (BOOLEAN)(%s);" % self.test(self.variable)] + \
            block("if (pending)", [self.waiting() + ";"])

    def copied(self):
        return ["%s = %s;" % (self.variable, self.call()),
                "copy = %s;" % self.variable] + \
            block("if (%s)" % self.test("copy"), [self.waiting() + ";"])

    def stored(self):
        self.maker.last_status = True
        return ["LastStatus = %s;" % self.call()] + \
            block("if (%s)" % self.test("LastStatus"), [self.waiting() + ";"])

    def conditional(self):
        then, otherwise = self.waiting(), "STATUS_SUCCESS"
        if self.wrong_test:
            then, otherwise = otherwise, then
        return ["%s = %s == STATUS_PENDING" % (self.variable, self.call()),
                "    ? %s" % then, "    : %s;" % otherwise]

    def once(self):
        test = "==" if self.wrong_test else "!="
        return ["do {", "    %s = %s;" % (self.variable, self.call()),
                "    if (%s %s STATUS_PENDING)" % (self.variable, test),
                "        break;", "    %s;" % self.waiting(),
                "} while (0);"]

    def short_and(self):
        test = "==" if not self.wrong_test else "!="
        return block("if (%s %s STATUS_PENDING &&" % (self.call(), test) +
                     "\n        !NT_SUCCESS(%s))" % self.waiting(),
                     [self.log("cannot wait")])

    def short_or(self):
        test = "!=" if not self.wrong_test else "=="
        return ["(void)(%s %s STATUS_PENDING ||" % (self.call(), test),
                "       %s == STATUS_SUCCESS);" % self.waiting()]

    def overwritten(self):
        if self.wrong_test:
            return ["%s = %s;" % (self.variable, self.call()),
                    "%s = STATUS_SUCCESS;" % self.variable] + \
                block("if (%s == STATUS_PENDING)" % self.variable,
                      [self.waiting() + ";"])
        return ["%s = %s;" % (self.variable, self.call())] + \
            block("if (%s == STATUS_PENDING)" % self.variable,
                  ["%s = %s;" % (self.variable, self.waiting())])

    def looped(self):
        return ["%s = %s;" % (self.variable, self.call())] + \
            block("while (%s %s STATUS_PENDING)" %
                  (self.variable, "!=" if self.wrong_test else "=="),
                  ["%s = %s;" % (self.variable, self.waiting())],
                  braces=True) if not self.wrong_test else self.plain()

    def inverted(self):
        done, waits = [self.log("deregistered")], [self.waiting() + ";"]
        if self.wrong_test:
            done, waits = waits, done
        return ["%s = %s;" % (self.variable, self.call())] + \
            block("if (%s != STATUS_PENDING)" % self.variable, done,
                  otherwise=waits)

    def logged(self):
        return ["%s = %s;" % (self.variable, self.call())] + \
            block("if (%s)" % self.test(self.variable),
                  [self.log("waiting"), self.waiting() + ";"]) + \
            block("else if (!NT_SUCCESS(%s))" % self.variable,
                  [self.log("cannot deregister")])

    def anded(self):
        test = "==" if not self.wrong_test else "!="
        return ["%s = %s;" % (self.variable, self.call()),
                "ASSERT(NT_SUCCESS(%s));" % self.variable] + \
            block("if (%s %s STATUS_PENDING)" % (self.variable, test),
                  ["%s = %s;" % (self.variable, self.waiting()),
                   "ASSERT(%s == STATUS_SUCCESS);" % self.variable])

    def leaves(self):
        return block("if (%s %s STATUS_PENDING)" %
                     (self.call(), "==" if self.wrong_test else "!="),
                     ["return;"]) + [self.waiting() + ";"]

    def jumps(self):
        return ["%s = %s;" % (self.variable, self.call())] + \
            block("if (%s %s STATUS_PENDING)" %
                  (self.variable, "==" if self.wrong_test else "!="),
                  ["goto Done;"]) + \
            [self.waiting() + ";", "Done:", "return;"]


def stop_pair(maker, first, second):
    """Both deregistrations are started before either is waited for."""
    stops = [Stop(maker, unit.kind, unit.handle(), variable)
             for unit, variable in ((first, "status"), (second, "result"))]
    lines = ["%s = %s;" % (stop.variable, stop.call()) for stop in stops]
    waits = [stop.waiting() + ";" for stop in stops]
    tests = ["%s == STATUS_PENDING" % stop.variable for stop in stops]
    if any(stop.wrong_test for stop in stops):
        tests.reverse()
    if any(stop.no_wait for stop in stops):
        return lines + block("if (%s)" % tests[0], waits[:1])
    if any(stop.no_deregister for stop in stops):
        lines = ["status = STATUS_PENDING;"] + lines[1:]
    shape = maker.draw.number(3)
    if shape == 0:
        joined = "&&" if maker.slip("wrong-connective") else "||"
        return lines + block("if (%s %s\n    %s)" % (tests[0], joined,
                                                    tests[1]), waits)
    if shape == 1:
        return lines + waits
    order = (1, 0) if maker.draw.chance(50) else (0, 1)
    for k in order:
        lines += block("if (%s)" % tests[k], [waits[k]])
    return lines
