"""entry.py - DriverEntry, the unload routine, and the callbacks between them."""
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

from generator.code import block, indent
from generator.module import Module
from generator.stop import stop_pair

STYLES = ((22, "early"), (20, "goto"), (10, "nested"), (14, "cleanup"),
          (10, "unload"), (12, "chain"), (12, "once"), (10, "progress"))


class Entry:
    def __init__(self, maker, steps, callbacks):
        self.maker = maker
        self.steps = steps
        self.callbacks = callbacks
        self.style = maker.draw.weighted(*STYLES)
        if maker.plan.kmdf and self.style == "unload":
            self.style = "cleanup"
        if maker.draw.chance(25) and self.fits_table():
            self.style = "table"
        if self.style == "progress" and not all(
                step.life == "entry" for step in steps):
            self.style = "goto"
        self.guarded = self.style in ("cleanup", "unload", "chain", "once")
        self.early_setup = maker.draw.chance(60)

    def fits_table(self):
        """All steps are modules with a function each to start and to stop."""
        if len(self.steps) < 2:
            return False
        if not all(isinstance(step, Module) and step.life == "entry" and
                   step.place != "extension" for step in self.steps):
            return False
        for step in self.steps:
            step.start_form = "function"
            step.stop_form = "function"
        return True

    def write(self):
        body = self.body()
        self.write_callbacks()
        self.write_unload()
        self.write_entry(body)

    # Pieces.

    def is_bound(self, step):
        """Does a module's attach routine start it, and detach stop it?"""
        return bool(self.callbacks and self.callbacks.host and
                    step in self.callbacks.units)

    def undo(self, steps, variable="result"):
        lines = []
        for step in reversed(steps):
            known = step.life == "entry" and not self.guarded
            lines += self.undo_step(step, known, variable)
        return lines

    def undo_step(self, step, known, variable):
        """The step, and what its attach routine may have started."""
        lines = step.stop(known, self.is_bound(step), variable)
        if self.callbacks and self.callbacks.host is step:
            for unit in self.callbacks.units:
                lines += unit.stop(False, True, variable)
        return lines

    def wants(self, step):
        return self.maker.platform("PlatformWants%s" % step.name, "BOOLEAN")

    def step_lines(self, step, failure):
        """Starts the step; `failure` is what to do when it cannot."""
        maker = self.maker
        check = block("if (!NT_SUCCESS(status))", failure)
        if maker.slip("status-test-dropped"):
            check = []
        if step.life == "tolerated":
            restored = [] if maker.slip("status-not-restored") else \
                ["status = STATUS_SUCCESS;"]
            return step.start() + block(
                "if (!NT_SUCCESS(status))",
                ['DbgPrint("going on without %s\\n");' % step.name] +
                restored)
        if step.life == "optional":
            return block("if (%s)" % self.wants(step), step.start() + check,
                         braces=True)
        return step.start() + check

    def setup(self):
        maker = self.maker
        if maker.plan.kmdf:
            return []
        lines = [] if maker.slip("no-unload-routine") else \
            ["Driver->DriverUnload = DriverUnload;"]
        if self.callbacks:
            lines += self.callbacks.setup()
        return lines

    # The styles of DriverEntry.

    def body(self):
        return getattr(self, "as_" + self.style)()

    def as_early(self):
        lines = []
        for k, step in enumerate(self.steps):
            lines += self.step_lines(step, self.undo(self.steps[:k]) +
                                     ["return status;"])
        return lines + ["@setup", "return STATUS_SUCCESS;"]

    def as_goto(self):
        maker = self.maker
        lines = []
        labels = ["Fail"] + ["Stop%s" % step.name for step in self.steps]
        used = set()
        for k, step in enumerate(self.steps):
            label = labels[k]
            if maker.slip("wrong-label") and k:
                label = labels[maker.twist.number(k)]
            if step.life != "tolerated":
                used.add(label)
            lines += self.step_lines(step, ["goto %s;" % label])
        lines += ["@setup", "return STATUS_SUCCESS;", ""]
        reached = False
        for k in range(len(self.steps) - 1, 0, -1):
            label = labels[k]
            reached = reached or label in used
            stop = self.undo_step(self.steps[k - 1],
                                  self.steps[k - 1].life == "entry", "result")
            if label in used:
                lines.append(label + ":")
                if not stop:
                    stop = ['DbgPrint("stopped\\n");']
            if reached:
                lines += stop
        if "Fail" in used:
            lines.append("Fail:")
        return lines + ["return status;"]

    def as_nested(self):
        lines = self.nested(0)
        return lines + ["return status;"]

    def nested(self, k):
        if k == len(self.steps):
            return ["@setup", "return STATUS_SUCCESS;"]
        step = self.steps[k]
        undo = self.undo_step(step, step.life == "entry", "result")
        inner = self.nested(k + 1) + undo
        if step.life == "tolerated":
            return self.step_lines(step, []) + inner
        if step.life == "optional":
            return ["status = STATUS_SUCCESS;"] + \
                block("if (%s)" % self.wants(step), step.start(),
                      braces=True) + block("if (NT_SUCCESS(status))", inner)
        return step.start() + block("if (NT_SUCCESS(status))", inner)

    def cleanup_call(self):
        argument = ""
        return "Cleanup(%s);" % argument

    def as_cleanup(self):
        self.write_cleanup()
        lines = []
        ends = self.maker.draw.chance(50)
        failure = ["goto Exit;"] if ends else \
            [self.cleanup_call(), "return status;"]
        for step in self.steps:
            lines += self.step_lines(step, failure)
        lines.append("@setup")
        if not ends:
            return lines + ["return status;"]
        call = [self.cleanup_call()]
        if self.maker.slip("cleanup-dropped"):
            call = ['DbgPrint("cannot start\\n");']
        return lines + ["Exit:"] + block("if (!NT_SUCCESS(status))", call) + \
            ["return status;"]

    def write_cleanup(self):
        before = []
        if self.maker.plan.extension:
            before = ["@PDEVICE_EXTENSION extension ="
                      " ControlDevice ?\n        "
                      "ControlDevice->DeviceExtension : NULL;"]
        self.maker.define(None, "Cleanup", "VOID", "VOID",
                          before + self.undo(self.all_units(), "status"))

    def as_unload(self):
        lines = []
        for step in self.steps:
            lines += self.step_lines(step, ["goto Fail;"])
        call = ["DriverUnload(Driver);"]
        if self.maker.slip("cleanup-dropped"):
            call = ['DbgPrint("cannot start\\n");']
        return lines + ["@setup", "return STATUS_SUCCESS;", "", "Fail:"] + \
            call + ["return status;"]

    def as_chain(self):
        """Each step only if all before it went well; one look at the end."""
        lines = ["status = STATUS_SUCCESS;"]
        for step in self.steps:
            if step.life == "tolerated":
                start = self.step_lines(step, [])
            elif step.life == "optional":
                start = block("if (%s)" % self.wants(step), step.start(),
                              braces=True)
            else:
                start = step.start()
            lines += block("if (NT_SUCCESS(status))", start, braces=True)
        undo = self.undo(self.steps)
        if self.maker.slip("cleanup-dropped"):
            undo = []
        return lines + ["@setup"] + block("if (!NT_SUCCESS(status))", undo +
                                          ["return status;"]) + \
            ["return STATUS_SUCCESS;"]

    def as_once(self):
        inner = []
        for step in self.steps:
            inner += self.step_lines(step, ["break;"])
        if self.maker.draw.chance(50):
            inner += ["@setup", "return STATUS_SUCCESS;"]
            tail = self.undo(self.steps) + ["return status;"]
        else:
            undo = self.undo(self.steps)
            tail = ["@setup"]
            if undo:
                tail += block("if (!NT_SUCCESS(status))", undo)
            tail += ["return status;"]
        return ["do {"] + ["    " + line.replace("\n", "\n    ")
                           if line != "@setup" and line else line
                           for line in inner] + ["} while (0);"] + tail

    def as_progress(self):
        """How far it came is a number; a switch falls through the undoing."""
        maker = self.maker
        maker.variable("ULONG Progress")
        self.write_undo_switch()
        lines = []
        for k, step in enumerate(self.steps):
            note = ["Progress = %d;" % (k + 1)]
            if maker.slip("progress-not-noted"):
                note = ['DbgPrint("step done\\n");']
            lines += self.step_lines(step, ["UndoProgress();",
                                            "return status;"]) + note
        return lines + ["@setup", "return STATUS_SUCCESS;"]

    def write_undo_switch(self):
        maker = self.maker
        cases = []
        for k in range(len(self.steps), 0, -1):
            cases.append("case %d:" % k)
            cases += indent(self.undo_step(self.steps[k - 1], True, "status"))
            if maker.slip("case-breaks"):
                cases.append("    break;")
        cases += ["case 0:", "    break;"]
        before = []
        if maker.plan.extension:
            before = ["@PDEVICE_EXTENSION extension ="
                      " ControlDevice ?\n        "
                      "ControlDevice->DeviceExtension : NULL;"]
        maker.define(None, "UndoProgress", "VOID", "VOID",
                     before + ["switch (Progress) {"] + cases + ["}",
                                                                 "Progress = 0;"])

    def as_table(self):
        """The components stand in a table of functions."""
        maker = self.maker
        for step in self.steps:
            step.start()
        for step in self.steps:
            step.stop(True, True)
        maker.components = [step.name for step in self.steps
                            if maker.is_defined("%sStop" % step.name)]
        fail = ["break;"]
        body = ["status = Components[i].Start();"] + \
            block("if (!NT_SUCCESS(status))", fail)
        lines = ["status = STATUS_SUCCESS;"] + \
            block("for (i = 0; i < ARRAYSIZE(Components); i++)", body)
        shape = maker.draw.number(2)
        if maker.slip("rollback-off-by-one"):
            shape = 2 + maker.twist.number(2)
        undo = (block("while (i > 0)", ["Components[--i].Stop();"]),
                block("while (i-- > 0)", ["Components[i].Stop();"]),
                block("while (--i > 0)", ["Components[i].Stop();"]),
                block("for (; i > 1; i--)", ["Components[i - 1].Stop();"])
                )[shape]
        if maker.slip("rollback-dropped"):
            undo = []
        if self.callbacks and self.callbacks.host:
            undo = undo + self.undo(self.callbacks.units)
        return lines + block("if (!NT_SUCCESS(status))",
                             undo + ["return status;"]) + \
            ["@setup", "return STATUS_SUCCESS;"]

    def table_unload(self):
        maker = self.maker
        count = "ARRAYSIZE(Components)"
        off = maker.slip("loop-off-by-one")
        if maker.draw.chance(60):
            return block("for (i = %s; i > %d; i--)" % (count, off),
                         ["Components[i - 1].Stop();"])
        return block("for (i = %d; i < %s; i++)" % (off, count),
                     ["Components[i].Stop();"])

    def write_entry(self, body):
        maker = self.maker
        setup = self.setup()
        early = self.early_setup
        lines = []
        for line in body:
            if line.strip() == "@setup":
                pad = line[:len(line) - len(line.lstrip())]
                lines += [] if early else [pad + word for word in setup]
            else:
                lines.append(line)
        if early:
            lines = setup + lines
        before = []
        if maker.plan.extension:
            before.append("@PDEVICE_EXTENSION extension = NULL;")
        if maker.plan.kmdf:
            lines = self.create_wdf() + lines
            before.append("@WDF_DRIVER_CONFIG config;")
        static = maker.plan.two_files
        maker.define(None, "DriverEntry", "NTSTATUS",
                     "PDRIVER_OBJECT Driver, PUNICODE_STRING RegistryPath",
                     before + lines)
        name, where, text, prototype = maker.functions[-1]
        text[0] = text[0].replace("static ", "")
        assert static or "static" not in text[0]

    def create_wdf(self):
        add = "NULL"
        if self.callbacks:
            add = "OnDeviceAdd"
        return ["WDF_DRIVER_CONFIG_INIT(&config, %s);" % add,
                "config.DriverInitFlags = WdfDriverInitNonPnpDriver;",
                "config.EvtDriverUnload = OnUnload;",
                "status = WdfDriverCreate(Driver, RegistryPath,",
                "    WDF_NO_OBJECT_ATTRIBUTES, &config, NULL);"] + \
            block("if (!NT_SUCCESS(status))", ["return status;"])

    # Unload.

    def all_units(self):
        units = list(self.steps)
        if self.callbacks:
            units += self.callbacks.units
        return units

    def write_unload(self):
        maker = self.maker
        lines = []
        if maker.slip("unload-returns-early"):
            lines += block("if (%s)" % maker.platform("PlatformBusy",
                                                      "BOOLEAN"),
                           ["return;"])
        if self.style == "cleanup":
            if not maker.slip("cleanup-dropped"):
                lines.append(self.cleanup_call())
        else:
            lines += self.unload_lines()
        before = []
        if maker.plan.extension and self.style != "cleanup":
            before = ["@PDEVICE_EXTENSION extension = ControlDevice ?\n"
                      "        ControlDevice->DeviceExtension : NULL;"]
        if maker.plan.kmdf:
            maker.define(None, "OnUnload", "VOID", "WDFDRIVER Driver",
                         before + lines)
        else:
            maker.define(None, "DriverUnload", "VOID",
                         "PDRIVER_OBJECT Driver", before + lines)

    def unload_lines(self):
        lines = []
        if self.style == "table":
            units = self.callbacks.units if self.callbacks else []
            for unit in units:
                lines += unit.stop(False, True)
            return lines + self.table_unload()
        if self.style == "progress":
            units = self.callbacks.units if self.callbacks else []
            for unit in units:
                lines += unit.stop(False, True)
            return lines + ["UndoProgress();"]
        units = self.all_units()
        forwards = not self.maker.plan.device and self.maker.draw.chance(25)
        units = units if forwards else units[::-1]
        while units:
            pair = self.pair_of(units)
            if pair:
                lines += stop_pair(self.maker, *pair)
                units = units[2:]
                continue
            known = units[0].life == "entry" and self.style != "unload"
            lines += units[0].stop(known, self.is_bound(units[0]))
            units = units[1:]
        return lines

    def pair_of(self, units):
        """Two modules that run for certain may be taken down together."""
        if len(units) < 2 or self.style == "unload":
            return None
        if not all(isinstance(unit, Module) and unit.life == "entry" and
                   unit.stop_form == "inline" and not unit.on_heap
                   for unit in units[:2]):
            return None
        return units[:2] if self.maker.draw.chance(40) else None

    def write_callbacks(self):
        if self.callbacks:
            self.callbacks.write()


class Callbacks:
    """Routines that start and stop units while the driver runs."""

    def __init__(self, maker, units):
        self.maker = maker
        self.units = units
        self.form = "add" if maker.plan.kmdf else maker.draw.weighted(
            (40, "open-close"), (32, "control"), (14, "counted"),
            (14, "binding"))
        hosts = [unit for unit in maker.units
                 if isinstance(unit, Module) and unit.life == "entry"]
        if any(unit.place == "extension" for unit in units):
            hosts = []
        if self.form == "binding" and not hosts:
            self.form = "open-close"
        self.host = hosts[0] if self.form == "binding" else None
        if self.host:
            self.host.binds = True

    def setup(self):
        if self.form == "binding":
            return []
        if self.form == "control":
            return ["Driver->MajorFunction[IRP_MJ_DEVICE_CONTROL] ="
                    " OnControl;"]
        return ["Driver->MajorFunction[IRP_MJ_CREATE] = OnCreate;",
                "Driver->MajorFunction[IRP_MJ_CLOSE] = OnClose;"]

    def starts(self, unit):
        test = unit.is_running()
        if unit.place == "extension":
            test = "(%s)" % test if "||" in test else test
        lines = unit.start()
        if self.maker.slip("start-unguarded"):
            return lines
        shape = self.maker.draw.number(3)
        if shape == 0:
            return block("if (!(%s))" % test, lines)
        return block("if (%s)" % test,
                     ["status = STATUS_ALREADY_REGISTERED;"],
                     otherwise=lines)

    def stops(self, unit):
        return unit.stop(False, True, "result")

    def write(self):
        maker = self.maker
        self.before = ["@NTSTATUS status = STATUS_SUCCESS;"]
        if maker.plan.extension:
            self.before.append("@PDEVICE_EXTENSION extension = "
                               "Device->DeviceExtension;")
        getattr(self, "write_" + self.form.replace("-", "_"))()

    def finish(self):
        return ["Irp->IoStatus.Status = status;",
                "IoCompleteRequest(Irp, IO_NO_INCREMENT);", "return status;"]

    def dispatch(self, name, lines):
        self.maker.define(None, name, "NTSTATUS",
                          "PDEVICE_OBJECT Device, PIRP Irp",
                          self.before + lines + self.finish())

    def write_open_close(self):
        lines = []
        for unit in self.units:
            start = self.starts(unit)
            lines += block("if (NT_SUCCESS(status))", start, braces=True) \
                if lines else start
        self.dispatch("OnCreate", lines)
        lines = []
        for unit in reversed(self.units):
            lines += self.stops(unit)
        self.dispatch("OnClose", lines)

    def write_counted(self):
        maker = self.maker
        maker.variable("ULONG OpenCount")
        starts, stops = [], []
        for unit in self.units:
            start = unit.start()
            starts += block("if (NT_SUCCESS(status))", start, braces=True) \
                if starts else start
        for unit in reversed(self.units):
            stops += self.stops(unit)
        failed = ["OpenCount--;"]
        undo = []
        for unit in reversed(self.units):
            undo += self.stops(unit)
        if maker.slip("count-not-taken-back"):
            failed = []
        self.dispatch("OnCreate", block(
            "if (OpenCount < 2)",
            ["OpenCount++;"] + block(
                "if (OpenCount == 1)", starts +
                block("if (!NT_SUCCESS(status))", undo + failed))))
        self.dispatch("OnClose", block(
            "if (OpenCount > 0)",
            ["OpenCount--;"] + block(
                "if (OpenCount == 0)", stops, braces=True)))

    def write_control(self):
        maker = self.maker
        cases = []
        for k, unit in enumerate(self.units):
            names = ["IOCTL_%s_START" % unit.name.upper(),
                     "IOCTL_%s_STOP" % unit.name.upper()]
            for j, name in enumerate(names):
                maker.define_number(
                    name, "CTL_CODE(FILE_DEVICE_UNKNOWN, 0x%x, "
                    "METHOD_BUFFERED, FILE_ANY_ACCESS)" %
                    (0x800 + 2 * k + j))
            for name, lines in zip(names, (self.starts(unit),
                                           self.stops(unit))):
                cases.append("case %s:" % name)
                cases += indent(lines)
                if not (name.endswith("START") and
                        maker.slip("case-falls-through")):
                    cases.append("    break;")
        cases += ["default:", "    status = STATUS_INVALID_DEVICE_REQUEST;",
                  "    break;"]
        self.before.append("@PIO_STACK_LOCATION location = "
                           "IoGetCurrentIrpStackLocation(Irp);")
        self.dispatch("OnControl", [
            "switch (location->Parameters.DeviceIoControl.IoControlCode) {"] +
            cases + ["}"])

    def write_binding(self):
        """A module's attach routine starts others, its detach stops them."""
        starts = []
        for unit in self.units:
            start = self.starts(unit)
            starts += block("if (NT_SUCCESS(status))", start, braces=True) \
                if starts else start
        stops = []
        for unit in reversed(self.units):
            stops += self.stops(unit)
        self.maker.define_bindings(
            self.host.name, self.host.kind,
            ["@NTSTATUS status = STATUS_SUCCESS;"] + starts +
            ["return status;"], stops + ["return STATUS_SUCCESS;"])

    def write_add(self):
        lines = []
        for unit in self.units:
            start = self.starts(unit)
            lines += block("if (NT_SUCCESS(status))", start, braces=True) \
                if lines else start
        self.maker.define(None, "OnDeviceAdd", "NTSTATUS",
                          "WDFDRIVER Driver, PWDFDEVICE_INIT DeviceInit",
                          self.before + lines + ["return status;"])
