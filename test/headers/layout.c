// Structures have the layout they have in a driver for x64, and constants the
// values: what an analysis says about them is then true of the driver.
//
// RUN: %clang -std=gnu17 -x c %s
// RUN: %clang -std=c++17 -x c++ %s
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <ntifs.h>
#include <ndis.h>
#include <wdf.h>
#include <wsk.h>
#include <fwpmk.h>
#include <fltkernel.h>
#include <storport.h>

#ifdef __cplusplus
#define SAYS(Condition) static_assert(Condition, #Condition)
#else
#define SAYS(Condition) _Static_assert(Condition, #Condition)
#endif
#define SIZE(Type, Size)        SAYS(sizeof(Type) == (Size))
#define AT(Type, Field, Offset) SAYS(__builtin_offsetof(Type, Field) == (Offset))

SIZE(LONG, 4);
SIZE(PVOID, 8);
SIZE(WCHAR, 2);
SIZE(BOOLEAN, 1);
SIZE(UNICODE_STRING, 16);
SIZE(OBJECT_ATTRIBUTES, 48);
SIZE(IO_STATUS_BLOCK, 16);
SIZE(LARGE_INTEGER, 8);
SIZE(GUID, 16);

SIZE(KEVENT, 0x18);
SIZE(KSEMAPHORE, 0x20);
SIZE(KMUTEX, 0x38);
SIZE(KTIMER, 0x40);
SIZE(KDPC, 0x40);
SIZE(FAST_MUTEX, 0x38);
SIZE(ERESOURCE, 0x68);
SIZE(KLOCK_QUEUE_HANDLE, 0x18);
SIZE(EX_RUNDOWN_REF, 8);
SIZE(KAPC, 0x58);
SIZE(MDL, 0x30);

SIZE(DRIVER_OBJECT, 0x150);
AT(DRIVER_OBJECT, DriverExtension, 0x30);
AT(DRIVER_OBJECT, DriverUnload, 0x68);
AT(DRIVER_OBJECT, MajorFunction, 0x70);
AT(DRIVER_EXTENSION, AddDevice, 8);
SIZE(DEVICE_OBJECT, 0x150);
AT(DEVICE_OBJECT, Flags, 0x30);
AT(DEVICE_OBJECT, DeviceExtension, 0x40);
AT(DEVICE_OBJECT, DeviceQueue, 0xa0);
AT(DEVICE_OBJECT, DeviceLock, 0x118);
SIZE(FILE_OBJECT, 0xd8);
AT(FILE_OBJECT, FileName, 0x58);
SIZE(IRP, 0xd0);
AT(IRP, AssociatedIrp, 0x18);
AT(IRP, IoStatus, 0x30);
AT(IRP, CancelRoutine, 0x68);
AT(IRP, Tail.Overlay.ListEntry, 0xa8);
AT(IRP, Tail.Overlay.CurrentStackLocation, 0xb8);
SIZE(IO_STACK_LOCATION, 0x48);
AT(IO_STACK_LOCATION, Parameters, 8);
AT(IO_STACK_LOCATION, Parameters.DeviceIoControl.IoControlCode, 0x18);
AT(IO_STACK_LOCATION, CompletionRoutine, 0x38);

SIZE(NPI_MODULEID, 24);
SIZE(NPI_REGISTRATION_INSTANCE, 40);
AT(NPI_REGISTRATION_INSTANCE, NpiSpecificCharacteristics, 32);
SIZE(NPI_CLIENT_CHARACTERISTICS, 72);
AT(NPI_CLIENT_CHARACTERISTICS, ClientAttachProvider, 8);
AT(NPI_CLIENT_CHARACTERISTICS, ClientRegistrationInstance, 32);
SIZE(NPI_PROVIDER_CHARACTERISTICS, 72);
AT(NPI_PROVIDER_CHARACTERISTICS, ProviderDetachClient, 16);

SIZE(WSK_CLIENT_NPI, 16);
SIZE(WSK_PROVIDER_NPI, 16);
SIZE(WSK_REGISTRATION, 24);
AT(WSK_CLIENT_DISPATCH, WskClientEvent, 8);
AT(WSK_PROVIDER_DISPATCH, WskSocket, 8);
AT(WSK_PROVIDER_LISTEN_DISPATCH, WskBind, 16);
AT(WSK_PROVIDER_CONNECTION_DISPATCH, WskCloseSocket, 8);
SIZE(SOCKADDR_IN, 16);
SIZE(SOCKADDR_IN6, 28);
SIZE(SOCKADDR_STORAGE, 128);

AT(WDF_DRIVER_CONFIG, EvtDriverUnload, 16);
SIZE(WDF_DRIVER_CONFIG, 32);
AT(WDF_OBJECT_ATTRIBUTES, EvtCleanupCallback, 8);
AT(WDF_OBJECT_ATTRIBUTES, EvtDestroyCallback, 16);
SIZE(WDF_OBJECT_ATTRIBUTES, 56);

AT(NDIS_MINIPORT_DRIVER_CHARACTERISTICS, UnloadHandler, 40);
AT(FLT_REGISTRATION, FilterUnloadCallback, 24);
AT(HW_INITIALIZATION_DATA, HwInitialize, 8);

SAYS(STATUS_SUCCESS == 0);
SAYS(STATUS_PENDING == 0x103);
SAYS(NT_SUCCESS(STATUS_PENDING));
SAYS(STATUS_INVALID_PARAMETER == (NTSTATUS)0xC000000DL);
SAYS(STATUS_INSUFFICIENT_RESOURCES == (NTSTATUS)0xC000009AL);
SAYS(STATUS_NOINTERFACE == (NTSTATUS)0xC00002B9L);
SAYS(!NT_SUCCESS(STATUS_UNSUCCESSFUL));
SAYS(WSK_INFINITE_WAIT == 0xffffffff);
SAYS(IRP_MJ_MAXIMUM_FUNCTION == 0x1b);
SAYS(NonPagedPoolNx == 512);
SAYS(CTL_CODE(FILE_DEVICE_NETWORK, 0x800, METHOD_BUFFERED, FILE_ANY_ACCESS) ==
     0x122000);

// A role declaration makes a function of the role's type.
DRIVER_INITIALIZE DriverEntry;
DRIVER_UNLOAD unload;
DRIVER_DISPATCH dispatch;
KSTART_ROUTINE thread;
EVT_WDF_DRIVER_UNLOAD wdf_unload;
NPI_CLIENT_ATTACH_PROVIDER_FN attach;
NPI_PROVIDER_DETACH_CLIENT_FN detach;

void hand_over(PDRIVER_OBJECT Driver, PWDF_DRIVER_CONFIG Config)
{
    static const NPI_CLIENT_CHARACTERISTICS Characteristics = {
        0, sizeof(NPI_CLIENT_CHARACTERISTICS), attach
    };

    (void)Characteristics;
    Driver->DriverUnload = unload;
    Driver->MajorFunction[IRP_MJ_CREATE] = dispatch;
    Config->EvtDriverUnload = wdf_unload;
}

// What never returns is known not to.
int stops(int Kind)
{
    switch (Kind) {
    case 0: KeBugCheck(1);
    case 1: KeBugCheckEx(1, 2, 3, 4, 5);
    case 2: RtlFailFast(1);
    case 3: ExRaiseStatus(STATUS_ACCESS_DENIED);
    default: __fastfail(1);
    }
}
