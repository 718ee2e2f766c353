// Memory: descriptor lists, mappings, sections, locked pages.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "ex.h"

struct _DRIVER_OBJECT;

typedef struct _MDL {
    struct _MDL *Next;
    CSHORT Size;
    CSHORT MdlFlags;
    struct _EPROCESS *Process;
    PVOID MappedSystemVa;
    PVOID StartVa;
    ULONG ByteCount;
    ULONG ByteOffset;
} MDL, *PMDL;

typedef ULONG_PTR PFN_NUMBER, *PPFN_NUMBER;
typedef enum _LOCK_OPERATION {
    IoReadAccess,
    IoWriteAccess,
    IoModifyAccess
} LOCK_OPERATION;
typedef enum _MEMORY_CACHING_TYPE {
    MmNonCached = FALSE,
    MmCached = TRUE,
    MmWriteCombined = 2,
    MmHardwareCoherentCached,
    MmNonCachedUnordered,
    MmUSWCCached,
    MmMaximumCacheType,
    MmNotMapped = -1
} MEMORY_CACHING_TYPE;
typedef enum _MM_PAGE_PRIORITY {
    LowPagePriority = 0,
    NormalPagePriority = 16,
    HighPagePriority = 32
} MM_PAGE_PRIORITY;
typedef enum _MM_SYSTEM_SIZE {
    MmSmallSystem,
    MmMediumSystem,
    MmLargeSystem
} MM_SYSTEMSIZE;
typedef enum _SECTION_INHERIT { ViewShare = 1, ViewUnmap = 2 } SECTION_INHERIT;

#define MDL_MAPPED_TO_SYSTEM_VA     0x0001
#define MDL_PAGES_LOCKED            0x0002
#define MDL_SOURCE_IS_NONPAGED_POOL 0x0004
#define MDL_ALLOCATED_FIXED_SIZE    0x0008
#define MDL_PARTIAL                 0x0010
#define MDL_PARTIAL_HAS_BEEN_MAPPED 0x0020
#define MDL_IO_PAGE_READ            0x0040
#define MDL_WRITE_OPERATION         0x0080
#define MDL_NETWORK_HEADER          0x1000
#define MDL_MAPPING_CAN_FAIL        0x2000
#define MdlMappingNoWrite           0x80000000
#define MdlMappingNoExecute         0x40000000
#define MM_ALLOCATE_FULLY_REQUIRED  0x00000004
#define MM_DONT_ZERO_ALLOCATION     0x00000001
#define MM_ALLOCATE_PREFER_CONTIGUOUS 0x00000008
#define MM_ALLOCATE_REQUIRE_CONTIGUOUS_CHUNKS 0x00000020

#define PAGE_SIZE  0x1000
#define PAGE_SHIFT 12L
#define PAGE_NOACCESS          0x01
#define PAGE_READONLY          0x02
#define PAGE_READWRITE         0x04
#define PAGE_WRITECOPY         0x08
#define PAGE_EXECUTE           0x10
#define PAGE_EXECUTE_READ      0x20
#define PAGE_EXECUTE_READWRITE 0x40
#define PAGE_NOCACHE           0x200
#define MEM_COMMIT             0x00001000
#define MEM_RESERVE            0x00002000
#define MEM_DECOMMIT           0x00004000
#define MEM_RELEASE            0x00008000
#define MEM_TOP_DOWN           0x00100000
#define MEM_LARGE_PAGES        0x20000000
#define SEC_IMAGE              0x01000000
#define SEC_COMMIT             0x08000000
#define SEC_NOCACHE            0x10000000
#define PAGE_ALIGN(Va) ((PVOID)((ULONG_PTR)(Va) & ~((ULONG_PTR)PAGE_SIZE - 1)))
#define BYTE_OFFSET(Va) ((ULONG)((LONG_PTR)(Va) & (PAGE_SIZE - 1)))
#define BYTES_TO_PAGES(Size) \
    (((Size) >> PAGE_SHIFT) + (((Size) & (PAGE_SIZE - 1)) != 0))
#define ROUND_TO_PAGES(Size) \
    (((ULONG_PTR)(Size) + PAGE_SIZE - 1) & ~((ULONG_PTR)PAGE_SIZE - 1))
#define ADDRESS_AND_SIZE_TO_SPAN_PAGES(Va, Size) \
    ((ULONG)((BYTE_OFFSET(Va) + ((SIZE_T)(Size)) + (PAGE_SIZE - 1)) >> \
             PAGE_SHIFT))
#define COMPUTE_PAGES_SPANNED(Va, Size) ADDRESS_AND_SIZE_TO_SPAN_PAGES(Va, Size)
#define MmGetMdlPfnArray(Mdl)       ((PPFN_NUMBER)((Mdl) + 1))
#define MmGetMdlVirtualAddress(Mdl) \
    ((PVOID)((PCHAR)((Mdl)->StartVa) + (Mdl)->ByteOffset))
#define MmGetMdlByteCount(Mdl)      ((Mdl)->ByteCount)
#define MmGetMdlByteOffset(Mdl)     ((Mdl)->ByteOffset)
#define MmGetMdlBaseVa(Mdl)         ((Mdl)->StartVa)
#define MmInitializeMdl(Mdl, Base, Length)                                  \
    {                                                                       \
        (Mdl)->Next = NULL;                                                 \
        (Mdl)->Size = (CSHORT)(sizeof(MDL) +                                \
                               (sizeof(PFN_NUMBER) *                        \
                                ADDRESS_AND_SIZE_TO_SPAN_PAGES((Base),      \
                                                               (Length)))); \
        (Mdl)->MdlFlags = 0;                                                \
        (Mdl)->StartVa = PAGE_ALIGN(Base);                                  \
        (Mdl)->ByteOffset = BYTE_OFFSET(Base);                              \
        (Mdl)->ByteCount = (ULONG)(Length);                                 \
    }
#define MmPrepareMdlForReuse(Mdl) ((void)(Mdl))

EXTERN_C_START
PVOID MmGetSystemAddressForMdlSafe(PMDL Mdl, ULONG Priority);
PVOID MmMapLockedPages(PMDL Mdl, KPROCESSOR_MODE Mode);
PVOID MmMapLockedPagesSpecifyCache(PMDL Mdl, KPROCESSOR_MODE Mode,
                                   MEMORY_CACHING_TYPE Type, PVOID Address,
                                   ULONG BugCheckOnFailure, ULONG Priority);
VOID MmUnmapLockedPages(PVOID Base, PMDL Mdl);
VOID MmProbeAndLockPages(PMDL Mdl, KPROCESSOR_MODE Mode, LOCK_OPERATION Op);
VOID MmUnlockPages(PMDL Mdl);
VOID MmBuildMdlForNonPagedPool(PMDL Mdl);
SIZE_T MmSizeOfMdl(PVOID Base, SIZE_T Length);
NTSTATUS MmProtectMdlSystemAddress(PMDL Mdl, ULONG Protect);
PMDL MmAllocatePagesForMdl(PHYSICAL_ADDRESS Low, PHYSICAL_ADDRESS High,
                           PHYSICAL_ADDRESS Skip, SIZE_T Size);
PMDL MmAllocatePagesForMdlEx(PHYSICAL_ADDRESS Low, PHYSICAL_ADDRESS High,
                             PHYSICAL_ADDRESS Skip, SIZE_T Size,
                             MEMORY_CACHING_TYPE Type, ULONG Flags);
VOID MmFreePagesFromMdl(PMDL Mdl);
PVOID MmMapIoSpace(PHYSICAL_ADDRESS Address, SIZE_T Size,
                   MEMORY_CACHING_TYPE Type);
PVOID MmMapIoSpaceEx(PHYSICAL_ADDRESS Address, SIZE_T Size, ULONG Protect);
VOID MmUnmapIoSpace(PVOID Base, SIZE_T Size);
PVOID MmAllocateContiguousMemory(SIZE_T Size, PHYSICAL_ADDRESS Highest);
PVOID MmAllocateContiguousMemorySpecifyCache(SIZE_T Size, PHYSICAL_ADDRESS Low,
                                             PHYSICAL_ADDRESS High,
                                             PHYSICAL_ADDRESS Boundary,
                                             MEMORY_CACHING_TYPE Type);
VOID MmFreeContiguousMemory(PVOID Base);
VOID MmFreeContiguousMemorySpecifyCache(PVOID Base, SIZE_T Size,
                                        MEMORY_CACHING_TYPE Type);
PVOID MmAllocateNonCachedMemory(SIZE_T Size);
VOID MmFreeNonCachedMemory(PVOID Base, SIZE_T Size);
PVOID MmAllocateMappingAddress(SIZE_T Size, ULONG Tag);
VOID MmFreeMappingAddress(PVOID Base, ULONG Tag);
PVOID MmMapLockedPagesWithReservedMapping(PVOID Address, ULONG Tag, PMDL Mdl,
                                          MEMORY_CACHING_TYPE Type);
VOID MmUnmapReservedMapping(PVOID Base, ULONG Tag, PMDL Mdl);
PHYSICAL_ADDRESS MmGetPhysicalAddress(PVOID Base);
PVOID MmGetSystemRoutineAddress(PUNICODE_STRING Name);
BOOLEAN MmIsAddressValid(PVOID Address);
BOOLEAN MmIsNonPagedSystemAddressValid(PVOID Address);
PVOID MmLockPagableDataSection(PVOID Address);
VOID MmUnlockPagableImageSection(PVOID Handle);
VOID MmResetDriverPaging(PVOID Address);
PVOID MmPageEntireDriver(PVOID Address);
#define MmLockPagableCodeSection(Address) \
    MmLockPagableDataSection((PVOID)(ULONG_PTR)(Address))
HANDLE MmSecureVirtualMemory(PVOID Address, SIZE_T Size, ULONG Mode);
VOID MmUnsecureVirtualMemory(HANDLE Handle);
NTSTATUS MmMapViewInSystemSpace(PVOID Section, PVOID *Base, PSIZE_T Size);
NTSTATUS MmUnmapViewInSystemSpace(PVOID Base);
MM_SYSTEMSIZE MmQuerySystemSize(VOID);
BOOLEAN MmIsThisAnNtAsSystem(VOID);
LOGICAL MmIsDriverVerifying(struct _DRIVER_OBJECT *Driver);
EXTERN_C_END

EXTERN_C PVOID MmHighestUserAddress;
EXTERN_C PVOID MmSystemRangeStart;
EXTERN_C ULONG_PTR MmUserProbeAddress;
#define MM_HIGHEST_USER_ADDRESS MmHighestUserAddress
#define MM_SYSTEM_RANGE_START   MmSystemRangeStart
#define MM_USER_PROBE_ADDRESS   MmUserProbeAddress
