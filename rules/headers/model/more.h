// The rest of the kernel's functions that drivers call now and then, by the
// component that has them.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "ps.h"
#include "dma.h"
#include "../devpropdef.h"

typedef BOOLEAN NMI_CALLBACK(PVOID Context, BOOLEAN Handled);
typedef NMI_CALLBACK *PNMI_CALLBACK;
typedef struct _KQUEUE {
    DISPATCHER_HEADER Header;
    LIST_ENTRY EntryListHead;
    volatile ULONG CurrentCount;
    ULONG MaximumCount;
    LIST_ENTRY ThreadListHead;
} KQUEUE, *PKQUEUE, *PRKQUEUE;
typedef struct _PHYSICAL_MEMORY_RANGE {
    PHYSICAL_ADDRESS BaseAddress;
    LARGE_INTEGER NumberOfBytes;
} PHYSICAL_MEMORY_RANGE, *PPHYSICAL_MEMORY_RANGE;
typedef enum _POWER_REQUEST_TYPE {
    PowerRequestDisplayRequired,
    PowerRequestSystemRequired,
    PowerRequestAwayModeRequired,
    PowerRequestExecutionRequired
} POWER_REQUEST_TYPE;
typedef struct _COUNTED_REASON_CONTEXT {
    ULONG Version;
    ULONG Flags;
    union {
        struct {
            UNICODE_STRING ResourceFileName;
            USHORT ResourceReasonId;
            ULONG StringCount;
            PUNICODE_STRING ReasonStrings;
        };
        UNICODE_STRING SimpleString;
    };
} COUNTED_REASON_CONTEXT, *PCOUNTED_REASON_CONTEXT;
typedef struct _IO_CONNECT_INTERRUPT_PARAMETERS {
    ULONG Version;
    PVOID Parameters[12];
} IO_CONNECT_INTERRUPT_PARAMETERS, *PIO_CONNECT_INTERRUPT_PARAMETERS;
typedef struct _IO_DISCONNECT_INTERRUPT_PARAMETERS {
    ULONG Version;
    PVOID ConnectionContext;
} IO_DISCONNECT_INTERRUPT_PARAMETERS, *PIO_DISCONNECT_INTERRUPT_PARAMETERS;
typedef VOID DEVICE_CHANGE_COMPLETE_CALLBACK(PVOID Context);
typedef DEVICE_CHANGE_COMPLETE_CALLBACK *PDEVICE_CHANGE_COMPLETE_CALLBACK;
typedef enum _LOGICAL_PROCESSOR_RELATIONSHIP {
    RelationProcessorCore,
    RelationNumaNode,
    RelationCache,
    RelationProcessorPackage,
    RelationGroup,
    RelationAll = 0xffff
} LOGICAL_PROCESSOR_RELATIONSHIP;

EXTERN_C_START
PVOID ExAllocatePoolWithQuota(POOL_TYPE Type, SIZE_T Size);
ULONG ExGetExclusiveWaiterCount(PERESOURCE Resource);
ULONG ExGetSharedWaiterCount(PERESOURCE Resource);
VOID ExSetResourceOwnerPointer(PERESOURCE Resource, PVOID Owner);
SIZE_T ExSizeOfRundownProtectionCacheAware(VOID);
VOID ExInitializeRundownProtectionCacheAware(PEX_RUNDOWN_REF_CACHE_AWARE Ref,
                                             SIZE_T Size);
VOID ExReInitializeRundownProtectionCacheAware(
    PEX_RUNDOWN_REF_CACHE_AWARE Rundown);
BOOLEAN ExAcquireRundownProtectionCacheAwareEx(
    PEX_RUNDOWN_REF_CACHE_AWARE Rundown, ULONG Count);
VOID ExReleaseRundownProtectionCacheAwareEx(
    PEX_RUNDOWN_REF_CACHE_AWARE Rundown, ULONG Count);
VOID ExRundownCompletedCacheAware(PEX_RUNDOWN_REF_CACHE_AWARE Rundown);
VOID ExDisableResourceBoostLite(PERESOURCE Resource);

PVOID KeRegisterNmiCallback(PNMI_CALLBACK Callback, PVOID Context);
NTSTATUS KeDeregisterNmiCallback(PVOID Handle);
ULONG KeQueryRuntimeThread(PKTHREAD Thread, PULONG UserTime);
ULONG64 KeQueryTotalCycleTimeThread(PKTHREAD Thread, PULONG64 Stamp);
ULONG KeGetRecommendedSharedDataAlignment(VOID);
USHORT KeQueryNodeMaximumProcessorCount(USHORT Node);
NTSTATUS KeQueryLogicalProcessorRelationship(PPROCESSOR_NUMBER Number,
                                             LOGICAL_PROCESSOR_RELATIONSHIP R,
                                             PVOID Information, PULONG Length);
KIRQL KeRaiseIrqlToSynchLevel(VOID);
UCHAR KeSetIdealProcessorThread(PKTHREAD Thread, UCHAR Processor);
VOID KeInitializeQueue(PRKQUEUE Queue, ULONG Count);
LONG KeInsertQueue(PRKQUEUE Queue, PLIST_ENTRY Entry);
LONG KeInsertHeadQueue(PRKQUEUE Queue, PLIST_ENTRY Entry);
PLIST_ENTRY KeRemoveQueue(PRKQUEUE Queue, KPROCESSOR_MODE Mode,
                          PLARGE_INTEGER Timeout);
PLIST_ENTRY KeRundownQueue(PRKQUEUE Queue);
LONG KeReadStateQueue(PRKQUEUE Queue);
BOOLEAN KeRemoveEntryDeviceQueue(PKDEVICE_QUEUE Queue,
                                 PKDEVICE_QUEUE_ENTRY Entry);
BOOLEAN KeInsertByKeyDeviceQueue(PKDEVICE_QUEUE Queue,
                                 PKDEVICE_QUEUE_ENTRY Entry, ULONG Key);
PKDEVICE_QUEUE_ENTRY KeRemoveByKeyDeviceQueue(PKDEVICE_QUEUE Queue, ULONG Key);

NTSTATUS IoConnectInterruptEx(PIO_CONNECT_INTERRUPT_PARAMETERS Parameters);
VOID IoDisconnectInterruptEx(PIO_DISCONNECT_INTERRUPT_PARAMETERS Parameters);
LOGICAL IoWithinStackLimits(ULONG_PTR Address, SIZE_T Size);
NTSTATUS IoGetDevicePropertyData(PDEVICE_OBJECT Pdo, const DEVPROPKEY *Key,
                                 LCID Lcid, ULONG Flags, ULONG Size,
                                 PVOID Data, PULONG Needed, PDEVPROPTYPE Type);
NTSTATUS IoSetDevicePropertyData(PDEVICE_OBJECT Pdo, const DEVPROPKEY *Key,
                                 LCID Lcid, ULONG Flags, DEVPROPTYPE Type,
                                 ULONG Size, PVOID Data);
NTSTATUS IoGetDeviceInterfaceAlias(PUNICODE_STRING Link, const GUID *Class,
                                   PUNICODE_STRING Alias);
NTSTATUS IoReportTargetDeviceChangeAsynchronous(
    PDEVICE_OBJECT Pdo, PVOID Notification,
    PDEVICE_CHANGE_COMPLETE_CALLBACK Callback, PVOID Context);
NTSTATUS IoGetDeviceNumaNode(PDEVICE_OBJECT Pdo, PUSHORT Node);
VOID IoUpdateShareAccess(PFILE_OBJECT FileObject, PSHARE_ACCESS State);
VOID IoSetStartIoAttributes(PDEVICE_OBJECT DeviceObject, BOOLEAN Deferred,
                            BOOLEAN NonCancelable);
VOID IoCancelFileOpen(PDEVICE_OBJECT DeviceObject, PFILE_OBJECT FileObject);
NTSTATUS IoValidateDeviceIoControlAccess(PIRP Irp, ULONG Access);
BOOLEAN IoSetThreadHardErrorMode(BOOLEAN Enable);
VOID IoAcquireVpbSpinLock(PKIRQL Irql);
VOID IoReleaseVpbSpinLock(KIRQL Irql);
NTSTATUS IoSetInformation(PFILE_OBJECT FileObject,
                          FILE_INFORMATION_CLASS Class, ULONG Length,
                          PVOID Buffer);
NTSTATUS IoQueryVolumeInformation(PFILE_OBJECT FileObject,
                                  FS_INFORMATION_CLASS Class, ULONG Length,
                                  PVOID Buffer, PULONG Needed);
NTSTATUS IoWMIQueryAllData(PVOID Object, PULONG Size, PVOID Buffer);
NTSTATUS IoWMIExecuteMethod(PVOID Object, PUNICODE_STRING Instance,
                            ULONG MethodId, ULONG InSize, PULONG OutSize,
                            PUCHAR Buffer);
NTSTATUS IoWMISuggestInstanceName(PDEVICE_OBJECT Pdo, PUNICODE_STRING Link,
                                  BOOLEAN Combine, PUNICODE_STRING Name);

NTSTATUS MmAdvanceMdl(PMDL Mdl, ULONG Bytes);
LOGICAL MmIsDriverVerifyingByAddress(PVOID Address);
NTSTATUS MmIsVerifierEnabled(PULONG Flags);
PVOID MmAllocateContiguousMemorySpecifyCacheNode(
    SIZE_T Size, PHYSICAL_ADDRESS Low, PHYSICAL_ADDRESS High,
    PHYSICAL_ADDRESS Boundary, MEMORY_CACHING_TYPE Type, ULONG Node);
PVOID MmAllocateContiguousNodeMemory(SIZE_T Size, PHYSICAL_ADDRESS Low,
                                     PHYSICAL_ADDRESS High,
                                     PHYSICAL_ADDRESS Boundary, ULONG Protect,
                                     ULONG Node);
PMDL MmAllocateNodePagesForMdlEx(PHYSICAL_ADDRESS Low, PHYSICAL_ADDRESS High,
                                 PHYSICAL_ADDRESS Skip, SIZE_T Size,
                                 MEMORY_CACHING_TYPE Type, ULONG Node,
                                 ULONG Flags);
PPHYSICAL_MEMORY_RANGE MmGetPhysicalMemoryRanges(VOID);
PVOID MmGetVirtualForPhysical(PHYSICAL_ADDRESS Address);
NTSTATUS MmMapViewInSessionSpace(PVOID Section, PVOID *Base, PSIZE_T Size);
NTSTATUS MmUnmapViewInSessionSpace(PVOID Base);
VOID MmProbeAndLockProcessPages(PMDL Mdl, PEPROCESS Process,
                                KPROCESSOR_MODE Mode, LOCK_OPERATION Op);
VOID MmProbeAndLockSelectedPages(PMDL Mdl, PVOID Segments,
                                 KPROCESSOR_MODE Mode, LOCK_OPERATION Op);

NTSTATUS PoCreatePowerRequest(PVOID *Request, PDEVICE_OBJECT DeviceObject,
                              PCOUNTED_REASON_CONTEXT Context);
NTSTATUS PoSetPowerRequest(PVOID Request, POWER_REQUEST_TYPE Type);
NTSTATUS PoClearPowerRequest(PVOID Request, POWER_REQUEST_TYPE Type);
VOID PoDeletePowerRequest(PVOID Request);
VOID PoStartDeviceBusy(PULONG Idle);
VOID PoEndDeviceBusy(PULONG Idle);
VOID PoSetDeviceBusyEx(PULONG Idle);
PVOID PoRegisterSystemState(PVOID Handle, ULONG Flags);
VOID PoUnregisterSystemState(PVOID Handle);
BOOLEAN PoGetSystemWake(PIRP Irp);
VOID PoSetSystemWake(PIRP Irp);

NTSTATUS ObReferenceObjectByPointerWithTag(PVOID Object, ACCESS_MASK Access,
                                           POBJECT_TYPE Type,
                                           KPROCESSOR_MODE Mode, ULONG Tag);
VOID ObMakeTemporaryObject(PVOID Object);
NTSTATUS ZwOpenEvent(PHANDLE Event, ACCESS_MASK Access,
                     POBJECT_ATTRIBUTES Attributes);
NTSTATUS ZwOpenTimer(PHANDLE Timer, ACCESS_MASK Access,
                     POBJECT_ATTRIBUTES Attributes);
NTSTATUS ZwSetTimer(HANDLE Timer, PLARGE_INTEGER DueTime, PVOID Routine,
                    PVOID Context, BOOLEAN Resume, LONG Period,
                    PBOOLEAN Before);
NTSTATUS ZwCancelTimer(HANDLE Timer, PBOOLEAN Current);
NTSTATUS ZwQueryMultipleValueKey(HANDLE Key, PKEY_VALUE_ENTRY Entries,
                                 ULONG Count, PVOID Buffer, PULONG Length,
                                 PULONG Needed);
NTSTATUS ZwSetVolumeInformationFile(HANDLE File, PIO_STATUS_BLOCK Status,
                                    PVOID Buffer, ULONG Length,
                                    FS_INFORMATION_CLASS Class);
NTSTATUS ZwLockFile(HANDLE File, HANDLE Event, PIO_APC_ROUTINE Routine,
                    PVOID Context, PIO_STATUS_BLOCK Status,
                    PLARGE_INTEGER Offset, PLARGE_INTEGER Length, ULONG Key,
                    BOOLEAN FailImmediately, BOOLEAN Exclusive);
NTSTATUS ZwUnlockFile(HANDLE File, PIO_STATUS_BLOCK Status,
                      PLARGE_INTEGER Offset, PLARGE_INTEGER Length, ULONG Key);
NTSTATUS ZwDuplicateToken(HANDLE Token, ACCESS_MASK Access,
                          POBJECT_ATTRIBUTES Attributes, BOOLEAN Effective,
                          TOKEN_TYPE Type, PHANDLE New);
NTSTATUS ZwAllocateLocallyUniqueId(PLUID Luid);
NTSTATUS NtOpenProcess(PHANDLE Process, ACCESS_MASK Access,
                       POBJECT_ATTRIBUTES Attributes, PCLIENT_ID Id);
NTSTATUS NtQueryInformationProcess(HANDLE Process, PROCESSINFOCLASS Class,
                                   PVOID Buffer, ULONG Length, PULONG Needed);
NTSTATUS NtReadFile(HANDLE File, HANDLE Event, PIO_APC_ROUTINE Routine,
                    PVOID Context, PIO_STATUS_BLOCK Status, PVOID Buffer,
                    ULONG Length, PLARGE_INTEGER Offset, PULONG Key);
NTSTATUS NtWriteFile(HANDLE File, HANDLE Event, PIO_APC_ROUTINE Routine,
                     PVOID Context, PIO_STATUS_BLOCK Status, PVOID Buffer,
                     ULONG Length, PLARGE_INTEGER Offset, PULONG Key);
NTSTATUS NtOpenFile(PHANDLE File, ACCESS_MASK Access,
                    POBJECT_ATTRIBUTES Attributes, PIO_STATUS_BLOCK Status,
                    ULONG ShareAccess, ULONG Options);
NTSTATUS NtDeviceIoControlFile(HANDLE File, HANDLE Event,
                               PIO_APC_ROUTINE Routine, PVOID Context,
                               PIO_STATUS_BLOCK Status, ULONG Code,
                               PVOID Input, ULONG InputLength, PVOID Output,
                               ULONG OutputLength);

NTSTATUS RtlOemStringToUnicodeString(PUNICODE_STRING To,
                                     PCOEM_STRING From, BOOLEAN Allocate);
NTSTATUS RtlAppendStringToString(PSTRING To, const STRING *From);
NTSTATUS RtlGetOwnerSecurityDescriptor(PSECURITY_DESCRIPTOR Value, PSID *Owner,
                                       PBOOLEAN Defaulted);
NTSTATUS RtlGetGroupSecurityDescriptor(PSECURITY_DESCRIPTOR Value, PSID *Group,
                                       PBOOLEAN Defaulted);
NTSTATUS RtlGetSaclSecurityDescriptor(PSECURITY_DESCRIPTOR Value,
                                      PBOOLEAN Present, PACL *Sacl,
                                      PBOOLEAN Defaulted);
NTSTATUS RtlSelfRelativeToAbsoluteSD(PSECURITY_DESCRIPTOR Relative,
                                     PSECURITY_DESCRIPTOR Absolute,
                                     PULONG Size, PACL Dacl, PULONG DaclSize,
                                     PACL Sacl, PULONG SaclSize, PSID Owner,
                                     PULONG OwnerSize, PSID Group,
                                     PULONG GroupSize);
NTSTATUS RtlAddAce(PACL Acl, ULONG Revision, ULONG Index, PVOID List,
                   ULONG Length);
NTSTATUS RtlAllocateAndInitializeSid(PSID_IDENTIFIER_AUTHORITY Authority,
                                     UCHAR Count, ULONG A, ULONG B, ULONG C,
                                     ULONG D, ULONG E, ULONG F, ULONG G,
                                     ULONG H, PSID *Sid);
PVOID RtlFreeSid(PSID Sid);
NTSTATUS RtlGetCompressionWorkSpaceSize(USHORT Format, PULONG Size,
                                        PULONG FragmentSize);
NTSTATUS RtlCompressBuffer(USHORT Format, PUCHAR From, ULONG FromSize,
                           PUCHAR To, ULONG ToSize, ULONG Chunk, PULONG Final,
                           PVOID Workspace);
NTSTATUS RtlDecompressBuffer(USHORT Format, PUCHAR To, ULONG ToSize,
                             PUCHAR From, ULONG FromSize, PULONG Final);
VOID RtlSecondsSince1980ToTime(ULONG Seconds, PLARGE_INTEGER Time);
ULONG RtlFindSetBitsAndClear(PRTL_BITMAP Map, ULONG Count, ULONG Hint);
ULONG RtlFindLongestRunClear(PRTL_BITMAP Map, PULONG Start);
ULONG RtlFindFirstRunClear(PRTL_BITMAP Map, PULONG Start);
PVOID RtlInsertElementGenericTableFull(PRTL_GENERIC_TABLE Table, PVOID Buffer,
                                       CLONG Size, PBOOLEAN New, PVOID Node,
                                       TABLE_SEARCH_RESULT Result);
PVOID RtlLookupElementGenericTableFull(PRTL_GENERIC_TABLE Table, PVOID Buffer,
                                       PVOID *Node,
                                       TABLE_SEARCH_RESULT *Result);
BOOLEAN SePrivilegeCheck(PPRIVILEGE_SET Required,
                         PSECURITY_SUBJECT_CONTEXT Subject,
                         KPROCESSOR_MODE Mode);
NTSTATUS SeFilterToken(PACCESS_TOKEN Token, ULONG Flags, PTOKEN_GROUPS Disable,
                       PVOID Delete, PTOKEN_GROUPS Restricted,
                       PACCESS_TOKEN *New);
NTSTATUS SeCreateClientSecurityFromSubjectContext(
    PSECURITY_SUBJECT_CONTEXT Subject, PSECURITY_QUALITY_OF_SERVICE Qos,
    BOOLEAN Remote, PSECURITY_CLIENT_CONTEXT Context);
VOID SeSetAccessStateGenericMapping(PACCESS_STATE State,
                                    PGENERIC_MAPPING Mapping);
EXTERN_C_END
#define COMPRESSION_FORMAT_LZNT1 0x0002
#define COMPRESSION_ENGINE_STANDARD 0x0000
