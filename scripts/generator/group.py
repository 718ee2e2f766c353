"""group.py - several registrations in one array, started and stopped in loops."""
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

from generator.code import block
from generator.stop import Stop


class Group:
    def __init__(self, maker, name, life):
        draw = maker.draw
        self.maker = maker
        self.name = name
        self.life = life
        self.kind = "client" if draw.chance(50) else "provider"
        self.size = 2 + draw.number(3)
        self.shape = draw.weighted((45, "handles"), (35, "structures"),
                                   (20, "field"))
        self.tracking = draw.weighted((45, "handle"), (35, "count"),
                                      (20, "flags"))
        if self.shape != "structures" and self.tracking == "flags":
            self.tracking = "handle"
        self.start_form = draw.pick(["inline", "function", "function"])
        self.stop_form = draw.pick(["inline", "function", "function"])
        self.second_file = maker.plan.two_files and draw.chance(60)
        self.declared = False

    def count(self):
        return "%s_COUNT" % self.name.upper()

    def array(self):
        return "Globals.%ss" % self.name if self.shape == "field" else \
            "%ss" % self.name

    def handle(self, index):
        if self.shape == "structures":
            return "%s[%s].Handle" % (self.array(), index)
        return "%s[%s]" % (self.array(), index)

    def other_handle(self):
        return self.handle("0")

    def running(self):
        return "%ssRunning" % self.name

    def declare(self):
        if self.declared:
            return
        self.declared = True
        maker = self.maker
        maker.characteristics(self.name, self.kind, None)
        maker.define_number(self.count(), self.size)
        if self.shape == "structures":
            fields = ["ULONG Number;", "HANDLE Handle;"]
            if self.tracking == "flags":
                fields.append("BOOLEAN Active;")
            maker.structure(self.name.upper(), fields)
            maker.variable("%s %ss[%s]" % (self.name.upper(), self.name,
                                           self.count()))
        elif self.shape == "field":
            maker.global_field("HANDLE %ss[%s]" % (self.name, self.count()))
        else:
            maker.variable("HANDLE %ss[%s]" % (self.name, self.count()))
        if self.tracking == "count":
            maker.variable("ULONG %s" % self.running())

    # Start.

    def start(self):
        self.declare()
        if self.start_form == "function":
            name = "Start%ss" % self.name
            self.maker.define(self, name, "NTSTATUS", "VOID",
                              self.start_lines() + ["return status;"])
            return ["status = %s();" % name]
        return self.start_lines()

    def start_lines(self):
        """All of them, or none: what ran is stopped when one fails."""
        maker = self.maker
        first = "1" if maker.slip("loop-starts-late") else "0"
        call = "status = NmrRegister%s(&%sCharacteristics, NULL," % (
            self.kind.capitalize(), self.name)
        index = "0" if maker.slip("loop-same-element") else "i"
        body = [call, "    &%s);" % self.handle(index)]
        body += block("if (!NT_SUCCESS(status))", ["break;"])
        body += self.note("i")
        end = self.count()
        if maker.slip("loop-ends-early"):
            end += " - 1"
        lines = ["status = STATUS_SUCCESS;"]
        lines += block("for (i = %s; i < %s; i++)" % (first, end), body)
        if maker.slip("rollback-dropped"):
            return lines
        test = "!NT_SUCCESS(status)"
        if maker.draw.chance(30) and self.tracking != "count":
            test = "i < %s" % self.count()
        return lines + block("if (%s)" % test, self.rollback())

    def note(self, index):
        if self.tracking == "count":
            return [] if self.maker.slip("guard-not-set") else \
                ["%s++;" % self.running()]
        if self.tracking == "flags":
            return [] if self.maker.slip("guard-not-set") else \
                ["%s[%s].Active = TRUE;" % (self.array(), index)]
        return []

    def rollback(self):
        maker = self.maker
        shape = maker.draw.number(4)
        if maker.slip("rollback-off-by-one"):
            shape = 4 + maker.twist.number(3)
        if shape == 0:
            return block("while (i > 0)", ["i--;"] + self.one("i", True),
                         braces=True)
        if shape == 1:
            return block("while (i-- > 0)", self.one("i", True), braces=True)
        if shape == 2:
            return block("for (; i > 0; i--)", self.one("i - 1", True),
                         braces=True)
        if shape == 4:
            return block("while (i > 1)", ["i--;"] + self.one("i", True),
                         braces=True)
        if shape == 5:
            return block("while (--i > 0)", self.one("i", True), braces=True)
        if shape == 6:
            return block("for (; i > 0; i--)", self.one("i", True),
                         braces=True)
        if self.tracking == "count":
            return block("while (%s > 0)" % self.running(),
                         ["%s--;" % self.running()] +
                         self.bare(self.running()), braces=True)
        return self.guarded_loop()

    # Stop.

    def bare(self, index, clear=None):
        handle = self.handle(index)
        if clear is None:
            clear = self.tracking == "handle" or self.maker.draw.chance(30)
        lines = Stop(self.maker, self.kind, handle, "result").lines()
        if clear:
            if self.maker.slip("handle-cleared-early"):
                return ["%s = NULL;" % handle] + lines
            if not self.maker.slip("handle-not-cleared"):
                lines.append("%s = NULL;" % handle)
        return lines

    def one(self, index, again):
        """Stops one that runs, and notes that it no longer does."""
        lines = self.bare(index)
        if self.tracking == "count":
            lines.append("%s--;" % self.running())
        elif self.tracking == "flags":
            if not self.maker.slip("guard-not-reset"):
                lines.append("%s[%s].Active = FALSE;" % (self.array(), index))
        return lines

    def guarded_loop(self):
        """Over the whole array, up or down; only what runs is stopped."""
        maker = self.maker
        if self.tracking == "flags":
            test = "%s[i].Active" % self.array()
        else:
            test = "%s != NULL" % self.handle("i")
        if maker.slip("guard-inverted"):
            test = "!(%s)" % test
        inner = self.one("i", True)
        if maker.slip("loop-breaks-early"):
            inner = inner + ["break;"]
        body = block("if (%s)" % test, inner)
        if maker.draw.chance(25):
            body = block("if (!(%s))" % test, [
                "break;" if maker.slip("loop-breaks-early") else
                "continue;"]) + inner
        return self.walk(body)

    def walk(self, body):
        maker, count = self.maker, self.count()
        down = maker.draw.chance(30)
        off = maker.slip("loop-off-by-one")
        if not down:
            first = "1" if off and maker.twist.chance(50) else "0"
            end = count if not off or first == "1" else count + " - 1"
            skips = any(line.strip() == "continue;" for line in body)
            if maker.draw.chance(30) and not skips:
                return ["i = %s;" % first] + block(
                    "while (i < %s)" % end, body + ["i++;"], braces=True)
            return block("for (i = %s; i < %s; i++)" % (first, end), body,
                         braces=True)
        if off:
            return block("for (i = %s - 1; i > 0; i--)" % count, body,
                         braces=True)
        return block("for (i = %s; i-- > 0;)" % count, body, braces=True)

    def stop(self, known, again, variable="status"):
        self.declare()
        if self.maker.slip("drop-stop"):
            return []
        if self.stop_form == "function":
            name = "Stop%ss" % self.name
            if not self.maker.is_defined(name):
                self.maker.define(self, name, "VOID", "VOID",
                                  self.stop_lines(False))
            return ["%s();" % name]
        return self.stop_lines(known)

    def stop_lines(self, known):
        maker = self.maker
        if self.tracking == "count":
            off = maker.slip("loop-off-by-one")
            limit = "1" if off else "0"
            running = self.running()
            shape = maker.draw.number(3)
            if shape == 0:
                return block("while (%s > %s)" % (running, limit),
                             ["%s--;" % running] + self.bare(running),
                             braces=True)
            if shape == 1:
                lines = block("for (i = %s; i < %s; i++)" % (limit, running),
                              self.bare("i"), braces=True)
                return lines + ["%s = 0;" % running]
            return ["i = %s;" % running] + block(
                "while (i > %s)" % limit, ["i--;"] + self.bare("i"),
                braces=True) + \
                ["%s = 0;" % running]
        if known and self.tracking == "handle" and self.shape == "handles" \
                and maker.draw.chance(30):
            return self.by_slot()
        if known and maker.draw.chance(40):
            return self.walk(self.one("i", True))
        return self.guarded_loop()

    def by_slot(self):
        """A pointer walks over the handles."""
        end = "%s + %s" % (self.array(), self.count())
        if self.maker.slip("loop-off-by-one"):
            end += " - 1"
        lines = Stop(self.maker, self.kind, "*slot", "result").lines()
        return block("for (slot = %s; slot < %s; slot++)" %
                     (self.array(), end), lines + ["*slot = NULL;"],
                     braces=True)
