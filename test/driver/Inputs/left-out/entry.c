#include <ntddk.h>
#include <netioddk.h>
static HANDLE Handle;
static NPI_CLIENT_CHARACTERISTICS Characteristics;
int Work(const UCHAR *bytes, ULONG length);
VOID SetReady(VOID);
int IsReady(VOID);
int Compare(const VOID *one, const VOID *other);
VOID Sort(int (*compare)(const VOID *, const VOID *));
VOID Unload(PDRIVER_OBJECT Driver)
{
    if (!IsReady())
        return;
    if (NmrDeregisterClient(Handle) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Handle);
}
NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    NTSTATUS status;

    Driver->DriverUnload = Unload;
    Work((const UCHAR *)Path->Buffer, Path->Length);
    Sort(Compare);
    status = NmrRegisterClient(&Characteristics, NULL, &Handle);
    if (NT_SUCCESS(status))
        SetReady();
    Work((const UCHAR *)Path->Buffer, 1);
    return status;
}
