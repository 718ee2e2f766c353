"""cplusplus.py - small drivers in C++: holders whose destructor deregisters.

Each registration has a class of its own. The driver object that owns them is
made with new, or each holder is; or DriverEntry builds holders as locals and
gives them away when all went well, which is what RAII is for.
"""
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

from generator.code import block, indent
from generator.draw import Draw
from generator.stop import DEREGISTER, OTHER, WAIT

TAGS = """
void *operator new(size_t Size) noexcept
{
    return ExAllocatePool2(POOL_FLAG_NON_PAGED, Size, 'rdnU');
}

void operator delete(void *Block) noexcept
{
    if (Block != nullptr)
        ExFreePoolWithTag(Block, 'rdnU');
}

void operator delete(void *Block, size_t) noexcept
{
    if (Block != nullptr)
        ExFreePoolWithTag(Block, 'rdnU');
}
""".split("\n")


class Cplusplus:
    def __init__(self, plan, slips):
        self.plan = plan
        self.draw = Draw(plan.seed)
        self.twist = Draw(plan.seed ^ 0x7477697374)
        self.slip = slips.here
        self.names = plan.names[:min(plan.count, 3)]
        self.kinds = {name: self.draw.pick(["client", "provider"])
                      for name in self.names}
        self.form = self.draw.weighted((40, "owner"), (25, "pointers"),
                                       (35, "locals"))
        self.platform = {}

    # Taking one down.

    def stop_lines(self, kind, handle):
        slip = self.slip
        deregister, wait = DEREGISTER[kind], WAIT[kind]
        if slip("deregister-wrong-kind"):
            deregister = DEREGISTER[OTHER[kind]]
        if slip("wait-wrong-kind"):
            wait = WAIT[OTHER[kind]]
        argument = "&" + handle if slip("address-of-handle") else handle
        call, waiting = "%s(%s)" % (deregister, argument), "%s(%s)" % (wait,
                                                                       handle)
        test = "== STATUS_SUCCESS" if slip("wrong-test") else \
            "== STATUS_PENDING"
        shape = self.draw.number(5)
        if slip("drop-wait"):
            return [call + ";"]
        if shape == 0:
            return block("if (NTSTATUS status = %s; status %s)" % (call, test),
                         [waiting + ";"])
        if shape == 1:
            return block("if (%s %s)" % (call, test), [waiting + ";"])
        if shape == 2:
            return ["const auto status = %s;" % call] + \
                block("if (status %s)" % test, [waiting + ";"])
        if shape == 3:
            return ["auto stop = [](HANDLE handle) {"] + indent(
                block("if (%s(handle) %s)" % (deregister, test),
                      ["%s(handle);" % wait])) + \
                ["};", "stop(%s);" % argument]
        return [call + ";", waiting + ";"]

    # The classes.

    def holder(self, name):
        kind = self.kinds[name]
        clear = [] if self.slip("handle-not-cleared") else \
            ["m_handle = nullptr;"]
        stop = self.stop_lines(kind, "m_handle")
        if not self.slip("guard-dropped"):
            stop = block("if (m_handle == nullptr)", ["return;"]) + stop
        destroy = [] if self.slip("destructor-empty") else ["Stop();"]
        lines = ["class %s {" % name, "public:"]
        lines += indent(["%s() : m_handle(nullptr) {}" % name, "~%s()" % name,
                         "{"] + indent(destroy) + ["}", ""])
        lines += indent(["NTSTATUS Start()", "{",
                         "    return NmrRegister%s(&%sCharacteristics, this,"
                         "\n        &m_handle);" % (kind.capitalize(), name),
                         "}", "", "void Stop()", "{"] + indent(stop + clear) +
                        ["}", ""])
        if self.form == "locals":
            lines += indent(self.release(name))
        return lines + ["private:", "    HANDLE m_handle;", "};", ""]

    def release(self, name):
        keep = ["HANDLE handle = m_handle;"]
        if not self.slip("release-keeps"):
            keep.append("m_handle = nullptr;")
        return ["HANDLE Release()", "{"] + indent(keep) + \
            ["    return handle;", "}", "",
             "void Adopt(HANDLE Handle)", "{", "    m_handle = Handle;", "}",
             ""]

    def owner(self):
        """A class whose members are the holders."""
        lines = ["class Modules {", "public:", "    NTSTATUS Start()", "    {",
                 "        NTSTATUS status = STATUS_SUCCESS;", ""]
        for name in self.names:
            lines += indent(["status = m_%s.Start();" % name.lower()] +
                            block("if (!NT_SUCCESS(status))",
                                  ["return status;"]), 2)
        lines += ["        return status;", "    }", "", "private:"]
        lines += ["    %s m_%s;" % (name, name.lower()) for name in self.names]
        return lines + ["};", "", "static Modules *TheModules;", ""]

    # The three forms.

    def write_owner(self):
        text = self.owner()
        unload = [] if self.slip("drop-stop") else ["delete TheModules;"]
        undo = ["delete TheModules;", "TheModules = nullptr;",
                "return status;"]
        if self.slip("cleanup-dropped"):
            undo = undo[1:]
        entry = ["TheModules = new Modules;"] + \
            block("if (TheModules == nullptr)",
                  ["return STATUS_NO_MEMORY;"]) + \
            ["status = TheModules->Start();"] + \
            block("if (!NT_SUCCESS(status))", undo)
        if self.draw.chance(40):
            again = ["delete TheModules;", "return status;"]
            if self.slip("cleanup-dropped"):
                again = again[1:]
            entry += ["status = %s;" % self.unknown("PlatformOpen")] + \
                block("if (!NT_SUCCESS(status))", again)
        return text, unload, entry

    def write_pointers(self):
        text = ["static %s *The%s;" % (name, name) for name in self.names]
        unload, entry = [], []
        for k, name in enumerate(self.names):
            undo = ["delete The%s;" % other
                    for other in reversed(self.names[:k])
                    if not self.slip("cleanup-dropped")]
            entry += ["The%s = new %s;" % (name, name)]
            entry += block("if (The%s == nullptr)" % name,
                           undo + ["return STATUS_NO_MEMORY;"])
            entry += ["status = The%s->Start();" % name]
            entry += block("if (!NT_SUCCESS(status))",
                           ["delete The%s;" % name] + undo +
                           ["return status;"])
            if not self.slip("drop-stop"):
                unload.insert(0, "delete The%s;" % name)
        return text + [""], unload, entry

    def write_locals(self):
        text = ["static HANDLE %sHandle;" % name for name in self.names] + [""]
        unload, entry = [], []
        for name in self.names:
            variable = name.lower()
            entry += ["%s %s;" % (name, variable),
                      "status = %s.Start();" % variable]
            entry += block("if (!NT_SUCCESS(status))", ["return status;"])
            if not self.slip("drop-stop"):
                unload += ["{"] + indent(
                    ["%s %s;" % (name, variable),
                     "%s.Adopt(%sHandle);" % (variable, name)]) + ["}"]
        if self.draw.chance(50):
            entry += ["status = %s;" % self.unknown("PlatformOpen")] + \
                block("if (!NT_SUCCESS(status))", ["return status;"])
        for name in self.names:
            if not self.slip("handle-not-kept"):
                entry.append("%sHandle = %s.Release();" % (name, name.lower()))
        return text, unload, entry

    def unknown(self, name):
        self.platform[name] = "NTSTATUS"
        return name + "()"

    def write(self):
        holders = sum((self.holder(name) for name in self.names), [])
        text, unload, entry = getattr(self, "write_" + self.form)()
        lines = ["#include <ntddk.h>", "#include <netioddk.h>", ""]
        lines += ['extern "C" NTSTATUS %s(VOID);' % name
                  for name in sorted(self.platform)] + [""]
        for name in self.names:
            upper = self.kinds[name].upper()
            lines += ["static const NPI_%s_CHARACTERISTICS "
                      "%sCharacteristics = {0," % (upper, name),
                      "    sizeof(NPI_%s_CHARACTERISTICS)};" % upper]
        if self.form != "locals":
            lines += TAGS
        lines += [""] + holders + text
        lines += ["static VOID DriverUnload(PDRIVER_OBJECT)", "{"] + \
            indent(unload) + ["}", ""]
        lines += ['extern "C" NTSTATUS DriverEntry(PDRIVER_OBJECT Driver,',
                  "                                PUNICODE_STRING)", "{",
                  "    NTSTATUS status;", ""]
        lines += indent(entry + ["Driver->DriverUnload = DriverUnload;",
                                 "return STATUS_SUCCESS;"]) + ["}"]
        return {"driver.cpp": "\n".join(lines) + "\n"}
