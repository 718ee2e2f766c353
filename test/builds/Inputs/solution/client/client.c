/* client.c - all that this driver registers, the shared library does.
 *
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 */
#include "pch.h"

DRIVER_INITIALIZE DriverEntry;
DRIVER_UNLOAD ClientUnload;

void ClientUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    SharedStop();
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = ClientUnload;
    return SharedStart();
}
