// What the cache manager and fast I/O share with file systems.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "ifs.h"

typedef struct _FSRTL_COMMON_FCB_HEADER {
    CSHORT NodeTypeCode;
    CSHORT NodeByteSize;
    UCHAR Flags;
    UCHAR IsFastIoPossible;
    UCHAR Flags2;
    UCHAR Reserved : 4;
    UCHAR Version : 4;
    PERESOURCE Resource;
    PERESOURCE PagingIoResource;
    LARGE_INTEGER AllocationSize;
    LARGE_INTEGER FileSize;
    LARGE_INTEGER ValidDataLength;
} FSRTL_COMMON_FCB_HEADER, *PFSRTL_COMMON_FCB_HEADER;
typedef struct _FSRTL_ADVANCED_FCB_HEADER {
    FSRTL_COMMON_FCB_HEADER Common;
    PFAST_MUTEX FastMutex;
    LIST_ENTRY FilterContexts;
    EX_PUSH_LOCK PushLock;
    PVOID *FileContextSupportPointer;
    PVOID Oplock;
    PVOID ReservedContext;
} FSRTL_ADVANCED_FCB_HEADER, *PFSRTL_ADVANCED_FCB_HEADER;

typedef BOOLEAN FAST_IO_CHECK_IF_POSSIBLE(struct _FILE_OBJECT *FileObject,
                                          PLARGE_INTEGER Offset, ULONG Length,
                                          BOOLEAN Wait, ULONG Key, BOOLEAN Read,
                                          PIO_STATUS_BLOCK Status,
                                          struct _DEVICE_OBJECT *DeviceObject);
typedef FAST_IO_CHECK_IF_POSSIBLE *PFAST_IO_CHECK_IF_POSSIBLE;
typedef BOOLEAN FAST_IO_READ(struct _FILE_OBJECT *FileObject,
                             PLARGE_INTEGER Offset, ULONG Length, BOOLEAN Wait,
                             ULONG Key, PVOID Buffer, PIO_STATUS_BLOCK Status,
                             struct _DEVICE_OBJECT *DeviceObject);
typedef FAST_IO_READ *PFAST_IO_READ, FAST_IO_WRITE, *PFAST_IO_WRITE;
typedef BOOLEAN FAST_IO_DEVICE_CONTROL(struct _FILE_OBJECT *FileObject,
                                       BOOLEAN Wait, PVOID Input,
                                       ULONG InputLength, PVOID Output,
                                       ULONG OutputLength, ULONG Code,
                                       PIO_STATUS_BLOCK Status,
                                       struct _DEVICE_OBJECT *DeviceObject);
typedef FAST_IO_DEVICE_CONTROL *PFAST_IO_DEVICE_CONTROL;
typedef VOID FAST_IO_DETACH_DEVICE(struct _DEVICE_OBJECT *Source,
                                   struct _DEVICE_OBJECT *Target);
typedef FAST_IO_DETACH_DEVICE *PFAST_IO_DETACH_DEVICE;

typedef struct _FAST_IO_DISPATCH {
    ULONG SizeOfFastIoDispatch;
    PFAST_IO_CHECK_IF_POSSIBLE FastIoCheckIfPossible;
    PFAST_IO_READ FastIoRead;
    PFAST_IO_WRITE FastIoWrite;
    PVOID FastIoQueryBasicInfo;
    PVOID FastIoQueryStandardInfo;
    PVOID FastIoLock;
    PVOID FastIoUnlockSingle;
    PVOID FastIoUnlockAll;
    PVOID FastIoUnlockAllByKey;
    PFAST_IO_DEVICE_CONTROL FastIoDeviceControl;
    PVOID AcquireFileForNtCreateSection;
    PVOID ReleaseFileForNtCreateSection;
    PFAST_IO_DETACH_DEVICE FastIoDetachDevice;
    PVOID FastIoQueryNetworkOpenInfo;
    PVOID AcquireForModWrite;
    PVOID MdlRead;
    PVOID MdlReadComplete;
    PVOID PrepareMdlWrite;
    PVOID MdlWriteComplete;
    PVOID FastIoReadCompressed;
    PVOID FastIoWriteCompressed;
    PVOID MdlReadCompleteCompressed;
    PVOID MdlWriteCompleteCompressed;
    PVOID FastIoQueryOpen;
    PVOID ReleaseForModWrite;
    PVOID AcquireForCcFlush;
    PVOID ReleaseForCcFlush;
} FAST_IO_DISPATCH;

EXTERN_C_START
VOID CcFlushCache(PSECTION_OBJECT_POINTERS Pointers, PLARGE_INTEGER Offset,
                  ULONG Length, PIO_STATUS_BLOCK Status);
BOOLEAN CcPurgeCacheSection(PSECTION_OBJECT_POINTERS Pointers,
                            PLARGE_INTEGER Offset, ULONG Length,
                            BOOLEAN Uninitialize);
BOOLEAN CcIsFileCached(PFILE_OBJECT FileObject);
EXTERN_C_END
#define FsRtlEnterFileSystem()  KeEnterCriticalRegion()
#define FsRtlExitFileSystem()   KeLeaveCriticalRegion()
#define FSRTL_FCB_HEADER_LEGACY 0
