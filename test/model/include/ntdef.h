/* ntdef.h - the basic types and status values, for running drivers natively.
 *
 * Sizes are those of 64-bit Windows (a ULONG has 32 bits), so a driver source
 * behaves here as it does there. Only what the model's programs use is given.
 *
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 */
#ifndef MODEL_NTDEF_H
#define MODEL_NTDEF_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#ifdef __cplusplus
#define EXTERN_C       extern "C"
#define EXTERN_C_START extern "C" {
#define EXTERN_C_END   }
#else
#define EXTERN_C       extern
#define EXTERN_C_START
#define EXTERN_C_END
#endif

#define VOID   void
#define CONST  const
#define TRUE   1
#define FALSE  0
#define NTAPI
#define FORCEINLINE static inline

typedef char CHAR, *PCHAR, *PSTR;
typedef const char *PCSTR;
typedef unsigned char UCHAR, *PUCHAR, BOOLEAN, *PBOOLEAN, KIRQL, *PKIRQL;
typedef short SHORT;
typedef unsigned short USHORT, *PUSHORT;
#ifdef __cplusplus
typedef wchar_t WCHAR, *PWCHAR, *PWSTR;
#else
typedef unsigned short WCHAR, *PWCHAR, *PWSTR;
#endif
typedef const WCHAR *PCWSTR;
typedef int INT, LONG, *PLONG, BOOL;
typedef unsigned int UINT, ULONG, *PULONG, DWORD, UINT32, ULONG32;
typedef unsigned char BYTE, UINT8, *PBYTE;
typedef unsigned short UINT16;
typedef int INT32, LONG32;
typedef long long LONGLONG, LONG64, INT64;
typedef unsigned long long ULONGLONG, ULONG64, UINT64;
typedef unsigned long long SIZE_T, *PSIZE_T, ULONG_PTR, *PULONG_PTR, UINT_PTR;
typedef long long LONG_PTR, INT_PTR, SSIZE_T;
typedef void *PVOID, *HANDLE, **PHANDLE;
typedef const void *PCVOID;
typedef LONG NTSTATUS, *PNTSTATUS;
typedef char CCHAR;

typedef struct _GUID {
    ULONG Data1;
    USHORT Data2;
    USHORT Data3;
    UCHAR Data4[8];
} GUID;

typedef struct _UNICODE_STRING {
    USHORT Length;
    USHORT MaximumLength;
    PWSTR Buffer;
} UNICODE_STRING, *PUNICODE_STRING;
typedef const UNICODE_STRING *PCUNICODE_STRING;

typedef union _LARGE_INTEGER {
    struct {
        ULONG LowPart;
        LONG HighPart;
    } u;
    LONGLONG QuadPart;
} LARGE_INTEGER, *PLARGE_INTEGER;

typedef struct _LIST_ENTRY {
    struct _LIST_ENTRY *Flink;
    struct _LIST_ENTRY *Blink;
} LIST_ENTRY, *PLIST_ENTRY;

#define NT_SUCCESS(Status)     (((NTSTATUS)(Status)) >= 0)
#define NT_INFORMATION(Status) ((((ULONG)(Status)) >> 30) == 1)
#define NT_WARNING(Status)     ((((ULONG)(Status)) >> 30) == 2)
#define NT_ERROR(Status)       ((((ULONG)(Status)) >> 30) == 3)

#define STATUS_SUCCESS                ((NTSTATUS)0x00000000)
#define STATUS_TIMEOUT                ((NTSTATUS)0x00000102)
#define STATUS_PENDING                ((NTSTATUS)0x00000103)
#define STATUS_UNSUCCESSFUL           ((NTSTATUS)0xC0000001)
#define STATUS_NOT_IMPLEMENTED        ((NTSTATUS)0xC0000002)
#define STATUS_INVALID_HANDLE         ((NTSTATUS)0xC0000008)
#define STATUS_INVALID_PARAMETER      ((NTSTATUS)0xC000000D)
#define STATUS_NO_SUCH_DEVICE         ((NTSTATUS)0xC000000E)
#define STATUS_INVALID_DEVICE_REQUEST ((NTSTATUS)0xC0000010)
#define STATUS_NO_MEMORY              ((NTSTATUS)0xC0000017)
#define STATUS_BUFFER_TOO_SMALL       ((NTSTATUS)0xC0000023)
#define STATUS_INSUFFICIENT_RESOURCES ((NTSTATUS)0xC000009A)
#define STATUS_DEVICE_NOT_READY       ((NTSTATUS)0xC00000A3)
#define STATUS_NOT_SUPPORTED          ((NTSTATUS)0xC00000BB)
#define STATUS_INTERNAL_ERROR         ((NTSTATUS)0xC00000E5)
#define STATUS_CANCELLED              ((NTSTATUS)0xC0000120)
#define STATUS_INVALID_DEVICE_STATE   ((NTSTATUS)0xC0000184)
#define STATUS_NOT_FOUND              ((NTSTATUS)0xC0000225)
#define STATUS_NOINTERFACE            ((NTSTATUS)0xC00002B9)
#define STATUS_FAILED_DRIVER_ENTRY    ((NTSTATUS)0xC0000365)
#define STATUS_ALREADY_REGISTERED     ((NTSTATUS)0xC0000718)

#define CONTAINING_RECORD(Address, Type, Field) \
    ((Type *)((char *)(Address) - offsetof(Type, Field)))
#define FIELD_OFFSET(Type, Field)   ((LONG)offsetof(Type, Field))
#define RTL_NUMBER_OF(Array)        (sizeof(Array) / sizeof((Array)[0]))
#define ARRAYSIZE(Array)            RTL_NUMBER_OF(Array)
#define UNREFERENCED_PARAMETER(Name) ((void)(Name))
#define DBG_UNREFERENCED_LOCAL_VARIABLE(Name) ((void)(Name))
#define min(A, B)                   (((A) < (B)) ? (A) : (B))
#define max(A, B)                   (((A) > (B)) ? (A) : (B))

#define RtlZeroMemory(To, Size)           memset((To), 0, (size_t)(Size))
#define RtlFillMemory(To, Size, Byte)     memset((To), (Byte), (size_t)(Size))
#define RtlCopyMemory(To, From, Size)     memcpy((To), (From), (size_t)(Size))
#define RtlMoveMemory(To, From, Size)     memmove((To), (From), (size_t)(Size))

/* Annotations say nothing when the program is run. */
#define IN
#define OUT
#define OPTIONAL
#define _In_
#define _In_opt_
#define _Out_
#define _Out_opt_
#define _Inout_
#define _Inout_opt_
#define _Outptr_
#define _Use_decl_annotations_
#define _Function_class_(Name)
#define _IRQL_requires_(Irql)
#define _IRQL_requires_max_(Irql)
#define _IRQL_requires_same_
#define _Must_inspect_result_
#define _When_(Condition, Annotation)
#define _Success_(Condition)
#define _Analysis_assume_(Condition) ((void)0)

#endif
