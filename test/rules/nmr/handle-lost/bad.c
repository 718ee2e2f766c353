// RUN: %fault BAD_LOCAL_ENDS
// RUN: %fault BAD_LOCAL_OF_CALLEE
#include "../../../Inputs/nmr.h"

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
}

#ifdef BAD_LOCAL_OF_CALLEE
static NTSTATUS start(VOID)
{
    HANDLE handle;

    return NmrRegisterClient(&ClientCharacteristics, NULL, &handle);
    // BAD_LOCAL_OF_CALLEE: :[[#@LINE-1]]:5: error: the last handle of the client registration in 'handle' is lost in 'start', and it is still registered [nmr/handle-lost]
}
#endif

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
#ifdef BAD_LOCAL_OF_CALLEE
    return start();
#else
    HANDLE handle;

    return NmrRegisterClient(&ClientCharacteristics, NULL, &handle);
    // BAD_LOCAL_ENDS: :[[#@LINE-1]]:5: error: the last handle of the client registration in 'handle' is lost in 'DriverEntry', and it is still registered [nmr/handle-lost]
#endif
}
