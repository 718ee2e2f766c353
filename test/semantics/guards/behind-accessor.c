// A function that gives the address of the driver's globals does the same
// whatever they hold: it is no matter in how many states it is called.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../../Inputs/stop.h"

static struct {
    HANDLE first, second, third, fourth;
    ULONG tries;
} Globals;

static void *globals(void)
{
    return &Globals;
}

static void start(HANDLE *client)
{
    if (!NT_SUCCESS(
            NmrRegisterClient(&ClientCharacteristics, NULL, client)))
        Globals.tries++;
    Globals.tries += globals() != NULL;
}

static void finish(HANDLE client)
{
    if (client)
        stop(client);
}

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    if (globals() == NULL)
        return;
    finish(Globals.first);
    finish(Globals.second);
    finish(Globals.third);
    finish(Globals.fourth);
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]

static NTSTATUS on_create(PDEVICE_OBJECT Device, PIRP Irp)
{
    UNREFERENCED_PARAMETER(Device);
    UNREFERENCED_PARAMETER(Irp);
    if (Globals.tries < 40 && globals() != NULL)
        Globals.tries++;
    return STATUS_SUCCESS;
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    Driver->MajorFunction[IRP_MJ_CREATE] = on_create;
    start(&Globals.first);
    start(&Globals.second);
    start(&Globals.third);
    start(&Globals.fourth);
    return STATUS_SUCCESS;
}
