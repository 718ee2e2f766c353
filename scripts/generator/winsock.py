"""winsock.py - a WSK registration, with or without its NPI captured."""
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

from generator.code import block


class Winsock:
    def __init__(self, maker, name, life):
        draw = maker.draw
        self.maker = maker
        self.name = name
        self.life = life
        self.captures = draw.chance(60)
        self.place = draw.pick(["global", "global", "struct"])
        self.guard = draw.pick(["flag", "flag", "enum"])
        self.start_form = draw.pick(["inline", "function", "function"])
        self.stop_form = draw.pick(["inline", "function"])
        self.second_file = maker.plan.two_files and draw.chance(60)
        self.declared = False

    def declare(self):
        if self.declared:
            return
        self.declared = True
        maker, name = self.maker, self.name
        maker.includes_wsk = True
        maker.table("const WSK_CLIENT_DISPATCH %sDispatch" % name,
                    ["MAKE_WSK_VERSION(1, 0),", "0,", "NULL,"])
        maker.variable("WSK_PROVIDER_NPI %sProvider" % name)
        if self.place == "struct":
            maker.global_field("WSK_REGISTRATION %sRegistration" % name)
        else:
            maker.variable("WSK_REGISTRATION %sRegistration" % name)
        if self.guard == "enum":
            maker.states = True
            maker.variable("MODULE_STATE %sState" % name)
        else:
            maker.variable("BOOLEAN %sReady" % name)

    def registration(self):
        return "&%s%sRegistration" % (
            "Globals." if self.place == "struct" else "", self.name)

    def other_handle(self):
        return None

    def set_guard(self, on):
        if self.maker.slip("guard-not-set" if on else "guard-not-reset"):
            return []
        if self.guard == "enum":
            return ["%sState = %s;" % (self.name, "ModuleRunning" if on else
                                       "ModuleStopped")]
        return ["%sReady = %s;" % (self.name, "TRUE" if on else "FALSE")]

    def test(self):
        if self.guard == "enum":
            return "%sState == ModuleRunning" % self.name
        return "%sReady" % self.name

    def start(self):
        self.declare()
        self.maker.define(self, "%sStart" % self.name, "NTSTATUS", "VOID",
                          self.start_body())
        return ["status = %sStart();" % self.name]

    def start_body(self):
        registration = self.registration()
        lines = ["@WSK_CLIENT_NPI npi;", "npi.ClientContext = NULL;",
                 "npi.Dispatch = &%sDispatch;" % self.name,
                 "status = WskRegister(&npi, %s);" % registration]
        lines += block("if (!NT_SUCCESS(status))", ["return status;"])
        if self.captures:
            lines += ["status = WskCaptureProviderNPI(%s," % registration,
                      "    WSK_INFINITE_WAIT, &%sProvider);" % self.name]
            undo = ["WskDeregister(%s);" % registration, "return status;"]
            if self.maker.slip("drop-deregister"):
                undo = undo[1:]
            lines += block("if (!NT_SUCCESS(status))", undo)
        return lines + self.set_guard(True) + ["return STATUS_SUCCESS;"]

    def stop(self, known, again, variable="status"):
        self.declare()
        slip = self.maker.slip
        if slip("drop-stop"):
            return []
        lines = []
        if self.captures and not slip("drop-release"):
            lines.append("WskReleaseProviderNPI(%s);" % self.registration())
        if not slip("drop-deregister"):
            lines.append("WskDeregister(%s);" % self.registration())
        if len(lines) == 2 and slip("release-late"):
            lines.reverse()
        lines += self.set_guard(False)
        test = self.test()
        if slip("guard-inverted"):
            test = "!(%s)" % test
        if self.stop_form == "inline":
            return block("if (%s)" % test, lines)
        name = "%sStop" % self.name
        if not self.maker.is_defined(name):
            self.maker.define(self, name, "VOID", "VOID",
                              block("if (%s)" % test, lines))
        return ["%s();" % name]
