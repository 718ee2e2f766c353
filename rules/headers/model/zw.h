// Objects, processes, threads, registry, files: the native services.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "io.h"

typedef enum _OBJECT_INFORMATION_CLASS {
    ObjectBasicInformation,
    ObjectNameInformation,
    ObjectTypeInformation
} OBJECT_INFORMATION_CLASS;
typedef struct _OBJECT_HANDLE_INFORMATION {
    ULONG HandleAttributes;
    ACCESS_MASK GrantedAccess;
} OBJECT_HANDLE_INFORMATION, *POBJECT_HANDLE_INFORMATION;
typedef struct _OBJECT_NAME_INFORMATION {
    UNICODE_STRING Name;
} OBJECT_NAME_INFORMATION, *POBJECT_NAME_INFORMATION;
typedef struct _OBJECT_TYPE *POBJECT_TYPE;
EXTERN_C POBJECT_TYPE *ExEventObjectType;
EXTERN_C POBJECT_TYPE *ExSemaphoreObjectType;
EXTERN_C POBJECT_TYPE *IoFileObjectType;
EXTERN_C POBJECT_TYPE *IoDriverObjectType;
EXTERN_C POBJECT_TYPE *IoDeviceObjectType;
EXTERN_C POBJECT_TYPE *PsThreadType;
EXTERN_C POBJECT_TYPE *PsProcessType;
EXTERN_C POBJECT_TYPE *PsJobType;
EXTERN_C POBJECT_TYPE *SeTokenObjectType;
EXTERN_C POBJECT_TYPE *MmSectionObjectType;
EXTERN_C POBJECT_TYPE *CmKeyObjectType;
EXTERN_C POBJECT_TYPE *TmTransactionObjectType;
EXTERN_C POBJECT_TYPE *TmEnlistmentObjectType;

#define ZwCurrentProcess() ((HANDLE)(LONG_PTR)-1)
#define NtCurrentProcess() ZwCurrentProcess()
#define ZwCurrentThread()  ((HANDLE)(LONG_PTR)-2)
#define NtCurrentThread()  ZwCurrentThread()

#define EVENT_QUERY_STATE      0x0001
#define EVENT_MODIFY_STATE     0x0002
#define EVENT_ALL_ACCESS       0x1F0003L
#define SEMAPHORE_MODIFY_STATE 0x0002
#define PROCESS_TERMINATE      0x0001
#define PROCESS_CREATE_THREAD  0x0002
#define PROCESS_VM_OPERATION   0x0008
#define PROCESS_VM_READ        0x0010
#define PROCESS_VM_WRITE       0x0020
#define PROCESS_DUP_HANDLE     0x0040
#define PROCESS_CREATE_PROCESS 0x0080
#define PROCESS_SET_INFORMATION 0x0200
#define PROCESS_QUERY_INFORMATION 0x0400
#define PROCESS_SUSPEND_RESUME 0x0800
#define PROCESS_ALL_ACCESS     0x001FFFFFL
#define THREAD_TERMINATE       0x0001
#define THREAD_QUERY_INFORMATION 0x0040
#define THREAD_ALL_ACCESS      0x001FFFFFL
#define SECTION_QUERY          0x0001
#define SECTION_MAP_WRITE      0x0002
#define SECTION_MAP_READ       0x0004
#define SECTION_ALL_ACCESS     0x000F001FL
#define DIRECTORY_QUERY        0x0001
#define DIRECTORY_ALL_ACCESS   0x000F000FL
#define KEY_QUERY_VALUE        0x0001
#define KEY_SET_VALUE          0x0002
#define KEY_CREATE_SUB_KEY     0x0004
#define KEY_ENUMERATE_SUB_KEYS 0x0008
#define KEY_NOTIFY             0x0010
#define KEY_CREATE_LINK        0x0020
#define KEY_WOW64_64KEY        0x0100
#define KEY_WOW64_32KEY        0x0200
#define KEY_READ               0x00020019L
#define KEY_WRITE              0x00020006L
#define KEY_EXECUTE            KEY_READ
#define KEY_ALL_ACCESS         0x000F003FL
#define REG_OPTION_NON_VOLATILE 0x00000000L
#define REG_OPTION_VOLATILE    0x00000001L
#define REG_CREATED_NEW_KEY    0x00000001L
#define REG_OPENED_EXISTING_KEY 0x00000002L
#define REG_NONE               0UL
#define REG_SZ                 1UL
#define REG_EXPAND_SZ          2UL
#define REG_BINARY             3UL
#define REG_DWORD              4UL
#define REG_DWORD_LITTLE_ENDIAN 4UL
#define REG_DWORD_BIG_ENDIAN   5UL
#define REG_LINK               6UL
#define REG_MULTI_SZ           7UL
#define REG_RESOURCE_LIST      8UL
#define REG_QWORD              11UL
#define DUPLICATE_CLOSE_SOURCE 0x00000001
#define DUPLICATE_SAME_ACCESS  0x00000002

typedef enum _KEY_INFORMATION_CLASS {
    KeyBasicInformation,
    KeyNodeInformation,
    KeyFullInformation,
    KeyNameInformation,
    KeyCachedInformation,
    KeyFlagsInformation,
    KeyVirtualizationInformation,
    KeyHandleTagsInformation
} KEY_INFORMATION_CLASS;
typedef enum _KEY_VALUE_INFORMATION_CLASS {
    KeyValueBasicInformation,
    KeyValueFullInformation,
    KeyValuePartialInformation,
    KeyValueFullInformationAlign64,
    KeyValuePartialInformationAlign64
} KEY_VALUE_INFORMATION_CLASS;
typedef enum _KEY_SET_INFORMATION_CLASS {
    KeyWriteTimeInformation
} KEY_SET_INFORMATION_CLASS;
typedef struct _KEY_BASIC_INFORMATION {
    LARGE_INTEGER LastWriteTime;
    ULONG TitleIndex;
    ULONG NameLength;
    WCHAR Name[1];
} KEY_BASIC_INFORMATION, *PKEY_BASIC_INFORMATION;
typedef struct _KEY_NAME_INFORMATION {
    ULONG NameLength;
    WCHAR Name[1];
} KEY_NAME_INFORMATION, *PKEY_NAME_INFORMATION;
typedef struct _KEY_FULL_INFORMATION {
    LARGE_INTEGER LastWriteTime;
    ULONG TitleIndex;
    ULONG ClassOffset;
    ULONG ClassLength;
    ULONG SubKeys;
    ULONG MaxNameLen;
    ULONG MaxClassLen;
    ULONG Values;
    ULONG MaxValueNameLen;
    ULONG MaxValueDataLen;
    WCHAR Class[1];
} KEY_FULL_INFORMATION, *PKEY_FULL_INFORMATION;
typedef struct _KEY_VALUE_BASIC_INFORMATION {
    ULONG TitleIndex;
    ULONG Type;
    ULONG NameLength;
    WCHAR Name[1];
} KEY_VALUE_BASIC_INFORMATION, *PKEY_VALUE_BASIC_INFORMATION;
typedef struct _KEY_VALUE_FULL_INFORMATION {
    ULONG TitleIndex;
    ULONG Type;
    ULONG DataOffset;
    ULONG DataLength;
    ULONG NameLength;
    WCHAR Name[1];
} KEY_VALUE_FULL_INFORMATION, *PKEY_VALUE_FULL_INFORMATION;
typedef struct _KEY_VALUE_PARTIAL_INFORMATION {
    ULONG TitleIndex;
    ULONG Type;
    ULONG DataLength;
    UCHAR Data[1];
} KEY_VALUE_PARTIAL_INFORMATION, *PKEY_VALUE_PARTIAL_INFORMATION;
typedef struct _KEY_VALUE_ENTRY {
    PUNICODE_STRING ValueName;
    ULONG DataLength;
    ULONG DataOffset;
    ULONG Type;
} KEY_VALUE_ENTRY, *PKEY_VALUE_ENTRY;

typedef enum _PROCESSINFOCLASS {
    ProcessBasicInformation = 0,
    ProcessWow64Information = 26,
    ProcessImageFileName = 27,
    ProcessImageFileNameWin32 = 43,
    ProcessCommandLineInformation = 60
} PROCESSINFOCLASS;
typedef enum _THREADINFOCLASS {
    ThreadBasicInformation = 0,
    ThreadPriority = 2,
    ThreadBasePriority = 3,
    ThreadAffinityMask = 4,
    ThreadZeroTlsCell = 10,
    ThreadNameInformation = 38
} THREADINFOCLASS;
typedef struct _PROCESS_BASIC_INFORMATION {
    NTSTATUS ExitStatus;
    PVOID PebBaseAddress;
    ULONG_PTR AffinityMask;
    KPRIORITY BasePriority;
    ULONG_PTR UniqueProcessId;
    ULONG_PTR InheritedFromUniqueProcessId;
} PROCESS_BASIC_INFORMATION, *PPROCESS_BASIC_INFORMATION;

EXTERN_C_START
VOID ObReferenceObject(PVOID Object);
LONG_PTR ObfReferenceObject(PVOID Object);
VOID ObDereferenceObject(PVOID Object);
LONG_PTR ObfDereferenceObject(PVOID Object);
LONG_PTR ObReferenceObjectWithTag(PVOID Object, ULONG Tag);
LONG_PTR ObDereferenceObjectWithTag(PVOID Object, ULONG Tag);
VOID ObDereferenceObjectDeferDelete(PVOID Object);
NTSTATUS ObReferenceObjectByHandle(HANDLE Handle, ACCESS_MASK Access,
                                   POBJECT_TYPE Type, KPROCESSOR_MODE Mode,
                                   PVOID *Object,
                                   POBJECT_HANDLE_INFORMATION Information);
NTSTATUS ObReferenceObjectByHandleWithTag(
    HANDLE Handle, ACCESS_MASK Access, POBJECT_TYPE Type, KPROCESSOR_MODE Mode,
    ULONG Tag, PVOID *Object, POBJECT_HANDLE_INFORMATION Information);
NTSTATUS ObReferenceObjectByPointer(PVOID Object, ACCESS_MASK Access,
                                    POBJECT_TYPE Type, KPROCESSOR_MODE Mode);
NTSTATUS ObOpenObjectByPointer(PVOID Object, ULONG Attributes,
                               PACCESS_STATE State, ACCESS_MASK Access,
                               POBJECT_TYPE Type, KPROCESSOR_MODE Mode,
                               PHANDLE Handle);
NTSTATUS ObGetObjectSecurity(PVOID Object, PSECURITY_DESCRIPTOR *Descriptor,
                             PBOOLEAN Allocated);
VOID ObReleaseObjectSecurity(PSECURITY_DESCRIPTOR Descriptor,
                             BOOLEAN Allocated);
NTSTATUS ObQueryNameString(PVOID Object, POBJECT_NAME_INFORMATION Name,
                           ULONG Length, PULONG Needed);
NTSTATUS ObCloseHandle(HANDLE Handle, KPROCESSOR_MODE Mode);
BOOLEAN ObIsKernelHandle(HANDLE Handle);
NTSTATUS ZwClose(HANDLE Handle);
NTSTATUS NtClose(HANDLE Handle);
NTSTATUS ZwDuplicateObject(HANDLE FromProcess, HANDLE From, HANDLE ToProcess,
                           PHANDLE To, ACCESS_MASK Access, ULONG Attributes,
                           ULONG Options);
NTSTATUS ZwQueryObject(HANDLE Handle, OBJECT_INFORMATION_CLASS Class,
                       PVOID Buffer, ULONG Length, PULONG Needed);
NTSTATUS ZwMakeTemporaryObject(HANDLE Handle);
NTSTATUS ZwWaitForSingleObject(HANDLE Handle, BOOLEAN Alertable,
                               PLARGE_INTEGER Timeout);
NTSTATUS ZwCreateEvent(PHANDLE Handle, ACCESS_MASK Access,
                       POBJECT_ATTRIBUTES Attributes, EVENT_TYPE Type,
                       BOOLEAN State);
NTSTATUS ZwSetEvent(HANDLE Handle, PLONG Before);
PKEVENT IoCreateNotificationEvent(PUNICODE_STRING Name, PHANDLE Handle);
PKEVENT IoCreateSynchronizationEvent(PUNICODE_STRING Name, PHANDLE Handle);

NTSTATUS ZwCreateKey(PHANDLE Key, ACCESS_MASK Access,
                     POBJECT_ATTRIBUTES Attributes, ULONG TitleIndex,
                     PUNICODE_STRING Class, ULONG Options, PULONG Disposition);
NTSTATUS ZwOpenKey(PHANDLE Key, ACCESS_MASK Access,
                   POBJECT_ATTRIBUTES Attributes);
NTSTATUS ZwOpenKeyEx(PHANDLE Key, ACCESS_MASK Access,
                     POBJECT_ATTRIBUTES Attributes, ULONG Options);
NTSTATUS ZwDeleteKey(HANDLE Key);
NTSTATUS ZwFlushKey(HANDLE Key);
NTSTATUS ZwRenameKey(HANDLE Key, PUNICODE_STRING Name);
NTSTATUS ZwQueryKey(HANDLE Key, KEY_INFORMATION_CLASS Class, PVOID Buffer,
                    ULONG Length, PULONG Needed);
NTSTATUS ZwEnumerateKey(HANDLE Key, ULONG Index, KEY_INFORMATION_CLASS Class,
                        PVOID Buffer, ULONG Length, PULONG Needed);
NTSTATUS ZwEnumerateValueKey(HANDLE Key, ULONG Index,
                             KEY_VALUE_INFORMATION_CLASS Class, PVOID Buffer,
                             ULONG Length, PULONG Needed);
NTSTATUS ZwQueryValueKey(HANDLE Key, PUNICODE_STRING Name,
                         KEY_VALUE_INFORMATION_CLASS Class, PVOID Buffer,
                         ULONG Length, PULONG Needed);
NTSTATUS ZwSetValueKey(HANDLE Key, PUNICODE_STRING Name, ULONG TitleIndex,
                       ULONG Type, PVOID Data, ULONG Size);
NTSTATUS ZwDeleteValueKey(HANDLE Key, PUNICODE_STRING Name);
NTSTATUS ZwSetInformationKey(HANDLE Key, KEY_SET_INFORMATION_CLASS Class,
                             PVOID Buffer, ULONG Length);
NTSTATUS ZwNotifyChangeKey(HANDLE Key, HANDLE Event, PIO_APC_ROUTINE Routine,
                           PVOID Context, PIO_STATUS_BLOCK Status,
                           ULONG Filter, BOOLEAN Tree, PVOID Buffer,
                           ULONG Length, BOOLEAN Asynchronous);

NTSTATUS ZwCreateFile(PHANDLE File, ACCESS_MASK Access,
                      POBJECT_ATTRIBUTES Attributes, PIO_STATUS_BLOCK Status,
                      PLARGE_INTEGER Size, ULONG FileAttributes,
                      ULONG ShareAccess, ULONG Disposition, ULONG Options,
                      PVOID Ea, ULONG EaLength);
NTSTATUS ZwOpenFile(PHANDLE File, ACCESS_MASK Access,
                    POBJECT_ATTRIBUTES Attributes, PIO_STATUS_BLOCK Status,
                    ULONG ShareAccess, ULONG Options);
NTSTATUS ZwReadFile(HANDLE File, HANDLE Event, PIO_APC_ROUTINE Routine,
                    PVOID Context, PIO_STATUS_BLOCK Status, PVOID Buffer,
                    ULONG Length, PLARGE_INTEGER Offset, PULONG Key);
NTSTATUS ZwWriteFile(HANDLE File, HANDLE Event, PIO_APC_ROUTINE Routine,
                     PVOID Context, PIO_STATUS_BLOCK Status, PVOID Buffer,
                     ULONG Length, PLARGE_INTEGER Offset, PULONG Key);
NTSTATUS ZwDeleteFile(POBJECT_ATTRIBUTES Attributes);
NTSTATUS ZwFlushBuffersFile(HANDLE File, PIO_STATUS_BLOCK Status);
NTSTATUS ZwQueryInformationFile(HANDLE File, PIO_STATUS_BLOCK Status,
                                PVOID Buffer, ULONG Length,
                                FILE_INFORMATION_CLASS Class);
NTSTATUS ZwSetInformationFile(HANDLE File, PIO_STATUS_BLOCK Status,
                              PVOID Buffer, ULONG Length,
                              FILE_INFORMATION_CLASS Class);
NTSTATUS ZwQueryDirectoryFile(HANDLE File, HANDLE Event,
                              PIO_APC_ROUTINE Routine, PVOID Context,
                              PIO_STATUS_BLOCK Status, PVOID Buffer,
                              ULONG Length, FILE_INFORMATION_CLASS Class,
                              BOOLEAN Single, PUNICODE_STRING Name,
                              BOOLEAN Restart);
NTSTATUS ZwQueryFullAttributesFile(POBJECT_ATTRIBUTES Attributes,
                                   PFILE_NETWORK_OPEN_INFORMATION Information);
NTSTATUS ZwQueryVolumeInformationFile(HANDLE File, PIO_STATUS_BLOCK Status,
                                      PVOID Buffer, ULONG Length,
                                      FS_INFORMATION_CLASS Class);
NTSTATUS ZwDeviceIoControlFile(HANDLE File, HANDLE Event,
                               PIO_APC_ROUTINE Routine, PVOID Context,
                               PIO_STATUS_BLOCK Status, ULONG Code,
                               PVOID Input, ULONG InputLength, PVOID Output,
                               ULONG OutputLength);
NTSTATUS ZwFsControlFile(HANDLE File, HANDLE Event, PIO_APC_ROUTINE Routine,
                         PVOID Context, PIO_STATUS_BLOCK Status, ULONG Code,
                         PVOID Input, ULONG InputLength, PVOID Output,
                         ULONG OutputLength);
NTSTATUS ZwCreateSection(PHANDLE Section, ACCESS_MASK Access,
                         POBJECT_ATTRIBUTES Attributes, PLARGE_INTEGER Size,
                         ULONG Protect, ULONG Allocation, HANDLE File);
NTSTATUS ZwOpenSection(PHANDLE Section, ACCESS_MASK Access,
                       POBJECT_ATTRIBUTES Attributes);
NTSTATUS ZwMapViewOfSection(HANDLE Section, HANDLE Process, PVOID *Base,
                            ULONG_PTR ZeroBits, SIZE_T Commit,
                            PLARGE_INTEGER Offset, PSIZE_T Size,
                            SECTION_INHERIT Inherit, ULONG Type,
                            ULONG Protect);
NTSTATUS ZwUnmapViewOfSection(HANDLE Process, PVOID Base);
NTSTATUS ZwAllocateVirtualMemory(HANDLE Process, PVOID *Base,
                                 ULONG_PTR ZeroBits, PSIZE_T Size, ULONG Type,
                                 ULONG Protect);
NTSTATUS ZwFreeVirtualMemory(HANDLE Process, PVOID *Base, PSIZE_T Size,
                             ULONG Type);
NTSTATUS ZwCreateDirectoryObject(PHANDLE Handle, ACCESS_MASK Access,
                                 POBJECT_ATTRIBUTES Attributes);
NTSTATUS ZwOpenDirectoryObject(PHANDLE Handle, ACCESS_MASK Access,
                               POBJECT_ATTRIBUTES Attributes);
NTSTATUS ZwOpenSymbolicLinkObject(PHANDLE Link, ACCESS_MASK Access,
                                  POBJECT_ATTRIBUTES Attributes);
NTSTATUS ZwQuerySymbolicLinkObject(HANDLE Link, PUNICODE_STRING Target,
                                   PULONG Needed);
NTSTATUS ZwLoadDriver(PUNICODE_STRING Name);
NTSTATUS ZwUnloadDriver(PUNICODE_STRING Name);
NTSTATUS ZwOpenProcess(PHANDLE Process, ACCESS_MASK Access,
                       POBJECT_ATTRIBUTES Attributes, PCLIENT_ID Id);
NTSTATUS ZwTerminateProcess(HANDLE Process, NTSTATUS Status);
NTSTATUS ZwQueryInformationProcess(HANDLE Process, PROCESSINFOCLASS Class,
                                   PVOID Buffer, ULONG Length, PULONG Needed);
NTSTATUS ZwSetInformationThread(HANDLE Thread, THREADINFOCLASS Class,
                                PVOID Buffer, ULONG Length);
NTSTATUS ZwSetSecurityObject(HANDLE Handle, SECURITY_INFORMATION Information,
                             PSECURITY_DESCRIPTOR Descriptor);
NTSTATUS ZwQuerySecurityObject(HANDLE Handle, SECURITY_INFORMATION Information,
                               PSECURITY_DESCRIPTOR Descriptor, ULONG Length,
                               PULONG Needed);
NTSTATUS ZwOpenProcessTokenEx(HANDLE Process, ACCESS_MASK Access,
                              ULONG Attributes, PHANDLE Token);
NTSTATUS ZwQueryInformationToken(HANDLE Token, TOKEN_INFORMATION_CLASS Class,
                                 PVOID Buffer, ULONG Length, PULONG Needed);
NTSTATUS ZwCreateTimer(PHANDLE Timer, ACCESS_MASK Access,
                       POBJECT_ATTRIBUTES Attributes, TIMER_TYPE Type);
NTSTATUS ZwPowerInformation(int Level, PVOID Input, ULONG InputLength,
                            PVOID Output, ULONG OutputLength);
EXTERN_C_END
