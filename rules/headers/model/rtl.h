// The run-time library: memory, text, numbers, trees, bit maps, registry.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "ex.h"
#include "rtl_text.h"
#include "rtl_tables.h"
#include "../string.h"
#include "../stdarg.h"

#define RtlMoveMemory(To, From, Size)  memmove((To), (From), (Size))
#define RtlCopyMemory(To, From, Size)  memcpy((To), (From), (Size))
#define RtlCopyBytes                   RtlCopyMemory
#define RtlCopyVolatileMemory(To, From, Size) \
    memcpy((void *)(To), (const void *)(From), (Size))
#define RtlCopyMemoryNonTemporal       RtlCopyMemory
#define RtlFillMemory(To, Size, Value) memset((To), (Value), (Size))
#define RtlFillBytes                   RtlFillMemory
#define RtlZeroMemory(To, Size)        memset((To), 0, (Size))
#define RtlZeroBytes                   RtlZeroMemory
#define RtlEqualMemory(Left, Right, Size) (!memcmp((Left), (Right), (Size)))
#define RtlEqualBytes                  RtlEqualMemory
#define MoveMemory                     RtlMoveMemory
#define CopyMemory                     RtlCopyMemory
#define FillMemory                     RtlFillMemory
#define ZeroMemory                     RtlZeroMemory

MODEL_INLINE PVOID RtlSecureZeroMemory(PVOID To, SIZE_T Size)
{
    return memset(To, 0, Size);
}
#define SecureZeroMemory RtlSecureZeroMemory

#define RtlUshortByteSwap(Value)    __builtin_bswap16(Value)
#define RtlUlongByteSwap(Value)     __builtin_bswap32(Value)
#define RtlUlonglongByteSwap(Value) __builtin_bswap64(Value)
#define RtlOffsetToPointer(Base, Offset) ((PCHAR)(((PCHAR)(Base)) + (Offset)))
#define RtlPointerToOffset(Base, Pointer) \
    ((ULONG)(((PCHAR)(Pointer)) - ((PCHAR)(Base))))

typedef struct _OSVERSIONINFOW {
    ULONG dwOSVersionInfoSize;
    ULONG dwMajorVersion;
    ULONG dwMinorVersion;
    ULONG dwBuildNumber;
    ULONG dwPlatformId;
    WCHAR szCSDVersion[128];
} OSVERSIONINFOW, *POSVERSIONINFOW, RTL_OSVERSIONINFOW, *PRTL_OSVERSIONINFOW;
typedef struct _OSVERSIONINFOEXW {
    ULONG dwOSVersionInfoSize;
    ULONG dwMajorVersion;
    ULONG dwMinorVersion;
    ULONG dwBuildNumber;
    ULONG dwPlatformId;
    WCHAR szCSDVersion[128];
    USHORT wServicePackMajor;
    USHORT wServicePackMinor;
    USHORT wSuiteMask;
    UCHAR wProductType;
    UCHAR wReserved;
} OSVERSIONINFOEXW, *POSVERSIONINFOEXW, RTL_OSVERSIONINFOEXW,
    *PRTL_OSVERSIONINFOEXW;
#define VER_MINORVERSION  0x0000001
#define VER_MAJORVERSION  0x0000002
#define VER_BUILDNUMBER   0x0000004
#define VER_NT_WORKSTATION 0x0000001
#define VER_NT_DOMAIN_CONTROLLER 0x0000002
#define VER_NT_SERVER     0x0000003
#define VER_EQUAL         1
#define VER_GREATER       2
#define VER_GREATER_EQUAL 3
#define VER_LESS          4
#define VER_SET_CONDITION(Mask, Type, Condition) \
    ((Mask) = VerSetConditionMask((Mask), (Type), (Condition)))

typedef struct _TIME_FIELDS {
    CSHORT Year;
    CSHORT Month;
    CSHORT Day;
    CSHORT Hour;
    CSHORT Minute;
    CSHORT Second;
    CSHORT Milliseconds;
    CSHORT Weekday;
} TIME_FIELDS, *PTIME_FIELDS;

typedef NTSTATUS RTL_QUERY_REGISTRY_ROUTINE(PWSTR ValueName, ULONG ValueType,
                                            PVOID ValueData, ULONG ValueLength,
                                            PVOID Context, PVOID EntryContext);
typedef RTL_QUERY_REGISTRY_ROUTINE *PRTL_QUERY_REGISTRY_ROUTINE;
typedef struct _RTL_QUERY_REGISTRY_TABLE {
    PRTL_QUERY_REGISTRY_ROUTINE QueryRoutine;
    ULONG Flags;
    PWSTR Name;
    PVOID EntryContext;
    ULONG DefaultType;
    PVOID DefaultData;
    ULONG DefaultLength;
} RTL_QUERY_REGISTRY_TABLE, *PRTL_QUERY_REGISTRY_TABLE;
#define RTL_QUERY_REGISTRY_SUBKEY    0x00000001
#define RTL_QUERY_REGISTRY_TOPKEY    0x00000002
#define RTL_QUERY_REGISTRY_REQUIRED  0x00000004
#define RTL_QUERY_REGISTRY_NOVALUE   0x00000008
#define RTL_QUERY_REGISTRY_NOEXPAND  0x00000010
#define RTL_QUERY_REGISTRY_DIRECT    0x00000020
#define RTL_QUERY_REGISTRY_DELETE    0x00000040
#define RTL_QUERY_REGISTRY_NOSTRING  0x00000080
#define RTL_QUERY_REGISTRY_TYPECHECK 0x00000100
#define RTL_QUERY_REGISTRY_TYPECHECK_SHIFT 24
#define RTL_REGISTRY_ABSOLUTE        0
#define RTL_REGISTRY_SERVICES        1
#define RTL_REGISTRY_CONTROL         2
#define RTL_REGISTRY_WINDOWS_NT      3
#define RTL_REGISTRY_DEVICEMAP       4
#define RTL_REGISTRY_USER            5
#define RTL_REGISTRY_HANDLE          0x40000000
#define RTL_REGISTRY_OPTIONAL        0x80000000

EXTERN_C_START
SIZE_T RtlCompareMemory(const VOID *Left, const VOID *Right, SIZE_T Size);
SIZE_T RtlCompareMemoryUlong(PVOID Source, SIZE_T Size, ULONG Pattern);
VOID RtlPrefetchMemoryNonTemporal(PVOID Source, SIZE_T Size);
BOOLEAN RtlTimeToSecondsSince1970(PLARGE_INTEGER Time, PULONG Seconds);
BOOLEAN RtlTimeToSecondsSince1980(PLARGE_INTEGER Time, PULONG Seconds);
VOID RtlSecondsSince1970ToTime(ULONG Seconds, PLARGE_INTEGER Time);
VOID RtlTimeToTimeFields(PLARGE_INTEGER Time, PTIME_FIELDS Fields);
BOOLEAN RtlTimeFieldsToTime(PTIME_FIELDS Fields, PLARGE_INTEGER Time);
ULONG RtlRandomEx(PULONG Seed);
ULONG RtlRandom(PULONG Seed);
NTSTATUS RtlGetVersion(PRTL_OSVERSIONINFOW Version);
NTSTATUS RtlVerifyVersionInfo(PRTL_OSVERSIONINFOEXW Version, ULONG Mask,
                              ULONGLONG ConditionMask);
ULONGLONG VerSetConditionMask(ULONGLONG Mask, ULONG Type, UCHAR Condition);
BOOLEAN RtlIsNtDdiVersionAvailable(ULONG Version);
BOOLEAN RtlIsServicePackVersionInstalled(ULONG Version);
ULONG RtlNtStatusToDosError(NTSTATUS Status);
ULONG RtlNtStatusToDosErrorNoTeb(NTSTATUS Status);
USHORT RtlCaptureStackBackTrace(ULONG Skip, ULONG Count, PVOID *Trace,
                                PULONG Hash);
ULONG RtlWalkFrameChain(PVOID *Callers, ULONG Count, ULONG Flags);
VOID RtlGetCallersAddress(PVOID *Caller, PVOID *CallersCaller);
VOID RtlAssert(PVOID Failed, PVOID File, ULONG Line, PSTR Message);
LARGE_INTEGER RtlExtendedIntegerMultiply(LARGE_INTEGER Left, LONG Right);
LARGE_INTEGER RtlExtendedLargeIntegerDivide(LARGE_INTEGER Dividend,
                                            ULONG Divisor, PULONG Remainder);
LARGE_INTEGER RtlConvertLongToLargeInteger(LONG Value);

NTSTATUS RtlQueryRegistryValues(ULONG RelativeTo, PCWSTR Path,
                                PRTL_QUERY_REGISTRY_TABLE Table, PVOID Context,
                                PVOID Environment);
NTSTATUS RtlQueryRegistryValuesEx(ULONG RelativeTo, PCWSTR Path,
                                  PRTL_QUERY_REGISTRY_TABLE Table,
                                  PVOID Context, PVOID Environment);
NTSTATUS RtlWriteRegistryValue(ULONG RelativeTo, PCWSTR Path, PCWSTR ValueName,
                               ULONG ValueType, PVOID Data, ULONG Length);
NTSTATUS RtlDeleteRegistryValue(ULONG RelativeTo, PCWSTR Path,
                                PCWSTR ValueName);
NTSTATUS RtlCreateRegistryKey(ULONG RelativeTo, PWSTR Path);
NTSTATUS RtlCheckRegistryKey(ULONG RelativeTo, PWSTR Path);

ULONG DbgPrint(PCSTR Format, ...);
ULONG DbgPrintEx(ULONG ComponentId, ULONG Level, PCSTR Format, ...);
ULONG vDbgPrintEx(ULONG ComponentId, ULONG Level, PCCH Format,
                  va_list Arguments);
ULONG vDbgPrintExWithPrefix(PCCH Prefix, ULONG ComponentId, ULONG Level,
                            PCCH Format, va_list Arguments);
VOID DbgBreakPoint(VOID);
VOID DbgBreakPointWithStatus(ULONG Status);
NTSTATUS KdRefreshDebuggerNotPresent(VOID);
EXTERN_C_END

EXTERN_C PBOOLEAN KdDebuggerEnabled;
EXTERN_C PBOOLEAN KdDebuggerNotPresent;
#define KD_DEBUGGER_ENABLED     (*KdDebuggerEnabled)
#define KD_DEBUGGER_NOT_PRESENT (*KdDebuggerNotPresent)
#define KdPrint(Arguments)
#define KdPrintEx(Arguments)
#define vKdPrintEx(Arguments)

#define DPFLTR_SYSTEM_ID    0
#define DPFLTR_SMSS_ID      1
#define DPFLTR_NETAPI_ID    3
#define DPFLTR_FLTMGR_ID    87
#define DPFLTR_IHVDRIVER_ID 77
#define DPFLTR_IHVVIDEO_ID  78
#define DPFLTR_IHVAUDIO_ID  79
#define DPFLTR_IHVNETWORK_ID 80
#define DPFLTR_IHVSTREAMING_ID 81
#define DPFLTR_IHVBUS_ID    82
#define DPFLTR_DEFAULT_ID   101
#define DPFLTR_ERROR_LEVEL  0
#define DPFLTR_WARNING_LEVEL 1
#define DPFLTR_TRACE_LEVEL  2
#define DPFLTR_INFO_LEVEL   3
#define DPFLTR_MASK         0x80000000
