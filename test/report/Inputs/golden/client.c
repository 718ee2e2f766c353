/* A driver for the golden reports: one fault of each severity that there is,
 * calls in the story, and a line whose columns depend on what is counted. */
#include <ntddk.h>
#include <netioddk.h>

typedef struct {
    HANDLE Client;
    BOOLEAN Started;
} STATE;

static STATE State;
static NPI_CLIENT_CHARACTERISTICS Characteristics;

static NTSTATUS Start(STATE *S)
{
    /* Ünïcödé, 𝔤𝔩𝔶𝔭𝔥𝔰 */ NTSTATUS Status = /* 𝔤𝔬 → */ NmrRegisterClient(&Characteristics, S, &S->Client);

    S->Started = NT_SUCCESS(Status);
    return Status;
}

static VOID Stop(STATE *S)
{
    if (S->Started)
        NmrDeregisterClient(S->Client);
}

static VOID Unload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    Stop(&State);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    NTSTATUS Status;

    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = Unload;
    Status = Start(&State);
    if (!NT_SUCCESS(Status))
        return Status;
    return IoRegisterShutdownNotification(NULL);
}
