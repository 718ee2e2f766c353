"""Prints a driver that is too large to be followed as a whole.

Objects of four kinds refer to each other, are counted, and free what they
refer to. Those of the first kind register themselves; `WAIT` is what stands
behind their deregistration.

SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""
import sys

KINDS = 4
HEAD = """
#include <ntddk.h>
#include <netioddk.h>

typedef struct OBJECT OBJECT;
struct OBJECT {
    LIST_ENTRY Link;
    LONG Count;
    ULONG Flags;
    void (*Free)(OBJECT *);
    OBJECT *Part;
};

static LIST_ENTRY g_All;
static KSPIN_LOCK g_Lock;
static OBJECT *g_Table[2];
extern NPI_CLIENT_CHARACTERISTICS g_Characteristics;

static void Release(OBJECT *o)
{
    KIRQL irql;
    if (!o || InterlockedDecrement(&o->Count) != 0)
        return;
    KeAcquireSpinLock(&g_Lock, &irql);
    RemoveEntryList(&o->Link);
    KeReleaseSpinLock(&g_Lock, irql);
    o->Free(o);
}

static void Insert(OBJECT *o, void (*free)(OBJECT *))
{
    KIRQL irql;
    o->Count = 1;
    o->Free = free;
    KeAcquireSpinLock(&g_Lock, &irql);
    InsertTailList(&g_All, &o->Link);
    KeReleaseSpinLock(&g_Lock, irql);
}

static void Drop(OBJECT *o)
{
    if (o->Part && (o->Flags & 1))
        Release(o->Part);
}

typedef struct {
    OBJECT Object;
    HANDLE Registration;
} CLIENT;

static void FreeClient(OBJECT *o)
{
    CLIENT *client = CONTAINING_RECORD(o, CLIENT, Object);
    NTSTATUS status = NmrDeregisterClient(client->Registration);
    WAIT
    ExFreePool(client);
}

static NTSTATUS MakeClient(void)
{
    CLIENT *client =
        ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*client), 'tneC');
    if (!client)
        return STATUS_NO_MEMORY;
    NTSTATUS status = NmrRegisterClient(&g_Characteristics, client,
                                        &client->Registration);
    if (NT_SUCCESS(status))
        Insert(&client->Object, FreeClient);
    else
        ExFreePool(client);
    return status;
}
"""
KIND = """
typedef struct KIND%(next)d KIND%(next)d;
typedef struct KIND%(this)d {
    OBJECT Object;
    ULONG State;
    KIND%(next)d *Peer;
} KIND%(this)d;

static void Free%(this)d(OBJECT *o)
{
    KIND%(this)d *x = CONTAINING_RECORD(o, KIND%(this)d, Object);
    Drop(o);
    if (x->Peer && x->State == %(this)d)
        Release((OBJECT *)x->Peer);
    ExFreePool(x);
}

static NTSTATUS Make%(this)d(ULONG how)
{
    KIND%(this)d *x = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*x), 'dniK');
    if (!x)
        return STATUS_NO_MEMORY;
    Insert(&x->Object, Free%(this)d);
    if (how < 2) {
        Release(g_Table[how]);
        g_Table[how] = &x->Object;
    } else if (g_Table[how & 1]) {
        x->Object.Part = g_Table[how & 1];
        x->Object.Flags |= 1;
        g_Table[how & 1]->Count++;
    }
    return STATUS_SUCCESS;
}
"""
TAIL = """
static NTSTATUS Control(DEVICE_OBJECT *device, IRP *irp)
{
    ULONG how = IoGetCurrentIrpStackLocation(irp)
                    ->Parameters.DeviceIoControl.IoControlCode;
    OBJECT *o = g_Table[how & 1];
    switch (how >> 8) {
    case 0: return MakeClient();
%s
    case 99: g_Table[how & 1] = NULL; Release(o); break;
    }
    return STATUS_SUCCESS;
}

static void Unload(DRIVER_OBJECT *driver)
{
    for (int i = 0; i < 2; i++)
        Release(g_Table[i]);
    while (!IsListEmpty(&g_All))
        Release(CONTAINING_RECORD(g_All.Flink, OBJECT, Link));
}

NTSTATUS DriverEntry(DRIVER_OBJECT *driver, UNICODE_STRING *path)
{
    InitializeListHead(&g_All);
    KeInitializeSpinLock(&g_Lock);
    driver->MajorFunction[IRP_MJ_DEVICE_CONTROL] = Control;
    driver->DriverUnload = Unload;
    return STATUS_SUCCESS;
}
"""


def main():
    kinds = range(1, KINDS + 1)
    print(HEAD.replace("WAIT", sys.argv[1]))
    for i in kinds:
        print(KIND % {"this": i, "next": i % KINDS + 1})
    print(TAIL % "\n".join("    case %d: return Make%d(how);" % (i, i)
                           for i in kinds))


main()
