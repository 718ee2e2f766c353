// Allocation and release through own wrappers (header word, zeroing, may fail),
// results returned through a logging macro with its own local; object made by
// an I/O control and freed by a callback in its header.
// RUN: %right OK
// RUN: %fault BAD
// RUN: %fault BAD_CREATE
#include <ntddk.h>
#include <netioddk.h>

typedef enum { RESULT_OK, RESULT_NO_MEMORY, RESULT_NOT_LOADED } result_t;

#define RETURN_RESULT(expression)                                             \
    do {                                                                      \
        result_t LocalResult = (expression);                                  \
        if (LocalResult != RESULT_OK)                                         \
            DbgPrint("%s: %d\n", __FUNCTION__, LocalResult);                  \
        return LocalResult;                                                   \
    } while (FALSE)

struct object {
    volatile LONG References;
    void (*Free)(struct object *);
};

struct map {
    struct object Object;
    NPI_CLIENT_CHARACTERISTICS Characteristics;
    HANDLE Handle;
    BOOLEAN Attached;
};

static EX_RUNDOWN_REF Rundown;

static void *MemoryAllocate(size_t Size)
{
    ULONG64 *Memory = ExAllocatePoolUninitialized(NonPagedPoolNx,
        Size + sizeof(ULONG64), 'yrmM');

    if (Memory == NULL)
        return NULL;
    memset(Memory, 0, Size + sizeof(ULONG64));
    *Memory = Size;
    return Memory + 1;
}

static void MemoryFree(void *Memory)
{
    if (Memory)
        ExFreePool((ULONG64 *)Memory - 1);
        // BAD: :[[#@LINE-1]]:9: error: {{.*}} [nmr/handle-lost]
        // BAD_CREATE: :[[#@LINE-2]]:9: error: {{.*}} [nmr/handle-lost]
}

static NTSTATUS Attach(HANDLE Binding, PVOID Context,
    PNPI_REGISTRATION_INSTANCE Instance)
{
    struct map *Map = Context;

    UNREFERENCED_PARAMETER(Binding);
    UNREFERENCED_PARAMETER(Instance);
    Map->Attached = TRUE;
    return STATUS_SUCCESS;
}

static NTSTATUS Detach(PVOID Context)
{
    UNREFERENCED_PARAMETER(Context);
    return STATUS_SUCCESS;
}

static const NPI_CLIENT_CHARACTERISTICS Template = {
    0, sizeof(NPI_CLIENT_CHARACTERISTICS), Attach, Detach, NULL,
    { 0, sizeof(NPI_REGISTRATION_INSTANCE), NULL, NULL, 0, NULL } };

static void MapFree(struct object *Object)
{
    struct map *Map = (struct map *)Object;

    ExWaitForRundownProtectionRelease(&Rundown);
    if (Map->Handle) {
        NTSTATUS Status = NmrDeregisterClient(Map->Handle);
#ifndef BAD
        if (Status == STATUS_PENDING)
            NmrWaitForClientDeregisterComplete(Map->Handle);
        else
#endif
            NT_ASSERT(NT_SUCCESS(Status));
    }
    MemoryFree(Map);
}

static void ObjectRelease(struct object *Object)
{
    if (Object && InterlockedDecrement(&Object->References) == 0)
        Object->Free(Object);
}

static result_t MapCreate(struct map **Out)
{
    result_t Result = RESULT_OK;
    struct map *Map = MemoryAllocate(sizeof(*Map));

    if (!Map) {
        Result = RESULT_NO_MEMORY;
        goto Done;
    }
    Map->Object.References = 1;
    Map->Object.Free = MapFree;
    Map->Characteristics = Template;
    if (NmrRegisterClient(&Map->Characteristics, Map, &Map->Handle) !=
        STATUS_SUCCESS) {
        Result = RESULT_NO_MEMORY;
        goto Done;
    }
    if (!Map->Attached) {
        Result = RESULT_NOT_LOADED;
        goto Done;
    }
    *Out = Map;
    Map = NULL;
Done:
    if (Map)
#ifdef BAD_CREATE
        MemoryFree(Map);
#else
        MapFree(&Map->Object);
#endif
    RETURN_RESULT(Result);
}

static NTSTATUS Dispatch(PDEVICE_OBJECT Device, PIRP Irp)
{
    PIO_STACK_LOCATION Stack = IoGetCurrentIrpStackLocation(Irp);
    NTSTATUS Status = STATUS_SUCCESS;
    struct map *Map;

    UNREFERENCED_PARAMETER(Device);
    if (Stack->MajorFunction == IRP_MJ_CREATE) {
        if (MapCreate(&Map) == RESULT_OK)
            Stack->FileObject->FsContext2 = &Map->Object;
        else
            Status = STATUS_UNSUCCESSFUL;
    } else if (Stack->MajorFunction == IRP_MJ_CLOSE) {
        ObjectRelease(Stack->FileObject->FsContext2);
        Stack->FileObject->FsContext2 = NULL;
    }
    Irp->IoStatus.Status = Status;
    IoCompleteRequest(Irp, IO_NO_INCREMENT);
    return Status;
}

VOID DriverUnload(PDRIVER_OBJECT DriverObject)
{
    IoDeleteDevice(DriverObject->DeviceObject);
}
// BAD: :[[#@LINE-1]]:1: error: {{.*}} [nmr/unload-returns-pending]

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    PDEVICE_OBJECT Device;

    UNREFERENCED_PARAMETER(RegistryPath);
    ExInitializeRundownProtection(&Rundown);
    DriverObject->MajorFunction[IRP_MJ_CREATE] = Dispatch;
    DriverObject->MajorFunction[IRP_MJ_CLOSE] = Dispatch;
    DriverObject->DriverUnload = DriverUnload;
    return IoCreateDevice(DriverObject, 0, NULL, FILE_DEVICE_UNKNOWN, 0, FALSE,
        &Device);
}
