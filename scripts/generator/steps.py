"""steps.py - what a driver starts besides registrations."""
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

from generator.code import block


class Device:
    """The control device; its extension may hold handles."""
    life = "entry"
    name = "Device"

    def __init__(self, maker):
        self.maker = maker

    def start(self):
        size = "sizeof(DEVICE_EXTENSION)" if self.maker.plan.extension else "0"
        lines = ["status = IoCreateDevice(Driver, %s, NULL," % size,
                 "    FILE_DEVICE_UNKNOWN, 0, FALSE, &ControlDevice);"]
        if self.maker.plan.extension:
            lines += block("if (NT_SUCCESS(status))",
                           ["extension = ControlDevice->DeviceExtension;"])
        return lines

    def stop(self, known, again, variable="status"):
        lines = ["IoDeleteDevice(ControlDevice);", "ControlDevice = NULL;"]
        return lines if known else block("if (ControlDevice != NULL)", lines)


class Platform:
    """Something else of the system, with functions nobody gave us."""
    life = "entry"

    def __init__(self, maker, name):
        self.maker = maker
        self.name = name
        self.tracked = False

    def start(self):
        return ["status = %s;" % self.maker.platform(
            "PlatformOpen%s" % self.name, "NTSTATUS")]

    def stop(self, known, again, variable="status"):
        return ["%s;" % self.maker.platform("PlatformClose%s" % self.name,
                                            "VOID")]
