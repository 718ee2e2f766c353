// The I/O manager: devices, requests, work items, remove locks, queues.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "io_types.h"
#include "io_stack.h"
#include "rtl.h"

#define SL_PENDING_RETURNED  0x01
#define SL_ERROR_RETURNED    0x02
#define SL_INVOKE_ON_CANCEL  0x20
#define SL_INVOKE_ON_SUCCESS 0x40
#define SL_INVOKE_ON_ERROR   0x80
#define SL_OVERRIDE_VERIFY_VOLUME 0x02
#define SL_FORCE_ACCESS_CHECK 0x01
#define SL_OPEN_PAGING_FILE  0x02
#define SL_OPEN_TARGET_DIRECTORY 0x04
#define SL_STOP_ON_SYMLINK   0x08
#define SL_CASE_SENSITIVE    0x80
#define SL_RESTART_SCAN      0x01
#define SL_RETURN_SINGLE_ENTRY 0x02
#define DO_VERIFY_VOLUME          0x00000002
#define DO_BUFFERED_IO            0x00000004
#define DO_EXCLUSIVE              0x00000008
#define DO_DIRECT_IO              0x00000010
#define DO_MAP_IO_BUFFER          0x00000020
#define DO_DEVICE_HAS_NAME        0x00000040
#define DO_DEVICE_INITIALIZING    0x00000080
#define DO_SHUTDOWN_REGISTERED    0x00000800
#define DO_BUS_ENUMERATED_DEVICE  0x00001000
#define DO_POWER_PAGABLE          0x00002000
#define DO_POWER_INRUSH           0x00004000
#define DO_SUPPORTS_TRANSACTIONS  0x00040000
#define DRVO_LEGACY_DRIVER        0x00000002
#define IRP_NOCACHE               0x00000001
#define IRP_PAGING_IO             0x00000002
#define IRP_SYNCHRONOUS_API       0x00000004
#define IRP_ASSOCIATED_IRP        0x00000008
#define IRP_BUFFERED_IO           0x00000010
#define IRP_DEALLOCATE_BUFFER     0x00000020
#define IRP_INPUT_OPERATION       0x00000040
#define IRP_SYNCHRONOUS_PAGING_IO 0x00000040
#define IRP_QUOTA_CHARGED         0x01
#define IRP_CREATE_OPERATION      0x00000080
#define IRP_READ_OPERATION        0x00000100
#define IRP_WRITE_OPERATION       0x00000200
#define IRP_CLOSE_OPERATION       0x00000400
#define IO_DISK_INCREMENT         1
#define IO_NETWORK_INCREMENT      2
#define IO_SERIAL_INCREMENT       2
#define IO_KEYBOARD_INCREMENT     6
#define IO_SOUND_INCREMENT        8
#define IO_NAMED_PIPE_INCREMENT   2
#define IO_TYPE_DEVICE            3
#define IO_TYPE_DRIVER            4
#define IO_TYPE_FILE              5
#define IO_TYPE_IRP               6
#define IO_FORCE_ACCESS_CHECK     0x00000001
#define IO_NO_PARAMETER_CHECKING  0x00000100
#define IO_IGNORE_SHARE_ACCESS_CHECK 0x00000800
#define FO_FILE_OPEN              0x00000001
#define FO_SYNCHRONOUS_IO         0x00000002
#define FO_STREAM_FILE            0x00001000
#define FO_NAMED_PIPE             0x00000080
#define FO_MAILSLOT               0x00000200
#define FO_VOLUME_OPEN            0x00400000
#define FO_CLEANUP_COMPLETE       0x00004000
#define FO_DELETE_ON_CLOSE        0x00010000
#define FILE_BYTE_ALIGNMENT       0x00000000
#define FILE_WORD_ALIGNMENT       0x00000001
#define FILE_LONG_ALIGNMENT       0x00000003
#define FILE_QUAD_ALIGNMENT       0x00000007
#define FILE_512_BYTE_ALIGNMENT   0x000001ff
#define IO_TYPE_CSQ               2

typedef enum _IO_PAGING_PRIORITY { IoPagingPriorityNormal } IO_PAGING_PRIORITY;
typedef enum _IO_PRIORITY_HINT {
    IoPriorityVeryLow,
    IoPriorityLow,
    IoPriorityNormal,
    IoPriorityHigh,
    IoPriorityCritical,
    MaxIoPriorityTypes
} IO_PRIORITY_HINT;
typedef enum _CREATE_FILE_TYPE {
    CreateFileTypeNone,
    CreateFileTypeNamedPipe,
    CreateFileTypeMailslot
} CREATE_FILE_TYPE;

typedef struct _IO_REMOVE_LOCK {
    BOOLEAN Removed;
    BOOLEAN Reserved[3];
    volatile LONG IoCount;
    KEVENT RemoveEvent;
} IO_REMOVE_LOCK, *PIO_REMOVE_LOCK;

typedef struct _IO_ERROR_LOG_PACKET {
    UCHAR MajorFunctionCode;
    UCHAR RetryCount;
    USHORT DumpDataSize;
    USHORT NumberOfStrings;
    USHORT StringOffset;
    USHORT EventCategory;
    NTSTATUS ErrorCode;
    ULONG UniqueErrorValue;
    NTSTATUS FinalStatus;
    ULONG SequenceNumber;
    ULONG IoControlCode;
    LARGE_INTEGER DeviceOffset;
    ULONG DumpData[1];
} IO_ERROR_LOG_PACKET, *PIO_ERROR_LOG_PACKET;
#define ERROR_LOG_MAXIMUM_SIZE 0xf0

typedef struct _SHARE_ACCESS {
    ULONG OpenCount;
    ULONG Readers;
    ULONG Writers;
    ULONG Deleters;
    ULONG SharedRead;
    ULONG SharedWrite;
    ULONG SharedDelete;
} SHARE_ACCESS, *PSHARE_ACCESS;

struct _IO_CSQ;
typedef struct _IO_CSQ_IRP_CONTEXT {
    ULONG Type;
    PIRP Irp;
    struct _IO_CSQ *Csq;
} IO_CSQ_IRP_CONTEXT, *PIO_CSQ_IRP_CONTEXT;
typedef VOID IO_CSQ_INSERT_IRP(struct _IO_CSQ *Csq, PIRP Irp);
typedef IO_CSQ_INSERT_IRP *PIO_CSQ_INSERT_IRP;
typedef NTSTATUS IO_CSQ_INSERT_IRP_EX(struct _IO_CSQ *Csq, PIRP Irp,
                                      PVOID Context);
typedef IO_CSQ_INSERT_IRP_EX *PIO_CSQ_INSERT_IRP_EX;
typedef VOID IO_CSQ_REMOVE_IRP(struct _IO_CSQ *Csq, PIRP Irp);
typedef IO_CSQ_REMOVE_IRP *PIO_CSQ_REMOVE_IRP;
typedef PIRP IO_CSQ_PEEK_NEXT_IRP(struct _IO_CSQ *Csq, PIRP Irp, PVOID Peek);
typedef IO_CSQ_PEEK_NEXT_IRP *PIO_CSQ_PEEK_NEXT_IRP;
typedef VOID IO_CSQ_ACQUIRE_LOCK(struct _IO_CSQ *Csq, PKIRQL Irql);
typedef IO_CSQ_ACQUIRE_LOCK *PIO_CSQ_ACQUIRE_LOCK;
typedef VOID IO_CSQ_RELEASE_LOCK(struct _IO_CSQ *Csq, KIRQL Irql);
typedef IO_CSQ_RELEASE_LOCK *PIO_CSQ_RELEASE_LOCK;
typedef VOID IO_CSQ_COMPLETE_CANCELED_IRP(struct _IO_CSQ *Csq, PIRP Irp);
typedef IO_CSQ_COMPLETE_CANCELED_IRP *PIO_CSQ_COMPLETE_CANCELED_IRP;
typedef struct _IO_CSQ {
    ULONG Type;
    PIO_CSQ_INSERT_IRP CsqInsertIrp;
    PIO_CSQ_REMOVE_IRP CsqRemoveIrp;
    PIO_CSQ_PEEK_NEXT_IRP CsqPeekNextIrp;
    PIO_CSQ_ACQUIRE_LOCK CsqAcquireLock;
    PIO_CSQ_RELEASE_LOCK CsqReleaseLock;
    PIO_CSQ_COMPLETE_CANCELED_IRP CsqCompleteCanceledIrp;
    PVOID ReservePointer;
} IO_CSQ, *PIO_CSQ;

typedef enum _IO_NOTIFICATION_EVENT_CATEGORY {
    EventCategoryReserved,
    EventCategoryHardwareProfileChange,
    EventCategoryDeviceInterfaceChange,
    EventCategoryTargetDeviceChange
} IO_NOTIFICATION_EVENT_CATEGORY;
typedef NTSTATUS DRIVER_NOTIFICATION_CALLBACK_ROUTINE(PVOID Notification,
                                                      PVOID Context);
typedef DRIVER_NOTIFICATION_CALLBACK_ROUTINE
    *PDRIVER_NOTIFICATION_CALLBACK_ROUTINE;
#define PNPNOTIFY_DEVICE_INTERFACE_INCLUDE_EXISTING_INTERFACES 1
typedef struct _DEVICE_INTERFACE_CHANGE_NOTIFICATION {
    USHORT Version;
    USHORT Size;
    GUID Event;
    GUID InterfaceClassGuid;
    PUNICODE_STRING SymbolicLinkName;
} DEVICE_INTERFACE_CHANGE_NOTIFICATION,
    *PDEVICE_INTERFACE_CHANGE_NOTIFICATION;
typedef struct _TARGET_DEVICE_REMOVAL_NOTIFICATION {
    USHORT Version;
    USHORT Size;
    GUID Event;
    PFILE_OBJECT FileObject;
} TARGET_DEVICE_REMOVAL_NOTIFICATION, *PTARGET_DEVICE_REMOVAL_NOTIFICATION;

typedef enum {
    DevicePropertyDeviceDescription,
    DevicePropertyHardwareID,
    DevicePropertyCompatibleIDs,
    DevicePropertyBootConfiguration,
    DevicePropertyBootConfigurationTranslated,
    DevicePropertyClassName,
    DevicePropertyClassGuid,
    DevicePropertyDriverKeyName,
    DevicePropertyManufacturer,
    DevicePropertyFriendlyName,
    DevicePropertyLocationInformation,
    DevicePropertyPhysicalDeviceObjectName,
    DevicePropertyBusTypeGuid,
    DevicePropertyLegacyBusType,
    DevicePropertyBusNumber,
    DevicePropertyEnumeratorName,
    DevicePropertyAddress,
    DevicePropertyUINumber,
    DevicePropertyInstallState,
    DevicePropertyRemovalPolicy
} DEVICE_REGISTRY_PROPERTY;
#define PLUGPLAY_REGKEY_DEVICE         1
#define PLUGPLAY_REGKEY_DRIVER         2
#define DEVICE_INTERFACE_INCLUDE_NONACTIVE 1

MODEL_INLINE PIO_STACK_LOCATION IoGetCurrentIrpStackLocation(PIRP Irp)
{
    return Irp->Tail.Overlay.CurrentStackLocation;
}

MODEL_INLINE PIO_STACK_LOCATION IoGetNextIrpStackLocation(PIRP Irp)
{
    return Irp->Tail.Overlay.CurrentStackLocation - 1;
}

MODEL_INLINE VOID IoSetNextIrpStackLocation(PIRP Irp)
{
    Irp->CurrentLocation--;
    Irp->Tail.Overlay.CurrentStackLocation--;
}

MODEL_INLINE VOID IoSkipCurrentIrpStackLocation(PIRP Irp)
{
    Irp->CurrentLocation++;
    Irp->Tail.Overlay.CurrentStackLocation++;
}

MODEL_INLINE VOID IoCopyCurrentIrpStackLocationToNext(PIRP Irp)
{
    PIO_STACK_LOCATION Current = IoGetCurrentIrpStackLocation(Irp);
    PIO_STACK_LOCATION Next = IoGetNextIrpStackLocation(Irp);

    *Next = *Current;
    Next->CompletionRoutine = NULL;
    Next->Context = NULL;
    Next->Control = 0;
}

MODEL_INLINE VOID IoMarkIrpPending(PIRP Irp)
{
    IoGetCurrentIrpStackLocation(Irp)->Control |= SL_PENDING_RETURNED;
}

MODEL_INLINE VOID IoSetCompletionRoutine(PIRP Irp,
                                        PIO_COMPLETION_ROUTINE Routine,
                                        PVOID Context, BOOLEAN Success,
                                        BOOLEAN Error, BOOLEAN Cancel)
{
    PIO_STACK_LOCATION Next = IoGetNextIrpStackLocation(Irp);

    Next->CompletionRoutine = Routine;
    Next->Context = Context;
    Next->Control = 0;
    if (Success)
        Next->Control = SL_INVOKE_ON_SUCCESS;
    if (Error)
        Next->Control |= SL_INVOKE_ON_ERROR;
    if (Cancel)
        Next->Control |= SL_INVOKE_ON_CANCEL;
}

MODEL_INLINE PDRIVER_CANCEL IoSetCancelRoutine(PIRP Irp, PDRIVER_CANCEL Routine)
{
    PDRIVER_CANCEL Before = Irp->CancelRoutine;

    Irp->CancelRoutine = Routine;
    return Before;
}

EXTERN_C_START
VOID IoCompleteRequest(PIRP Irp, CCHAR PriorityBoost);
VOID IofCompleteRequest(PIRP Irp, CCHAR PriorityBoost);
NTSTATUS IoCallDriver(PDEVICE_OBJECT DeviceObject, PIRP Irp);
NTSTATUS IofCallDriver(PDEVICE_OBJECT DeviceObject, PIRP Irp);
BOOLEAN IoForwardIrpSynchronously(PDEVICE_OBJECT DeviceObject, PIRP Irp);
NTSTATUS IoSetCompletionRoutineEx(PDEVICE_OBJECT DeviceObject, PIRP Irp,
                                  PIO_COMPLETION_ROUTINE Routine,
                                  PVOID Context, BOOLEAN Success,
                                  BOOLEAN Error, BOOLEAN Cancel);
PIRP IoAllocateIrp(CCHAR StackSize, BOOLEAN ChargeQuota);
PIRP IoAllocateIrpEx(PDEVICE_OBJECT DeviceObject, CCHAR StackSize,
                     BOOLEAN ChargeQuota);
VOID IoFreeIrp(PIRP Irp);
VOID IoReuseIrp(PIRP Irp, NTSTATUS Status);
VOID IoInitializeIrp(PIRP Irp, USHORT Size, CCHAR StackSize);
USHORT IoSizeOfIrp(CCHAR StackSize);
BOOLEAN IoCancelIrp(PIRP Irp);
VOID IoAcquireCancelSpinLock(PKIRQL Irql);
VOID IoReleaseCancelSpinLock(KIRQL Irql);
PIRP IoMakeAssociatedIrp(PIRP Irp, CCHAR StackSize);
PIRP IoBuildDeviceIoControlRequest(ULONG Code, PDEVICE_OBJECT DeviceObject,
                                   PVOID Input, ULONG InputLength,
                                   PVOID Output, ULONG OutputLength,
                                   BOOLEAN Internal, PKEVENT Event,
                                   PIO_STATUS_BLOCK Status);
PIRP IoBuildSynchronousFsdRequest(ULONG Major, PDEVICE_OBJECT DeviceObject,
                                  PVOID Buffer, ULONG Length,
                                  PLARGE_INTEGER Offset, PKEVENT Event,
                                  PIO_STATUS_BLOCK Status);
PIRP IoBuildAsynchronousFsdRequest(ULONG Major, PDEVICE_OBJECT DeviceObject,
                                   PVOID Buffer, ULONG Length,
                                   PLARGE_INTEGER Offset,
                                   PIO_STATUS_BLOCK Status);
VOID IoBuildPartialMdl(PMDL Source, PMDL Target, PVOID Address, ULONG Length);
PMDL IoAllocateMdl(PVOID Address, ULONG Length, BOOLEAN Secondary,
                   BOOLEAN ChargeQuota, PIRP Irp);
VOID IoFreeMdl(PMDL Mdl);
NTSTATUS IoCreateDevice(PDRIVER_OBJECT DriverObject, ULONG ExtensionSize,
                        PUNICODE_STRING Name, DEVICE_TYPE Type,
                        ULONG Characteristics, BOOLEAN Exclusive,
                        PDEVICE_OBJECT *DeviceObject);
NTSTATUS IoCreateDeviceSecure(PDRIVER_OBJECT DriverObject, ULONG ExtensionSize,
                              PUNICODE_STRING Name, DEVICE_TYPE Type,
                              ULONG Characteristics, BOOLEAN Exclusive,
                              PCUNICODE_STRING Sddl, LPCGUID ClassGuid,
                              PDEVICE_OBJECT *DeviceObject);
VOID IoDeleteDevice(PDEVICE_OBJECT DeviceObject);
NTSTATUS IoCreateSymbolicLink(PUNICODE_STRING Link, PUNICODE_STRING Name);
NTSTATUS IoCreateUnprotectedSymbolicLink(PUNICODE_STRING Link,
                                         PUNICODE_STRING Name);
NTSTATUS IoDeleteSymbolicLink(PUNICODE_STRING Link);
NTSTATUS IoAttachDevice(PDEVICE_OBJECT Source, PUNICODE_STRING Target,
                        PDEVICE_OBJECT *Attached);
PDEVICE_OBJECT IoAttachDeviceToDeviceStack(PDEVICE_OBJECT Source,
                                           PDEVICE_OBJECT Target);
NTSTATUS IoAttachDeviceToDeviceStackSafe(PDEVICE_OBJECT Source,
                                         PDEVICE_OBJECT Target,
                                         PDEVICE_OBJECT *Attached);
VOID IoDetachDevice(PDEVICE_OBJECT Target);
PDEVICE_OBJECT IoGetAttachedDevice(PDEVICE_OBJECT DeviceObject);
PDEVICE_OBJECT IoGetAttachedDeviceReference(PDEVICE_OBJECT DeviceObject);
PDEVICE_OBJECT IoGetLowerDeviceObject(PDEVICE_OBJECT DeviceObject);
PDEVICE_OBJECT IoGetRelatedDeviceObject(PFILE_OBJECT FileObject);
PDEVICE_OBJECT IoGetBaseFileSystemDeviceObject(PFILE_OBJECT FileObject);
PDEVICE_OBJECT IoGetDeviceAttachmentBaseRef(PDEVICE_OBJECT DeviceObject);
NTSTATUS IoGetDeviceObjectPointer(PUNICODE_STRING Name, ACCESS_MASK Access,
                                  PFILE_OBJECT *FileObject,
                                  PDEVICE_OBJECT *DeviceObject);
NTSTATUS IoEnumerateDeviceObjectList(PDRIVER_OBJECT DriverObject,
                                     PDEVICE_OBJECT *List, ULONG Size,
                                     PULONG Count);
NTSTATUS IoAllocateDriverObjectExtension(PDRIVER_OBJECT DriverObject,
                                         PVOID Id, ULONG Size,
                                         PVOID *Extension);
PVOID IoGetDriverObjectExtension(PDRIVER_OBJECT DriverObject, PVOID Id);
VOID IoRegisterDriverReinitialization(PDRIVER_OBJECT DriverObject,
                                      PDRIVER_REINITIALIZE Routine,
                                      PVOID Context);
VOID IoRegisterBootDriverReinitialization(PDRIVER_OBJECT DriverObject,
                                          PDRIVER_REINITIALIZE Routine,
                                          PVOID Context);
NTSTATUS IoRegisterShutdownNotification(PDEVICE_OBJECT DeviceObject);
NTSTATUS IoRegisterLastChanceShutdownNotification(PDEVICE_OBJECT Device);
VOID IoUnregisterShutdownNotification(PDEVICE_OBJECT DeviceObject);
NTSTATUS IoOpenDriverRegistryKey(PDRIVER_OBJECT DriverObject, ULONG Type,
                                 ACCESS_MASK Access, ULONG Flags,
                                 PHANDLE Key);
NTSTATUS IoOpenDeviceRegistryKey(PDEVICE_OBJECT DeviceObject, ULONG Type,
                                 ACCESS_MASK Access, PHANDLE Key);
NTSTATUS IoRegisterDeviceInterface(PDEVICE_OBJECT PhysicalDevice,
                                   const GUID *ClassGuid,
                                   PUNICODE_STRING Reference,
                                   PUNICODE_STRING Link);
NTSTATUS IoSetDeviceInterfaceState(PUNICODE_STRING Link, BOOLEAN Enable);
NTSTATUS IoGetDeviceInterfaces(const GUID *ClassGuid,
                               PDEVICE_OBJECT PhysicalDevice, ULONG Flags,
                               PZZWSTR *List);
NTSTATUS IoOpenDeviceInterfaceRegistryKey(PUNICODE_STRING Link,
                                          ACCESS_MASK Access, PHANDLE Key);
NTSTATUS IoGetDeviceProperty(PDEVICE_OBJECT DeviceObject,
                             DEVICE_REGISTRY_PROPERTY Property, ULONG Size,
                             PVOID Buffer, PULONG Length);
VOID IoInvalidateDeviceRelations(PDEVICE_OBJECT DeviceObject,
                                 DEVICE_RELATION_TYPE Type);
VOID IoInvalidateDeviceState(PDEVICE_OBJECT PhysicalDevice);
VOID IoRequestDeviceEject(PDEVICE_OBJECT PhysicalDevice);
NTSTATUS IoReportTargetDeviceChange(PDEVICE_OBJECT PhysicalDevice,
                                    PVOID Notification);
NTSTATUS IoRegisterPlugPlayNotification(
    IO_NOTIFICATION_EVENT_CATEGORY Category, ULONG Flags, PVOID Data,
    PDRIVER_OBJECT DriverObject, PDRIVER_NOTIFICATION_CALLBACK_ROUTINE Routine,
    PVOID Context, PVOID *Entry);
NTSTATUS IoUnregisterPlugPlayNotification(PVOID Entry);
NTSTATUS IoUnregisterPlugPlayNotificationEx(PVOID Entry);
VOID IoStartPacket(PDEVICE_OBJECT DeviceObject, PIRP Irp, PULONG Key,
                   PDRIVER_CANCEL Cancel);
VOID IoStartNextPacket(PDEVICE_OBJECT DeviceObject, BOOLEAN Cancelable);
NTSTATUS IoInitializeTimer(PDEVICE_OBJECT DeviceObject,
                           PIO_TIMER_ROUTINE Routine, PVOID Context);
VOID IoStartTimer(PDEVICE_OBJECT DeviceObject);
VOID IoStopTimer(PDEVICE_OBJECT DeviceObject);
VOID IoInitializeDpcRequest(PDEVICE_OBJECT DeviceObject,
                            PIO_DPC_ROUTINE Routine);
VOID IoRequestDpc(PDEVICE_OBJECT DeviceObject, PIRP Irp, PVOID Context);

PIO_WORKITEM IoAllocateWorkItem(PDEVICE_OBJECT DeviceObject);
VOID IoFreeWorkItem(PIO_WORKITEM Item);
VOID IoQueueWorkItem(PIO_WORKITEM Item, PIO_WORKITEM_ROUTINE Routine,
                     WORK_QUEUE_TYPE Type, PVOID Context);
VOID IoQueueWorkItemEx(PIO_WORKITEM Item, PIO_WORKITEM_ROUTINE_EX Routine,
                       WORK_QUEUE_TYPE Type, PVOID Context);
BOOLEAN IoTryQueueWorkItem(PIO_WORKITEM Item, PIO_WORKITEM_ROUTINE_EX Routine,
                           WORK_QUEUE_TYPE Type, PVOID Context);
VOID IoInitializeWorkItem(PVOID IoObject, PIO_WORKITEM Item);
VOID IoUninitializeWorkItem(PIO_WORKITEM Item);
ULONG IoSizeofWorkItem(VOID);
VOID IoInitializeRemoveLock(PIO_REMOVE_LOCK Lock, ULONG Tag, ULONG Minutes,
                            ULONG HighWater);
NTSTATUS IoAcquireRemoveLock(PIO_REMOVE_LOCK Lock, PVOID Tag);
VOID IoReleaseRemoveLock(PIO_REMOVE_LOCK Lock, PVOID Tag);
VOID IoReleaseRemoveLockAndWait(PIO_REMOVE_LOCK Lock, PVOID Tag);
NTSTATUS IoCsqInitialize(PIO_CSQ Csq, PIO_CSQ_INSERT_IRP Insert,
                         PIO_CSQ_REMOVE_IRP Remove, PIO_CSQ_PEEK_NEXT_IRP Peek,
                         PIO_CSQ_ACQUIRE_LOCK Acquire,
                         PIO_CSQ_RELEASE_LOCK Release,
                         PIO_CSQ_COMPLETE_CANCELED_IRP Complete);
NTSTATUS IoCsqInitializeEx(PIO_CSQ Csq, PIO_CSQ_INSERT_IRP_EX Insert,
                           PIO_CSQ_REMOVE_IRP Remove,
                           PIO_CSQ_PEEK_NEXT_IRP Peek,
                           PIO_CSQ_ACQUIRE_LOCK Acquire,
                           PIO_CSQ_RELEASE_LOCK Release,
                           PIO_CSQ_COMPLETE_CANCELED_IRP Complete);
VOID IoCsqInsertIrp(PIO_CSQ Csq, PIRP Irp, PIO_CSQ_IRP_CONTEXT Context);
NTSTATUS IoCsqInsertIrpEx(PIO_CSQ Csq, PIRP Irp, PIO_CSQ_IRP_CONTEXT Context,
                          PVOID Insert);
PIRP IoCsqRemoveIrp(PIO_CSQ Csq, PIO_CSQ_IRP_CONTEXT Context);
PIRP IoCsqRemoveNextIrp(PIO_CSQ Csq, PVOID Peek);

NTSTATUS IoCreateFile(PHANDLE Handle, ACCESS_MASK Access,
                      POBJECT_ATTRIBUTES Attributes, PIO_STATUS_BLOCK Status,
                      PLARGE_INTEGER Size, ULONG FileAttributes,
                      ULONG ShareAccess, ULONG Disposition, ULONG Options,
                      PVOID Ea, ULONG EaLength, CREATE_FILE_TYPE Type,
                      PVOID Parameters, ULONG Flags);
PFILE_OBJECT IoCreateStreamFileObject(PFILE_OBJECT FileObject,
                                      PDEVICE_OBJECT DeviceObject);
NTSTATUS IoCheckShareAccess(ACCESS_MASK Access, ULONG Share,
                            PFILE_OBJECT FileObject, PSHARE_ACCESS State,
                            BOOLEAN Update);
VOID IoSetShareAccess(ACCESS_MASK Access, ULONG Share, PFILE_OBJECT FileObject,
                      PSHARE_ACCESS State);
VOID IoRemoveShareAccess(PFILE_OBJECT FileObject, PSHARE_ACCESS State);
PEPROCESS IoGetCurrentProcess(VOID);
PEPROCESS IoGetRequestorProcess(PIRP Irp);
ULONG IoGetRequestorProcessId(PIRP Irp);
NTSTATUS IoGetRequestorSessionId(PIRP Irp, PULONG Id);
PVOID IoGetInitialStack(VOID);
VOID IoGetStackLimits(PULONG_PTR Low, PULONG_PTR High);
ULONG_PTR IoGetRemainingStackSize(VOID);
BOOLEAN IoIs32bitProcess(PIRP Irp);
BOOLEAN IoIsOperationSynchronous(PIRP Irp);
PIRP IoGetTopLevelIrp(VOID);
VOID IoSetTopLevelIrp(PIRP Irp);
PGENERIC_MAPPING IoGetFileObjectGenericMapping(VOID);
IO_PRIORITY_HINT IoGetIoPriorityHint(PIRP Irp);
NTSTATUS IoSetIoPriorityHint(PIRP Irp, IO_PRIORITY_HINT Hint);
NTSTATUS IoVolumeDeviceToDosName(PVOID Volume, PUNICODE_STRING Name);
NTSTATUS IoQueryFileDosDeviceName(PFILE_OBJECT FileObject, PVOID *Name);
PVOID IoAllocateErrorLogEntry(PVOID IoObject, UCHAR Size);
VOID IoFreeErrorLogEntry(PVOID Entry);
VOID IoWriteErrorLogEntry(PVOID Entry);
VOID IoRaiseHardError(PIRP Irp, struct _VPB *Vpb, PDEVICE_OBJECT DeviceObject);
NTSTATUS IoConnectInterrupt(PKINTERRUPT *Interrupt, PKSERVICE_ROUTINE Routine,
                            PVOID Context, PKSPIN_LOCK Lock, ULONG Vector,
                            KIRQL Irql, KIRQL SynchronizeIrql,
                            KINTERRUPT_MODE Mode, BOOLEAN Share,
                            KAFFINITY Affinity, BOOLEAN FloatingSave);
VOID IoDisconnectInterrupt(PKINTERRUPT Interrupt);
BOOLEAN IoIsWdmVersionAvailable(UCHAR Major, UCHAR Minor);
NTSTATUS IoWMIRegistrationControl(PDEVICE_OBJECT DeviceObject, ULONG Action);
ULONG IoWMIDeviceObjectToProviderId(PDEVICE_OBJECT DeviceObject);
NTSTATUS IoWMIWriteEvent(PVOID Event);
NTSTATUS IoWMIOpenBlock(LPCGUID Guid, ULONG Access, PVOID *Object);
typedef VOID FWMI_NOTIFICATION_CALLBACK(PVOID Wnode, PVOID Context);
typedef FWMI_NOTIFICATION_CALLBACK *WMI_NOTIFICATION_CALLBACK;
NTSTATUS IoWMISetNotificationCallback(PVOID Object,
                                      WMI_NOTIFICATION_CALLBACK Callback,
                                      PVOID Context);
NTSTATUS IoWMIAllocateInstanceIds(GUID *Guid, ULONG Count, ULONG *First);
NTSTATUS IoGetBootDiskInformation(PVOID Information, ULONG Size);
EXTERN_C_END
#define IoAdjustPagingPathCount(Count, Increment) \
    ((Increment) ? InterlockedIncrement(Count) : InterlockedDecrement(Count))
#define IoGetFunctionCodeFromCtlCode(Code) (((Code) >> 2) & 0x00000FFF)
#define WMIREG_ACTION_REGISTER   1
#define WMIREG_ACTION_DEREGISTER 2
#define WMIREG_ACTION_REREGISTER 3
