"""listed.py - registrations in heap objects on a list, one for each open."""
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

from generator.code import block
from generator.stop import Stop


class Listed:
    """Two contexts are made in DriverEntry; all on the list are stopped."""

    def __init__(self, maker, name, life):
        draw = maker.draw
        self.maker = maker
        self.name = name
        self.life = life
        self.kind = "client" if draw.chance(50) else "provider"
        self.single = draw.chance(60)
        self.second_file = maker.plan.two_files and draw.chance(60)
        self.declared = False

    def other_handle(self):
        return None

    def declare(self):
        if self.declared:
            return
        self.declared = True
        maker, upper = self.maker, self.name.upper()
        maker.characteristics(self.name, self.kind, None)
        maker.structure(upper, ["struct _%s *Next;" % upper,
                                "HANDLE Handle;"])
        maker.variable("P%s %sList" % (upper, self.name))

    def start(self):
        self.declare()
        maker, name, upper = self.maker, self.name, self.name.upper()
        body = ["@P%s item;" % upper,
                "item = ExAllocatePool2(POOL_FLAG_PAGED, sizeof(*item),"
                " POOL_TAG);"]
        body += block("if (item == NULL)", ["return STATUS_NO_MEMORY;"])
        body.append("status = NmrRegister%s(&%sCharacteristics, NULL,"
                    "\n    &item->Handle);" % (self.kind.capitalize(), name))
        failed = ["ExFreePoolWithTag(item, POOL_TAG);", "return status;"]
        test = "NT_SUCCESS(status)" if maker.slip("free-test-inverted") \
            else "!NT_SUCCESS(status)"
        body += block("if (%s)" % test, failed)
        if not maker.slip("link-dropped"):
            body.append("item->Next = %sList;" % name)
        if not maker.slip("context-not-kept"):
            body.append("%sList = item;" % name)
        maker.define(self, "%sAdd" % name, "NTSTATUS", "VOID",
                     body + ["return STATUS_SUCCESS;"])
        if self.single:
            return ["status = %sAdd();" % name]
        undo = self.stop(False, True)
        return ["status = %sAdd();" % name] + block(
            "if (NT_SUCCESS(status))",
            ["status = %sAdd();" % name] +
            block("if (!NT_SUCCESS(status))", undo or
                  ['DbgPrint("one is left\\n");']))

    def stop(self, known, again, variable="status"):
        self.declare()
        maker, name, upper = self.maker, self.name, self.name.upper()
        if maker.slip("drop-stop"):
            return []
        if not maker.is_defined("%sRemoveAll" % name):
            lines = ["item = %sList;" % name, "%sList = item->Next;" % name]
            lines += Stop(maker, self.kind, "item->Handle").lines()
            if maker.slip("context-freed-early"):
                lines = lines[:2]
            lines.append("ExFreePoolWithTag(item, POOL_TAG);")
            head = "if" if maker.slip("loop-runs-once") else "while"
            maker.define(self, "%sRemoveAll" % name, "VOID", "VOID",
                         ["@P%s item;" % upper] + block(
                             "%s (%sList != NULL)" % (head, name), lines))
        return ["%sRemoveAll();" % name]
