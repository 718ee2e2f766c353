"""maker.py - collects the parts of a driver and writes its files.

The units say what they need: a variable, a field of the globals, a helper, a
function of their own. Here is decided in which file each stands and how it is
declared, and everything is put in the order a reader expects.
"""
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

from generator.code import block, function, indent
from generator.draw import Draw
from generator.stop import DEREGISTER, Stop, WAIT

PLATFORM = {
    "NTSTATUS": ("NTSTATUS %s(VOID);",
                 'NTSTATUS %s(VOID)\n{\n    return model_status("%s");\n}\n'),
    "BOOLEAN": ("BOOLEAN %s(VOID);",
                "BOOLEAN %s(VOID)\n{\n"
                '    return (BOOLEAN)model_choose("%s", 2);\n}\n'),
    "ULONG": ("ULONG %s(VOID);",
              'ULONG %s(VOID)\n{\n    return model_choose("%s", 3);\n}\n'),
    "VOID": ("VOID %s(VOID);", "VOID %s(VOID)\n{\n    (void)\"%s\";\n}\n"),
}


class Maker:
    def __init__(self, seed, slips, plan):
        self.draw = Draw(seed)
        self.twist = Draw(seed ^ 0x7477697374)
        self.slips = slips
        self.plan = plan
        self.units = []
        self.numbers = []
        self.structures = []
        self.fields = []
        self.extension = []
        self.indexes = []
        self.bits = []
        self.variables = []
        self.tables = []
        self.functions = []  # (name, in second file, lines, prototype)
        self.helpers = {}
        self.platform_functions = {}
        self.states = False
        self.getter = False
        self.last_status = False
        self.bit_fields = []
        self.components = []  # those that start and stop through a table
        self.includes_wsk = False

    def slip(self, name):
        return self.slips.here(name)

    def other_handle(self, handle):
        """The handle of another unit, for mixing the two up."""
        for unit in self.units:
            other = unit.other_handle()
            if unit.declared and other and other != handle and \
                    ("extension" in other) <= ("extension" in handle):
                return other
        return None

    # What units ask for.

    def define_number(self, name, value):
        self.numbers.append("#define %s %s" % (name, value))

    def structure(self, tag, fields):
        self.structures.append((tag, fields))

    def global_field(self, declaration):
        self.fields.append(declaration + ";")

    def extension_field(self, declaration):
        self.extension.append(declaration + ";")

    def index(self, name):
        self.indexes.append("%sIndex" % name)

    def bit(self, name):
        self.bits.append("%s_STARTED" % name.upper())

    def variable(self, declaration, value=None):
        if (declaration, value) not in self.variables:
            self.variables.append((declaration, value))

    def table(self, declaration, lines):
        self.tables.append((declaration, lines))

    def platform(self, name, result):
        self.platform_functions[name] = result
        return name + "()"

    def is_defined(self, name):
        return any(known == name for known, _, _, _ in self.functions)

    def define(self, unit, name, result, parameters, body, shared=False):
        if self.is_defined(name):
            return
        second = shared and self.plan.two_files or \
            unit is not None and unit.second_file
        static = "" if self.plan.two_files else "static "
        head = "%s%s %s(%s)" % (static, result, name, parameters)
        before = [line[1:] for line in body if line.startswith("@")]
        rest = [line for line in body if not line.startswith("@")]
        names = [word.split()[-1].lstrip("*")
                 for word in parameters.split(",")]
        self.functions.append((name, second,
                               function(head, rest, names, before),
                               "%s %s(%s);" % (result, name, parameters)))

    def characteristics(self, name, kind, binds=False):
        """`binds`: attach and detach are written elsewhere; None: nobody's."""
        upper = kind.upper()
        routines = ["NULL,"] * 3
        if binds or binds is not None and self.draw.chance(25):
            routines = ["%sAttach," % name, "%sDetach," % name, "NULL,"]
        if routines[0] != "NULL," and not binds:
            answer = self.draw.pick(["STATUS_SUCCESS", "STATUS_NOINTERFACE",
                                     "STATUS_SUCCESS"])
            self.define_bindings(name, kind, ["return %s;" % answer],
                                 ["return STATUS_SUCCESS;"])
        self.table("const NPI_%s_CHARACTERISTICS %sCharacteristics" %
                   (upper, name),
                   ["0,", "sizeof(NPI_%s_CHARACTERISTICS)," % upper] +
                   routines +
                   ["{0, sizeof(NPI_REGISTRATION_INSTANCE), &NpiId,",
                    " &ModuleId, 0, NULL},"])

    def define_bindings(self, name, kind, attach, detach):
        if kind == "client":
            head = ("HANDLE NmrBindingHandle, PVOID ClientContext,\n"
                    "    PNPI_REGISTRATION_INSTANCE Instance")
        else:
            head = ("HANDLE NmrBindingHandle, PVOID ProviderContext,\n"
                    "    PNPI_REGISTRATION_INSTANCE Instance, "
                    "PVOID ClientContext,\n"
                    "    const VOID *ClientDispatch, "
                    "PVOID *BindingContext,\n"
                    "    const VOID **Dispatch")
        self.define(None, "%sAttach" % name, "NTSTATUS", head, attach)
        self.define(None, "%sDetach" % name, "NTSTATUS",
                    "PVOID BindingContext", detach)

    # Helpers that several units share.

    def helper(self, form, kind):
        if (form, kind) not in self.helpers:
            self.helpers[form, kind] = getattr(self, "make_" + form)(kind)
        return self.helpers[form, kind]

    def make_value(self, kind):
        name = "Stop%s" % kind.capitalize()
        lines = Stop(self, kind, "Handle", tail=True).lines()
        if self.draw.chance(20):
            lines = block("if (Handle == NULL)", ["return;"]) + lines
        self.define(None, name, "VOID", "HANDLE Handle", lines, True)
        return name

    def make_address(self, kind):
        name = "Clear%s" % kind.capitalize()
        lines = block("if (*Handle == NULL)", ["return;"])
        if self.draw.chance(50):
            lines += Stop(self, kind, "*Handle").lines()
        else:
            lines += ["%s(*Handle);" % self.helper("value", kind)]
        if not self.slip("handle-not-cleared"):
            lines.append("*Handle = NULL;")
        self.define(None, name, "VOID", "PHANDLE Handle", lines, True)
        return name

    def make_status(self, kind):
        name = "Begin%sStop" % kind.capitalize()
        lines = ["return %s(Handle);" % DEREGISTER[kind]]
        if self.draw.chance(50) or self.slip("status-lost-in-helper"):
            lost = self.slip("status-lost-in-helper")
            lines = ["status = %s(Handle);" % DEREGISTER[kind],
                     'DbgPrint("deregistration started\\n");',
                     "return %s;" % ("STATUS_SUCCESS" if lost else "status")]
        self.define(None, name, "NTSTATUS", "HANDLE Handle", lines, True)
        return name

    def make_finisher(self, kind):
        name = "Finish%sStop" % kind.capitalize()
        test = "!=" if self.slip("wrong-test") else "=="
        lines = block("if (Status %s STATUS_PENDING)" % test,
                      ["%s(Handle);" % WAIT[kind]])
        self.define(None, name, "VOID", "HANDLE Handle, NTSTATUS Status",
                    lines, True)
        return name

    def make_macro(self, kind):
        name = "STOP_%s" % kind.upper()
        test = "!=" if self.slip("wrong-test") else "=="
        lines = ["do {", "    if (%s(Handle) %s STATUS_PENDING)" %
                 (DEREGISTER[kind], test), "        %s(Handle);" % WAIT[kind],
                 "} while (0)"]
        if self.slip("drop-wait"):
            lines[1:3] = ["    %s(Handle);" % DEREGISTER[kind]]
        self.numbers.append("#define %s(Handle) \\\n    " % name +
                            " \\\n    ".join(lines))
        return name

    def make_passed(self, kind):
        self.helper("value", kind)
        if not self.is_defined("StopWith"):
            self.define(None, "StopWith", "VOID",
                        "STOP_ROUTINE *Routine, HANDLE Handle",
                        ["Routine(Handle);"], True)
        return "StopWith"

    # Writing.

    def types(self):
        lines = ["#define POOL_TAG 'rdnU'"] + self.numbers
        for i, bit in enumerate(self.bits):
            lines.append("#define %s 0x%02x" % (bit, 1 << i))
        if self.indexes:
            lines += ["", "enum {"] + indent(
                [name + "," for name in self.indexes] +
                ["HandleCount"]) + ["};"]
        if self.states:
            lines += ["", "typedef enum _MODULE_STATE {"] + indent(
                ["ModuleStopped,", "ModuleStarting,", "ModuleRunning"]) + \
                ["} MODULE_STATE;"]
        if "STOP_ROUTINE" in self.everything():
            lines += ["", "typedef VOID STOP_ROUTINE(HANDLE Handle);"]
        if self.bit_fields:
            lines += self.structure_lines("STARTED_BITS", self.bit_fields)
        if self.components:
            lines += self.structure_lines("COMPONENT", [
                "NTSTATUS (*Start)(VOID);", "VOID (*Stop)(VOID);"])
        for tag, fields in self.structures:
            lines += self.structure_lines(tag, fields)
        if self.fields:
            lines += self.structure_lines("DRIVER_GLOBALS", self.fields)
        if self.extension:
            lines += self.structure_lines("DEVICE_EXTENSION", self.extension)
        return lines + [""]

    def everything(self):
        text = [line for _, _, lines, _ in self.functions for line in lines]
        return "\n".join(text + [word for word, _ in self.variables])

    def structure_lines(self, tag, fields):
        return ["", "typedef struct _%s {" % tag] + indent(fields) + \
            ["} %s, *P%s;" % (tag, tag)]

    def all_variables(self):
        variables = list(self.variables)
        if self.fields:
            variables.insert(0, ("DRIVER_GLOBALS Globals", None))
        if self.indexes:
            variables.append(("HANDLE Handles[HandleCount]", None))
        if self.bits:
            variables.append(("ULONG StartedModules", None))
        if self.bit_fields:
            variables.append(("STARTED_BITS Started", None))
        if self.last_status:
            variables.append(("NTSTATUS LastStatus", None))
        if self.plan.device:
            variables.append(("PDEVICE_OBJECT ControlDevice", None))
        return variables

    def prototypes(self):
        lines = [PLATFORM[result][0] % name for name, result in
                 sorted(self.platform_functions.items())]
        return lines + [""] if lines else []

    def identities(self):
        if not any("_CHARACTERISTICS" in head for head, _ in self.tables):
            return []
        return ["static const NPIID NpiId = {0x5a1f0c21, 0x8d3e, 0x4b07, "
                "{1, 2, 3, 4}};",
                "static const NPI_MODULEID ModuleId = {",
                "    sizeof(NPI_MODULEID), MIT_GUID,",
                "    {{0x77c2e9d4, 0x1b6a, 0x4e55, {5, 6, 7, 8}}}};", ""]

    def table_lines(self, static):
        lines = []
        for head, rows in self.tables:
            lines += ["%s%s = {" % (static, head)] + indent(rows) + ["};", ""]
        return lines

    def includes(self):
        lines = ["#include <ntddk.h>", "#include <netioddk.h>"]
        if self.includes_wsk:
            lines.append("#include <wsk.h>")
        if self.plan.kmdf:
            lines.append("#include <wdf.h>")
        return lines + [""]

    def bindings(self):
        """Attach and detach routines, declared: the tables name them."""
        if self.plan.two_files:
            return []
        lines = ["static " + prototype
                 for name, _, _, prototype in self.functions
                 if name.endswith(("Attach", "Detach"))]
        return lines + [""] if lines else []

    def bodies(self, second):
        return [lines for _, where, lines, _ in self.functions
                if where == second]

    def component_table(self):
        """Stands before the unload routine, which is the first to need it."""
        if not self.components:
            return []
        static = "" if self.plan.two_files else "static "
        return ["%sconst COMPONENT Components[%d] = {" % (
            static, len(self.components))] + indent(
                ["{%sStart, %sStop}," % (name, name)
                 for name in self.components]) + ["};", ""]

    def main_bodies(self):
        lines = []
        for name, second, body, _ in self.functions:
            if second:
                continue
            if name in ("DriverUnload", "OnUnload"):
                lines += self.component_table()
            lines += body
            for declaration, value in self.all_variables():
                if value == name and not self.plan.two_files:
                    lines += ["static %s = %s;" % (declaration, value), ""]
        return lines

    def write(self):
        """The driver's files, by name, in the order they are given."""
        if self.plan.two_files:
            return self.write_two()
        values = ["static %s;" % declaration
                  for declaration, value in self.all_variables() if not value]
        lines = self.includes() + self.types() + self.prototypes()
        lines += values + [""] + self.identities()
        lines += self.bindings() + self.table_lines("static ")
        lines += self.accessors("static ") + self.main_bodies()
        return {"driver.c": join(lines)}

    def accessors(self, static):
        lines = []
        if self.getter:
            lines = ["%sDRIVER_GLOBALS *GetGlobals(VOID)" % static, "{",
                     "    return &Globals;", "}", ""]
        return lines

    def write_two(self):
        shared = self.includes() + self.types() + self.prototypes()
        for declaration, _ in self.all_variables():
            shared.append("extern %s;" % declaration)
        if self.components:
            shared.append("extern const COMPONENT Components[%d];" %
                          len(self.components))
        for head, _ in self.tables:
            shared.append("extern %s;" % head)
        shared += [prototype for _, _, _, prototype in self.functions]
        if self.getter:
            shared.append("DRIVER_GLOBALS *GetGlobals(VOID);")
        shared = ["#ifndef DRIVER_H", "#define DRIVER_H", ""] + shared + \
            ["", "#endif"]
        main = ['#include "driver.h"', ""]
        for declaration, value in self.all_variables():
            main.append(declaration + (" = %s;" % value if value else ";"))
        main += [""] + self.identities() + self.table_lines("")
        main += self.accessors("") + self.main_bodies()
        modules = ['#include "driver.h"', ""] + sum(self.bodies(True), [])
        return {"driver.h": join(shared), "driver.c": join(main),
                "modules.c": join(modules)}


def world_of(functions):
    """The bodies of the platform's functions, for the model only."""
    lines = ["#include <model_harness.h>", ""]
    for name, result in sorted(functions.items()):
        lines.append(PLATFORM[result][1] % (name, name))
    return join(lines)


def join(lines):
    text = "\n".join(lines)
    while "\n\n\n" in text:
        text = text.replace("\n\n\n", "\n\n")
    return text.strip("\n") + "\n"
