// Static members and local statics live as long as the driver.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../../Inputs/nmr.h"

struct Module {
    static HANDLE handle;

    static HANDLE &slot()
    {
        static HANDLE local;

        return local;
    }
};

HANDLE Module::handle;

VOID DriverUnload(PDRIVER_OBJECT)
{
#ifdef FAULT
    HANDLE handle = Module::slot();
#else
    HANDLE handle = Module::handle;
#endif

    if (handle && NmrDeregisterClient(handle) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(handle);
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-registered]

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING)
{
    Driver->DriverUnload = DriverUnload;
    return NmrRegisterClient(&ClientCharacteristics, nullptr, &Module::handle);
}
