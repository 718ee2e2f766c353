// That entry fails too early is certain after a coarse look and its replay. What
// the machines can answer after that is not told apart: that would take long,
// and give no more.
//
// RUN: not %unloadcheck %s --stats --format=brief -- -DKMDF > %t.out 2>&1
// RUN: FileCheck %s --input-file=%t.out
// RUN: FileCheck %s --input-file=%t.out --check-prefix=STATS
#include <ntddk.h>
#include <netioddk.h>

#define COUNT 48

static HANDLE Handle;
static NPI_CLIENT_CHARACTERISTICS Characteristics;
static ULONG Answers[COUNT];

ULONG AskMachine(ULONG number);

static VOID Stop(VOID)
{
    if (NmrDeregisterClient(Handle) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Handle);
}

static VOID Unload(PDRIVER_OBJECT driver)
{
    ULONG sum = 0;
    ULONG i;

    for (i = 0; i < COUNT; i++)
        if (Answers[i] == 3)
            sum += i;
    if (sum % 7 == 3) {
        Stop();
        return;
    }
    Stop();
}

NTSTATUS DriverEntry(PDRIVER_OBJECT driver, PUNICODE_STRING path)
{
    NTSTATUS status;
    ULONG i;

    driver->DriverUnload = Unload;
    status = NmrRegisterClient(&Characteristics, NULL, &Handle);
    if (!NT_SUCCESS(status))
        return status;
    if (AskMachine(COUNT) == 0)
        // CHECK: :[[@LINE+1]]:9: error: 'Handle' is still registered when
        return STATUS_UNSUCCESSFUL;
    for (i = 0; i < COUNT; i++)
        Answers[i] = AskMachine(i);
    return STATUS_SUCCESS;
}

// STATS: states {{ *[12][0-9]{4}$}}
// STATS: limits {{ *}}0{{$}}
