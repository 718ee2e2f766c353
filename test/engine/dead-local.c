// The address of a local is none any more when its function is left: what is
// read through it may be anything, and it is no local of the caller's.
//
// RUN: %unloadcheck %s --format=brief -- -DKMDF | FileCheck %s --allow-empty
// CHECK-NOT: {{error|warning|note}}
//
// RUN: %unloadcheck dump states %s -- -DKMDF > %t.states
// RUN: FileCheck %s --input-file=%t.states --check-prefix=STATES
// STATES:     &Found = &object0; &object0 = undefined
// RUN: grep -c "&object0 = &count" %t.states | FileCheck %s --check-prefix=OWN
// OWN: {{^}}1{{$}}
#include <ntddk.h>
#include <netioddk.h>

typedef struct {
    LONG *Count;
    LIST_ENTRY *Last;
    BOOLEAN IsRegistered;
} WHERE;

static WHERE *Found;
static HANDLE Handle;
static NPI_CLIENT_CHARACTERISTICS Characteristics;

static LONG *Look(WHERE *where, LONG a, LONG b, LONG c)
{
    LONG first = a, second = b, third = c, count = 3;
    LIST_ENTRY last;

    where->Count = &count;
    where->Last = &last;
    last.Flink = last.Blink = &last;
    return first + second + third > 7 ? &count : &third;
}

static VOID Say(WHERE *where)
{
    if (where && where->Count && *where->Count == 3)
        where->Last->Flink = NULL;
}

static VOID Unload(PDRIVER_OBJECT driver)
{
    Say(Found);
    if (Found->IsRegistered &&
        NmrDeregisterClient(Handle) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Handle);
    ExFreePool(Found);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT driver, PUNICODE_STRING path)
{
    driver->DriverUnload = Unload;
    Found = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*Found), 'dnuF');
    if (!Found)
        return STATUS_NO_MEMORY;
    if (*Look(Found, 1, 2, path->Length) == 3)
        Say(Found);
    Found->IsRegistered = FALSE;
    if (*Found->Count == 3) {
        if (NT_SUCCESS(NmrRegisterClient(&Characteristics, NULL, &Handle)))
            Found->IsRegistered = TRUE;
    }
    Say(Found);
    return STATUS_SUCCESS;
}
