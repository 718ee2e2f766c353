"""module.py - one registration of a driver: its place, its guard, its helpers.

A unit of a driver, this one included, can give the lines that start it (after
which `status` says how that went) and the lines that stop it again, for each
place of the driver that asks: DriverEntry, a callback, the unload routine.
"""
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

from generator.code import block, function
from generator.stop import DEREGISTER, Stop, WAIT

PLACES = ((20, "global"), (16, "struct"), (6, "getter"), (14, "array"),
          (14, "heap"), (6, "deep"), (12, "extension"), (4, "nested"),
          (4, "static"))
HEAP = ("heap", "deep")
GUARDS = ((24, "handle"), (18, "flag"), (12, "enum"), (10, "counter"),
          (12, "bits"), (6, "bitfield"))


class Module:
    def __init__(self, maker, name, life):
        draw = maker.draw
        self.maker = maker
        self.name = name
        self.life = life  # entry, optional or callback
        self.kind = "client" if draw.chance(55) else "provider"
        self.place = draw.weighted(*PLACES)
        if self.place == "extension" and not maker.plan.device:
            self.place = "global"
        self.guard = draw.weighted(*GUARDS)
        self.on_heap = self.place in HEAP
        if self.on_heap and draw.chance(60):
            self.guard = "context"
        self.start_form = draw.weighted(
            (38, "inline"), (28, "function"), (10, "by-address"),
            (12, "local"), (5, "boolean"), (4, "status-out"), (3, "retry"))
        if self.on_heap:
            self.start_form = draw.pick(["inline", "function", "function"])
        self.stop_form = draw.weighted(
            (40, "inline"), (20, "function"), (12, "by-value"),
            (8, "by-address"), (7, "returns-status"), (4, "finisher"),
            (5, "pointer"), (4, "passed"), (4, "macro"), (5, "moved"),
            (4, "exchanged"))
        self.resets_handle = self.guard == "handle" or draw.chance(40)
        self.second_file = maker.plan.two_files and draw.chance(60)
        self.declared = False
        self.binds = False  # its attach routine starts other modules

    # Places.

    def handle(self):
        return {
            "global": "%sHandle" % self.name,
            "struct": "Globals.%sHandle" % self.name,
            "nested": "Globals.%s.Handle" % self.name,
            "getter": "GetGlobals()->%sHandle" % self.name,
            "array": "Handles[%sIndex]" % self.name,
            "heap": self.context() + "->Handle",
            "deep": self.context() + "->Handle",
            "static": "*%sSlot()" % self.name,
            "extension": "extension->%sHandle" % self.name,
        }[self.place]

    def context(self):
        """The pointer to the heap object that holds the handle."""
        return ("Globals.%sContext" if self.place == "deep"
                else "%sContext") % self.name

    def address(self):
        """Where Register puts the handle."""
        return "%sSlot()" % self.name if self.place == "static" else \
            "&" + self.handle()

    def other_handle(self):
        return None if self.on_heap else self.handle()

    def declare(self):
        if self.declared:
            return
        self.declared = True
        maker, name = self.maker, self.name
        maker.characteristics(name, self.kind, self.binds)
        if self.place == "global":
            maker.variable("HANDLE %sHandle" % name)
        elif self.place in ("struct", "getter"):
            maker.global_field("HANDLE %sHandle" % name)
            maker.getter |= self.place == "getter"
        elif self.place == "nested":
            maker.structure("%s_MODULE" % name.upper(),
                            ["ULONG Version;", "HANDLE Handle;"])
            maker.global_field("%s_MODULE %s" % (name.upper(), name))
        elif self.place == "array":
            maker.index(name)
        elif self.on_heap:
            self.declare_context()
        elif self.place == "static":
            self.maker.define(None, "%sSlot" % name, "PHANDLE", "VOID",
                              ["@static HANDLE slot;", "return &slot;"])
        elif self.place == "extension":
            maker.extension_field("HANDLE %sHandle" % name)
        self.declare_guard()

    def declare_context(self):
        fields = ["ULONG Version;", "HANDLE Handle;"]
        if self.maker.draw.chance(50):
            fields.reverse()
        tag = "%s_CONTEXT" % self.name.upper()
        self.maker.structure(tag, fields)
        word = "P%s %sContext" % (tag, self.name)
        if self.place == "deep":
            self.maker.global_field(word)
        else:
            self.maker.variable(word)

    # Guards.

    def guard_place(self):
        name = {"flag": "%sRegistered", "enum": "%sState",
                "counter": "%sCount",
                "bitfield": "Started.%s"}[self.guard] % self.name
        if self.guard == "bitfield":
            return name
        return "Globals." + name if self.place in ("struct", "getter") else name

    def declare_guard(self):
        maker = self.maker
        kinds = {"flag": "BOOLEAN", "enum": "MODULE_STATE", "counter": "ULONG"}
        if self.guard == "bits":
            maker.bit(self.name)
        elif self.guard == "bitfield":
            maker.bit_fields.append("ULONG %s : 1;" % self.name)
        elif self.guard in kinds:
            place = self.guard_place()
            if self.guard == "enum":
                maker.states = True
            word = "%s %s" % (kinds[self.guard], place.split(".")[-1])
            if "." in place:
                maker.global_field(word)
            else:
                maker.variable(word)

    def set_guard(self):
        if self.guard in ("handle", "context"):
            return []
        if self.guard == "flag":
            return ["%s = TRUE;" % self.guard_place()]
        if self.guard == "enum":
            return ["%s = ModuleRunning;" % self.guard_place()]
        if self.guard == "bitfield":
            return ["%s = 1;" % self.guard_place()]
        if self.guard == "counter":
            return ["%s++;" % self.guard_place()]
        return ["StartedModules |= %s_STARTED;" % self.name.upper()]

    def reset_guard(self):
        if self.guard in ("handle", "context"):
            return []
        if self.guard == "flag":
            return ["%s = FALSE;" % self.guard_place()]
        if self.guard == "enum":
            return ["%s = ModuleStopped;" % self.guard_place()]
        if self.guard == "bitfield":
            return ["%s = 0;" % self.guard_place()]
        if self.guard == "counter":
            return ["%s--;" % self.guard_place()]
        return ["StartedModules &= ~%s_STARTED;" % self.name.upper()]

    def is_running(self):
        draw = self.maker.draw
        if self.guard == "handle":
            test = draw.pick(["%s != NULL", "%s", "NULL != %s"]) % \
                self.handle()
            return ("%s != NULL && " % self.context() if
                    self.on_heap else "") + test
        if self.guard == "context":
            return draw.pick(["%s != NULL", "%s"]) % self.context()
        if self.guard == "flag":
            return draw.pick(["%s", "%s", "%s == TRUE", "%s != FALSE"]) % \
                self.guard_place()
        if self.guard == "enum":
            return draw.pick(["%s == ModuleRunning", "%s != ModuleStopped",
                              "%s >= ModuleRunning"]) % self.guard_place()
        if self.guard == "bitfield":
            return draw.pick(["%s", "%s == 1", "%s != 0"]) % \
                self.guard_place()
        if self.guard == "counter":
            return draw.pick(["%s > 0", "%s != 0", "%s == 1", "%s"]) % \
                self.guard_place()
        return draw.pick(["StartedModules & %s_STARTED",
                          "(StartedModules & %s_STARTED) != 0"]) % \
            self.name.upper()

    def guarded_test(self):
        """Where the device may not exist, neither does its extension."""
        test = self.is_running()
        if self.maker.slip("guard-inverted"):
            test = "!(%s)" % test
        if self.place == "extension":
            test = "extension != NULL && " + \
                ("(%s)" % test if "||" in test else test)
        return test

    # Start.

    def register(self, context, target):
        return "NmrRegister%s(&%sCharacteristics, %s, %s)" % (
            self.kind.capitalize(), self.name, context, target)

    def noted(self, lines, before="status"):
        """The guard is set where registering succeeded."""
        notes = self.set_guard()
        if not notes:
            return lines
        if self.maker.slip("guard-not-set"):
            return lines
        if self.maker.slip("guard-set-early"):
            return notes + lines
        if self.maker.slip("guard-set-always"):
            return lines + notes
        if self.guard == "flag" and self.maker.draw.chance(30):
            return lines + ["%s = (BOOLEAN)NT_SUCCESS(%s);" %
                            (self.guard_place(), before)]
        return lines + block("if (NT_SUCCESS(%s))" % before, notes)

    def start(self):
        """Lines after which `status` tells whether the module runs."""
        self.declare()
        if self.start_form == "function":
            return ["status = %s;" % self.start_function()]
        if self.start_form == "by-address":
            return self.noted(["status = %s;" % self.start_at()])
        if self.start_form == "local":
            return self.start_local()
        if self.start_form == "boolean":
            return self.start_boolean()
        if self.start_form == "status-out":
            return self.start_status_out()
        if self.start_form == "retry":
            return self.start_retry()
        return self.start_inline()

    def start_inline(self):
        if self.on_heap:
            return self.start_heap()
        call = self.register("NULL", self.address())
        return self.noted(["status = %s;" % call])

    def start_heap(self):
        context = self.context()
        lines = ["status = %s;" % self.register(
            context if self.maker.draw.chance(60) else "NULL",
            "&%s->Handle" % context)]
        freed = ["ExFreePoolWithTag(%s, POOL_TAG);" % context]
        if not self.maker.slip("context-not-cleared"):
            freed.append("%s = NULL;" % context)
        test = "!NT_SUCCESS(status)"
        if self.maker.slip("free-test-inverted"):
            test = "NT_SUCCESS(status)"
        lines += block("if (%s)" % test, freed)
        lines = self.noted(lines)
        return self.allocate(context) + block(
            "if (%s == NULL)" % context, ["status = STATUS_NO_MEMORY;"],
            otherwise=lines)

    def allocate(self, target):
        call = self.maker.draw.pick([
            "ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*%s), POOL_TAG)",
            "ExAllocatePoolZero(NonPagedPoolNx, sizeof(*%s), POOL_TAG)"])
        return ["%s =" % target, "    %s;" % (call % target)]

    def start_local(self):
        lines = ["status = %s;" % self.register("NULL", "&handle")]
        keep = ["%s = handle;" % self.handle()] + self.set_guard()
        if self.maker.slip("handle-not-kept"):
            keep = keep[1:] or ['DbgPrint("%s is on\\n");' % self.name]
        elif self.maker.slip("guard-not-set"):
            keep = keep[:1]
        if self.maker.slip("handle-kept-on-failure"):
            return lines + block("if (!NT_SUCCESS(status))", keep)
        return lines + block("if (NT_SUCCESS(status))", keep)

    def start_function(self):
        name = "%sStart" % self.name
        parameters = "PDEVICE_EXTENSION extension" \
            if self.place == "extension" else "VOID"
        body = self.start_heap_function() if self.on_heap else \
            self.start_plain_function()
        self.maker.define(self, name, "NTSTATUS", parameters, body)
        return "%s(%s)" % (name, "extension" if parameters != "VOID" else "")

    def start_plain_function(self):
        call = self.register("NULL", self.address())
        notes = self.set_guard()
        shape = self.maker.draw.number(3)
        if not notes and shape == 0:
            return ["return %s;" % call]
        if shape < 2 or not notes:
            return self.noted(["status = %s;" % call]) + ["return status;"]
        if self.maker.slip("guard-not-set"):
            notes = []
        return ["status = %s;" % call] + \
            block("if (!NT_SUCCESS(status))", ["return status;"]) + \
            notes + ["return STATUS_SUCCESS;"]

    def start_heap_function(self):
        kind = "P%s_CONTEXT" % self.name.upper()
        lines = ["%s context;" % kind, ""] + self.allocate("context")
        lines += block("if (context == NULL)", ["return STATUS_NO_MEMORY;"])
        lines.append("status = %s;" % self.register(
            "context" if self.maker.draw.chance(60) else "NULL",
            "&context->Handle"))
        freed = ["ExFreePoolWithTag(context, POOL_TAG);", "return status;"]
        if self.maker.slip("free-test-inverted"):
            lines += block("if (NT_SUCCESS(status))", freed)
        else:
            lines += block("if (!NT_SUCCESS(status))", freed)
        if not self.maker.slip("context-not-kept"):
            lines.append("%s = context;" % self.context())
        if not self.maker.slip("guard-not-set"):
            lines += self.set_guard()
        return ["@" + lines[0]] + lines[2:] + ["return STATUS_SUCCESS;"]

    def extension_parameter(self):
        return ("PDEVICE_EXTENSION extension", "extension") \
            if self.place == "extension" else ("VOID", "")

    def start_boolean(self):
        """A helper that says only whether it went well."""
        name = "%sOpen" % self.name
        parameter, argument = self.extension_parameter()
        body = self.noted(["status = %s;" %
                           self.register("NULL", self.address())])
        test = "!NT_SUCCESS(status)" if self.maker.slip("result-inverted") \
            else "NT_SUCCESS(status)"
        self.maker.define(self, name, "BOOLEAN", parameter,
                          body + ["return (BOOLEAN)%s;" % test])
        return ["status = STATUS_SUCCESS;"] + \
            block("if (!%s(%s))" % (name, argument),
                  ["status = STATUS_UNSUCCESSFUL;"])

    def start_status_out(self):
        """A helper that says through a pointer how it went."""
        name = "%sBegin" % self.name
        parameter, argument = self.extension_parameter()
        parameter = "NTSTATUS *Status" if parameter == "VOID" else \
            parameter + ", NTSTATUS *Status"
        body = self.noted(["*Status = %s;" %
                           self.register("NULL", self.address())], "*Status")
        if self.maker.slip("status-lost-in-helper"):
            body.append("*Status = STATUS_SUCCESS;")
        self.maker.define(self, name, "VOID", parameter, body)
        return ["%s(%s&status);" % (name, argument and argument + ", ")]

    def start_retry(self):
        lines = ["status = %s;" % self.register("NULL", self.address())]
        leave = ["break;"]
        if self.maker.slip("loop-goes-on"):
            leave = ['DbgPrint("%s is on\\n");' % self.name]
        return self.noted(["status = STATUS_UNSUCCESSFUL;"] + block(
            "for (i = 0; i < 2; i++)",
            lines + block("if (NT_SUCCESS(status))", leave)))

    def start_at(self):
        """A helper that is told where to put the handle."""
        name = "%sRegister" % self.name
        body = ["return %s;" % self.register("NULL", "Handle")]
        if self.maker.draw.chance(40):
            body = ["status = %s;" % self.register("NULL", "&handle")] + \
                block("if (NT_SUCCESS(status))", ["*Handle = handle;"]) + \
                ["return status;"]
        self.maker.define(self, name, "NTSTATUS", "PHANDLE Handle", body)
        return "%s(%s)" % (name, self.address())

    # Stop.

    def stop(self, known, again, variable="status"):
        """Lines that take the module down.

        `known`: it runs for certain. `again`: it may be asked later whether
        it runs, so the guard must say no.
        """
        self.declare()
        if self.maker.slip("drop-stop"):
            return []
        unguarded = known and self.maker.draw.chance(60)
        if self.stop_form == "function":
            return self.stop_by_function(unguarded, variable)
        lines = self.take_down(again, variable)
        return self.under_guard(lines, unguarded)

    def under_guard(self, lines, unguarded):
        if unguarded or self.maker.slip("guard-dropped"):
            return lines
        return block("if (%s)" % self.guarded_test(), lines)

    def stop_by_function(self, unguarded, variable):
        name = "%sStop" % self.name
        extension = self.place == "extension"
        if not self.maker.is_defined(name):
            body = self.take_down(True, "status")
            inside = self.maker.draw.chance(60)
            self.guard_inside = inside
            if inside and not self.maker.slip("guard-dropped"):
                test = self.is_running()
                if self.maker.draw.chance(40):
                    body = block("if (!(%s))" % test, ["return;"]) + body
                else:
                    body = block("if (%s)" % test, body)
            self.maker.define(self, name, "VOID", "PDEVICE_EXTENSION extension"
                              if extension else "VOID", body)
        call = ["%s(%s);" % (name, "extension" if extension else "")]
        if self.guard_inside and extension and not unguarded:
            return block("if (extension != NULL)", call)
        return call if self.guard_inside else \
            self.under_guard(call, unguarded)

    def take_down(self, again, variable):
        maker = self.maker
        clearing = []
        if (again or self.resets_handle) and \
                self.stop_form not in ("moved", "exchanged"):
            if not self.on_heap and self.resets_handle and \
                    self.stop_form != "by-address":
                clearing.append("%s = NULL;" % self.handle())
        resetting = self.reset_guard() if again or maker.draw.chance(50) \
            else []
        lines = self.deregister(variable)
        if clearing and maker.slip("handle-cleared-early"):
            lines, clearing = clearing + lines, []
        elif clearing and maker.slip("handle-not-cleared"):
            clearing = []
        if resetting and maker.slip("guard-not-reset"):
            resetting = []
        if self.on_heap:
            freeing = ["ExFreePoolWithTag(%s, POOL_TAG);" % self.context()]
            if not maker.slip("context-not-cleared"):
                freeing.append("%s = NULL;" % self.context())
            if maker.slip("context-freed-early"):
                return freeing + resetting
            clearing = freeing
        return lines + clearing + resetting

    def deregister(self, variable):
        form = self.stop_form
        if form in ("inline", "function"):
            return Stop(self.maker, self.kind, self.handle(), variable,
                        ).lines()
        if form in ("moved", "exchanged"):
            return self.take_out(variable)
        if form == "by-value":
            return ["%s(%s);" % (self.maker.helper("value", self.kind),
                                 self.handle())]
        if form == "by-address":
            return ["%s(%s);" % (self.maker.helper("address", self.kind),
                                 self.address())]
        if form == "macro":
            return ["%s(%s);" % (self.maker.helper("macro", self.kind),
                                 self.handle())]
        if form == "pointer":
            return self.through_pointer()
        if form == "passed":
            return ["%s(%s, %s);" % (self.maker.helper("passed", self.kind),
                                     self.maker.helper("value", self.kind),
                                     self.handle())]
        if form == "finisher":
            return ["%s = %s(%s);" % (variable, DEREGISTER[self.kind],
                                      self.handle()),
                    "%s(%s, %s);" % (
                        self.maker.helper("finisher", self.kind),
                        self.handle(), variable)]
        return ["%s = %s(%s);" % (
            variable, self.maker.helper("status", self.kind),
            self.handle())] + \
            block("if (%s == STATUS_PENDING)" % variable,
                  ["%s(%s);" % (WAIT[self.kind], self.handle())])

    def take_out(self, variable):
        """The handle is taken out of its place first."""
        if self.stop_form == "exchanged":
            lines = ["handle = InterlockedExchangePointer(%s, NULL);" %
                     self.address()]
        else:
            lines = ["handle = %s;" % self.handle(),
                     "%s = NULL;" % self.handle()]
            if self.maker.slip("handle-cleared-early"):
                lines.reverse()
        if self.maker.slip("uses-old-place"):
            return lines + Stop(self.maker, self.kind, self.handle(),
                                variable).lines()
        return lines + Stop(self.maker, self.kind, "handle",
                            variable).lines()

    def through_pointer(self):
        name = "%sStopRoutine" % self.name
        self.maker.variable("STOP_ROUTINE *%s" % name,
                            self.maker.helper("value", self.kind))
        return ["%s(%s);" % (name, self.handle())]
