// The installable file system kit: attaching to processes, tokens, oplocks,
// extra create parameters, reparse points, transactions.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "ddk.h"

typedef struct _FILE_OBJECT_EXTENSION *PFILE_OBJECT_EXTENSION;
typedef PVOID OPLOCK, *POPLOCK;
typedef struct _KTRANSACTION *PKTRANSACTION;
typedef struct _KENLISTMENT *PKENLISTMENT;
typedef struct _KRESOURCEMANAGER *PKRESOURCEMANAGER;
typedef ULONG NOTIFICATION_MASK;
typedef struct _ECP_LIST *PECP_LIST;
typedef ULONG FSRTL_ALLOCATE_ECP_FLAGS, FSRTL_ALLOCATE_ECPLIST_FLAGS;
typedef VOID FSRTL_EXTRA_CREATE_PARAMETER_CLEANUP_CALLBACK(PVOID EcpContext,
                                                           LPCGUID EcpType);
typedef FSRTL_EXTRA_CREATE_PARAMETER_CLEANUP_CALLBACK
    *PFSRTL_EXTRA_CREATE_PARAMETER_CLEANUP_CALLBACK;

#define TRANSACTION_NOTIFY_PREPREPARE      0x00000001
#define TRANSACTION_NOTIFY_PREPARE         0x00000002
#define TRANSACTION_NOTIFY_COMMIT          0x00000004
#define TRANSACTION_NOTIFY_ROLLBACK        0x00000008
#define TRANSACTION_NOTIFY_COMMIT_FINALIZE 0x40000000
#define TRANSACTION_ALL_ACCESS             0x001F003F
#define ENLISTMENT_ALL_ACCESS              0x001F001F

typedef struct _TXN_PARAMETER_BLOCK {
    USHORT Length;
    USHORT TxFsContext;
    PVOID TransactionObject;
} TXN_PARAMETER_BLOCK, *PTXN_PARAMETER_BLOCK;
typedef struct _IO_DRIVER_CREATE_CONTEXT {
    CSHORT Size;
    PECP_LIST ExtraCreateParameter;
    PVOID DeviceObjectHint;
    PTXN_PARAMETER_BLOCK TxnParameters;
    PVOID SiloContext;
} IO_DRIVER_CREATE_CONTEXT, *PIO_DRIVER_CREATE_CONTEXT;

MODEL_INLINE VOID
IoInitializeDriverCreateContext(PIO_DRIVER_CREATE_CONTEXT Context)
{
    RtlZeroMemory(Context, sizeof(IO_DRIVER_CREATE_CONTEXT));
    Context->Size = sizeof(IO_DRIVER_CREATE_CONTEXT);
}

typedef struct _REPARSE_DATA_BUFFER {
    ULONG ReparseTag;
    USHORT ReparseDataLength;
    USHORT Reserved;
    union {
        struct {
            USHORT SubstituteNameOffset;
            USHORT SubstituteNameLength;
            USHORT PrintNameOffset;
            USHORT PrintNameLength;
            ULONG Flags;
            WCHAR PathBuffer[1];
        } SymbolicLinkReparseBuffer;
        struct {
            USHORT SubstituteNameOffset;
            USHORT SubstituteNameLength;
            USHORT PrintNameOffset;
            USHORT PrintNameLength;
            WCHAR PathBuffer[1];
        } MountPointReparseBuffer;
        struct {
            UCHAR DataBuffer[1];
        } GenericReparseBuffer;
    };
} REPARSE_DATA_BUFFER, *PREPARSE_DATA_BUFFER;
#define IO_REPARSE_TAG_MOUNT_POINT          0xA0000003L
#define IO_REPARSE_TAG_SYMLINK              0xA000000CL
#define IO_REPARSE                          0
#define SYMLINK_FLAG_RELATIVE               1
#define FSCTL_GET_REPARSE_POINT             0x000900A8
#define FSCTL_SET_REPARSE_POINT             0x000900A4
#define FSCTL_REQUEST_OPLOCK                0x00090240
#define FSCTL_MARK_VOLUME_DIRTY             0x00090030
#define FSCTL_QUERY_PERSISTENT_VOLUME_STATE 0x0009023C
#define FSCTL_PIPE_PEEK                     0x0011400C

typedef struct _FILE_ALL_INFORMATION *PFILE_ALL_INFORMATION;
typedef struct _FILE_RENAME_INFORMATION {
    union {
        BOOLEAN ReplaceIfExists;
        ULONG Flags;
    };
    HANDLE RootDirectory;
    ULONG FileNameLength;
    WCHAR FileName[1];
} FILE_RENAME_INFORMATION, *PFILE_RENAME_INFORMATION, FILE_LINK_INFORMATION,
    *PFILE_LINK_INFORMATION;
typedef struct _FILE_INTERNAL_INFORMATION {
    LARGE_INTEGER IndexNumber;
} FILE_INTERNAL_INFORMATION, *PFILE_INTERNAL_INFORMATION;
typedef struct _FILE_ID_128 {
    UCHAR Identifier[16];
} FILE_ID_128, *PFILE_ID_128;
typedef struct _FILE_ID_INFORMATION {
    ULONGLONG VolumeSerialNumber;
    FILE_ID_128 FileId;
} FILE_ID_INFORMATION, *PFILE_ID_INFORMATION;
typedef struct _FILE_OBJECTID_BUFFER {
    UCHAR ObjectId[16];
    UCHAR ExtendedInfo[48];
} FILE_OBJECTID_BUFFER, *PFILE_OBJECTID_BUFFER;
typedef struct _FILE_BOTH_DIR_INFORMATION {
    ULONG NextEntryOffset;
    ULONG FileIndex;
    LARGE_INTEGER CreationTime;
    LARGE_INTEGER LastAccessTime;
    LARGE_INTEGER LastWriteTime;
    LARGE_INTEGER ChangeTime;
    LARGE_INTEGER EndOfFile;
    LARGE_INTEGER AllocationSize;
    ULONG FileAttributes;
    ULONG FileNameLength;
    ULONG EaSize;
    CCHAR ShortNameLength;
    WCHAR ShortName[12];
    WCHAR FileName[1];
} FILE_BOTH_DIR_INFORMATION, *PFILE_BOTH_DIR_INFORMATION;
typedef struct _FILE_DIRECTORY_INFORMATION {
    ULONG NextEntryOffset;
    ULONG FileIndex;
    LARGE_INTEGER CreationTime;
    LARGE_INTEGER LastAccessTime;
    LARGE_INTEGER LastWriteTime;
    LARGE_INTEGER ChangeTime;
    LARGE_INTEGER EndOfFile;
    LARGE_INTEGER AllocationSize;
    ULONG FileAttributes;
    ULONG FileNameLength;
    WCHAR FileName[1];
} FILE_DIRECTORY_INFORMATION, *PFILE_DIRECTORY_INFORMATION;

typedef enum _FS_FILTER_SECTION_SYNC_TYPE {
    SyncTypeOther,
    SyncTypeCreateSection
} FS_FILTER_SECTION_SYNC_TYPE;

typedef enum _SID_NAME_USE {
    SidTypeUser = 1,
    SidTypeGroup,
    SidTypeDomain,
    SidTypeAlias,
    SidTypeWellKnownGroup,
    SidTypeDeletedAccount,
    SidTypeInvalid,
    SidTypeUnknown,
    SidTypeComputer,
    SidTypeLabel
} SID_NAME_USE, *PSID_NAME_USE;

EXTERN_C_START
NTSTATUS SecLookupAccountSid(PSID Sid, PULONG NameSize, PUNICODE_STRING Name,
                             PULONG DomainSize, PUNICODE_STRING Domain,
                             PSID_NAME_USE Use);
NTSTATUS SecLookupAccountName(PUNICODE_STRING Name, PULONG SidSize, PSID Sid,
                              PSID_NAME_USE Use, PULONG DomainSize,
                              PUNICODE_STRING Domain);
VOID KeAttachProcess(PRKPROCESS Process);
VOID KeDetachProcess(VOID);
NTSTATUS PsImpersonateClient(PETHREAD Thread, PACCESS_TOKEN Token,
                             BOOLEAN CopyOnOpen, BOOLEAN EffectiveOnly,
                             SECURITY_IMPERSONATION_LEVEL Level);
NTSTATUS PsAssignImpersonationToken(PETHREAD Thread, HANDLE Token);
BOOLEAN PsIsThreadImpersonating(PETHREAD Thread);
NTSTATUS NtQueryInformationToken(HANDLE Token, TOKEN_INFORMATION_CLASS Class,
                                 PVOID Buffer, ULONG Length, PULONG Needed);
NTSTATUS NtOpenProcessToken(HANDLE Process, ACCESS_MASK Access, PHANDLE Token);
NTSTATUS NtOpenThreadToken(HANDLE Thread, ACCESS_MASK Access, BOOLEAN AsSelf,
                           PHANDLE Token);
NTSTATUS ZwOpenThreadTokenEx(HANDLE Thread, ACCESS_MASK Access, BOOLEAN AsSelf,
                             ULONG Attributes, PHANDLE Token);
NTSTATUS NtCreateFile(PHANDLE File, ACCESS_MASK Access,
                      POBJECT_ATTRIBUTES Attributes, PIO_STATUS_BLOCK Status,
                      PLARGE_INTEGER Size, ULONG FileAttributes,
                      ULONG ShareAccess, ULONG Disposition, ULONG Options,
                      PVOID Ea, ULONG EaLength);
NTSTATUS ZwQueryVirtualMemory(HANDLE Process, PVOID Base, int Class,
                              PVOID Buffer, SIZE_T Length, PSIZE_T Needed);
NTSTATUS IoCreateFileEx(PHANDLE File, ACCESS_MASK Access,
                        POBJECT_ATTRIBUTES Attributes, PIO_STATUS_BLOCK Status,
                        PLARGE_INTEGER Size, ULONG FileAttributes,
                        ULONG ShareAccess, ULONG Disposition, ULONG Options,
                        PVOID Ea, ULONG EaLength, CREATE_FILE_TYPE Type,
                        PVOID Parameters, ULONG Flags,
                        PIO_DRIVER_CREATE_CONTEXT Context);
NTSTATUS IoCreateFileSpecifyDeviceObjectHint(
    PHANDLE File, ACCESS_MASK Access, POBJECT_ATTRIBUTES Attributes,
    PIO_STATUS_BLOCK Status, PLARGE_INTEGER Size, ULONG FileAttributes,
    ULONG ShareAccess, ULONG Disposition, ULONG Options, PVOID Ea,
    ULONG EaLength, CREATE_FILE_TYPE Type, PVOID Parameters, ULONG Flags,
    PVOID DeviceObject);
PTXN_PARAMETER_BLOCK IoGetTransactionParameterBlock(PFILE_OBJECT FileObject);
VOID IoRegisterFileSystem(PDEVICE_OBJECT DeviceObject);
VOID IoUnregisterFileSystem(PDEVICE_OBJECT DeviceObject);
typedef VOID DRIVER_FS_NOTIFICATION(PDEVICE_OBJECT DeviceObject,
                                    BOOLEAN Active);
typedef DRIVER_FS_NOTIFICATION *PDRIVER_FS_NOTIFICATION;
NTSTATUS IoRegisterFsRegistrationChange(PDRIVER_OBJECT DriverObject,
                                        PDRIVER_FS_NOTIFICATION Routine);
VOID IoUnregisterFsRegistrationChange(PDRIVER_OBJECT DriverObject,
                                      PDRIVER_FS_NOTIFICATION Routine);
PDEVICE_OBJECT IoGetDeviceToVerify(PETHREAD Thread);
NTSTATUS IoGetDiskDeviceObject(PDEVICE_OBJECT FileSystem, PDEVICE_OBJECT *Disk);
NTSTATUS IoQueryFileInformation(PFILE_OBJECT FileObject,
                                FILE_INFORMATION_CLASS Class, ULONG Length,
                                PVOID Buffer, PULONG Needed);
BOOLEAN IoIsSystemThread(PETHREAD Thread);
PETHREAD IoGetRequestorThread(PIRP Irp);

NTSTATUS ZwCreateTransaction(PHANDLE Transaction, ACCESS_MASK Access,
                             POBJECT_ATTRIBUTES Attributes, LPGUID Uow,
                             HANDLE TmHandle, ULONG Options, ULONG Isolation,
                             ULONG Flags, PLARGE_INTEGER Timeout,
                             PUNICODE_STRING Description);
NTSTATUS ZwCommitTransaction(HANDLE Transaction, BOOLEAN Wait);
NTSTATUS ZwRollbackTransaction(HANDLE Transaction, BOOLEAN Wait);
NTSTATUS ZwQueryInformationTransaction(HANDLE Transaction, int Class,
                                       PVOID Buffer, ULONG Length,
                                       PULONG Needed);
NTSTATUS ZwCreateKeyTransacted(PHANDLE Key, ACCESS_MASK Access,
                               POBJECT_ATTRIBUTES Attributes, ULONG TitleIndex,
                               PUNICODE_STRING Class, ULONG Options,
                               HANDLE Transaction, PULONG Disposition);
NTSTATUS ZwOpenKeyTransacted(PHANDLE Key, ACCESS_MASK Access,
                             POBJECT_ATTRIBUTES Attributes, HANDLE Transaction);
NTSTATUS TmCommitComplete(PKENLISTMENT Enlistment, PLARGE_INTEGER Clock);
NTSTATUS TmPrePrepareComplete(PKENLISTMENT Enlistment, PLARGE_INTEGER Clock);
NTSTATUS TmPrepareComplete(PKENLISTMENT Enlistment, PLARGE_INTEGER Clock);
NTSTATUS TmRollbackComplete(PKENLISTMENT Enlistment, PLARGE_INTEGER Clock);

BOOLEAN FsRtlIsNameInExpression(PUNICODE_STRING Expression,
                                PUNICODE_STRING Name, BOOLEAN IgnoreCase,
                                PWCH UpcaseTable);
BOOLEAN FsRtlIsNtstatusExpected(NTSTATUS Status);
BOOLEAN FsRtlIsPagingFile(PFILE_OBJECT FileObject);
BOOLEAN FsRtlDoesNameContainWildCards(PUNICODE_STRING Name);
VOID FsRtlDissectName(UNICODE_STRING Path, PUNICODE_STRING First,
                      PUNICODE_STRING Remaining);
NTSTATUS FsRtlAllocateExtraCreateParameter(
    LPCGUID EcpType, ULONG Size, FSRTL_ALLOCATE_ECP_FLAGS Flags,
    PFSRTL_EXTRA_CREATE_PARAMETER_CLEANUP_CALLBACK Cleanup, ULONG Tag,
    PVOID *EcpContext);
VOID FsRtlFreeExtraCreateParameter(PVOID EcpContext);
EXTERN_C_END
