#include <ntddk.h>
#include <netioddk.h>

static HANDLE First;
static HANDLE Second;
static NPI_CLIENT_CHARACTERISTICS Characteristics;

LONG AskMachine(LONG number);

static VOID Unload(PDRIVER_OBJECT driver)
{
    if (Second && NmrDeregisterClient(Second) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Second);
    if (First)
        NmrDeregisterClient(First);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT driver, PUNICODE_STRING path)
{
    LONG i;

    for (i = 0; i < 40; i++)
        if (AskMachine(i) == 0)
            return STATUS_UNSUCCESSFUL;
    driver->DriverUnload = Unload;
    if (!NT_SUCCESS(NmrRegisterClient(&Characteristics, NULL, &First)))
        return STATUS_UNSUCCESSFUL;
    if (AskMachine(40) == 0)
        (VOID) NmrRegisterClient(&Characteristics, NULL, &Second);
    return STATUS_SUCCESS;
}
