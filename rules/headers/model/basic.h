// The names Windows gives to numbers, pointers, text, lists and identifiers.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "compiler.h"
#include "guid.h"
#include "size.h"

#ifndef VOID
#define VOID void
#endif
#ifndef CONST
#define CONST const
#endif

typedef char CHAR, CCHAR, *PCCHAR;
typedef signed char SCHAR, INT8;
typedef short SHORT, CSHORT, INT16;
typedef long LONG, HRESULT, LONG32;
typedef int INT, INT32, BOOL;
typedef long long LONGLONG, LONG64, INT64;
typedef __INTPTR_TYPE__ INT_PTR, LONG_PTR, SSIZE_T;
typedef LONGLONG USN;
typedef unsigned char UCHAR, BYTE, BOOLEAN, FCHAR, UINT8;
typedef unsigned short USHORT, WORD, LANGID, LOGICAL16, UINT16;
typedef unsigned long ULONG, DWORD, LCID, ULONG32, DWORD32, CLONG, LOGICAL;
typedef unsigned int UINT, UINT32;
typedef unsigned long long ULONGLONG, ULONG64, DWORD64, UINT64, DWORDLONG;
typedef __UINTPTR_TYPE__ UINT_PTR, ULONG_PTR, DWORD_PTR, SIZE_T, KAFFINITY;
typedef int HALF_PTR;
typedef unsigned int UHALF_PTR;
typedef float FLOAT;
typedef double DOUBLE;
typedef wchar_t WCHAR;

typedef void *PVOID, *LPVOID, *HANDLE, *PVOID64;
typedef const void *PCVOID, *LPCVOID;
typedef CHAR *PCHAR, *PSZ, *PSTR, *LPSTR, *NPSTR, *LPCH, *PCH, *PNZCH;
typedef const CHAR *PCSTR, *LPCSTR, *PCSZ, *LPCCH, *PCCH, *PCNZCH;
typedef SCHAR *PSCHAR;
typedef SHORT *PSHORT;
typedef LONG *PLONG, *PLONG32;
typedef INT *PINT, *LPINT, *PINT32;
typedef BOOL *PBOOL, *LPBOOL;
typedef LONGLONG *PLONGLONG, *PLONG64, *PINT64;
typedef INT_PTR *PINT_PTR;
typedef LONG_PTR *PLONG_PTR;
typedef SSIZE_T *PSSIZE_T;
typedef UCHAR *PUCHAR, *PBYTE, *LPBYTE, *PUINT8;
typedef const UCHAR *PCUCHAR;
typedef BOOLEAN *PBOOLEAN;
typedef LOGICAL *PLOGICAL;
typedef USHORT *PUSHORT, *PWORD, *LPWORD, *PUINT16;
typedef ULONG *PULONG, *PDWORD, *LPDWORD, *PULONG32, *PCLONG, *PLCID;
typedef UINT *PUINT, *PUINT32;
typedef ULONGLONG *PULONGLONG, *PULONG64, *PDWORD64, *PUINT64, *PDWORDLONG;
typedef ULONG_PTR *PULONG_PTR;
typedef UINT_PTR *PUINT_PTR;
typedef SIZE_T *PSIZE_T;
typedef KAFFINITY *PKAFFINITY;
typedef WCHAR *PWCHAR, *PWCH, *LPWCH, *PWSTR, *LPWSTR, *NWPSTR, *PNZWCH;
typedef const WCHAR *PCWSTR, *LPCWSTR, *PCWCH, *LPCWCH, *PCNZWCH, *PCUNZWCH;
typedef const WCHAR *PCWCHAR;
typedef const WCHAR *LPCUWSTR, *PCUWSTR;
typedef PWSTR *PZPWSTR;
typedef WCHAR *PZZWSTR;
typedef const WCHAR *PCZZWSTR;
typedef HANDLE *PHANDLE, *LPHANDLE;
typedef CCHAR KPROCESSOR_MODE;
typedef UCHAR KIRQL, *PKIRQL;
typedef LONG KPRIORITY;
typedef LONG NTSTATUS, *PNTSTATUS;
typedef ULONG ACCESS_MASK, *PACCESS_MASK;
typedef ULONG DEVICE_TYPE;
#ifdef UNICODE
typedef WCHAR TCHAR;
#else
typedef CHAR TCHAR;
#endif
typedef TCHAR *PTCHAR, *LPTSTR, *PTSTR;
typedef const TCHAR *LPCTSTR, *PCTSTR;

#define DECLARE_HANDLE(Name)   \
    struct Name##__ {          \
        int unused;            \
    };                         \
    typedef struct Name##__ *Name

typedef union _LARGE_INTEGER {
    struct {
        ULONG LowPart;
        LONG HighPart;
    };
    struct {
        ULONG LowPart;
        LONG HighPart;
    } u;
    LONGLONG QuadPart;
} LARGE_INTEGER, *PLARGE_INTEGER;

typedef union _ULARGE_INTEGER {
    struct {
        ULONG LowPart;
        ULONG HighPart;
    };
    struct {
        ULONG LowPart;
        ULONG HighPart;
    } u;
    ULONGLONG QuadPart;
} ULARGE_INTEGER, *PULARGE_INTEGER;

typedef LARGE_INTEGER PHYSICAL_ADDRESS, *PPHYSICAL_ADDRESS;

typedef struct _LUID {
    ULONG LowPart;
    LONG HighPart;
} LUID, *PLUID;

typedef struct _UNICODE_STRING {
    USHORT Length;
    USHORT MaximumLength;
    PWCH Buffer;
} UNICODE_STRING, *PUNICODE_STRING;
typedef const UNICODE_STRING *PCUNICODE_STRING;

typedef struct _STRING {
    USHORT Length;
    USHORT MaximumLength;
    PCHAR Buffer;
} STRING, *PSTRING, ANSI_STRING, *PANSI_STRING, OEM_STRING, *POEM_STRING,
    UTF8_STRING, *PUTF8_STRING, CANSI_STRING;
typedef const STRING *PCANSI_STRING, *PCSTRING, *PCOEM_STRING;

typedef struct _LIST_ENTRY {
    struct _LIST_ENTRY *Flink;
    struct _LIST_ENTRY *Blink;
} LIST_ENTRY, *PLIST_ENTRY, *PRLIST_ENTRY;
typedef const LIST_ENTRY *PCLIST_ENTRY;

typedef struct _SINGLE_LIST_ENTRY {
    struct _SINGLE_LIST_ENTRY *Next;
} SINGLE_LIST_ENTRY, *PSINGLE_LIST_ENTRY;

typedef struct _OBJECT_ATTRIBUTES {
    ULONG Length;
    HANDLE RootDirectory;
    PUNICODE_STRING ObjectName;
    ULONG Attributes;
    PVOID SecurityDescriptor;
    PVOID SecurityQualityOfService;
} OBJECT_ATTRIBUTES, *POBJECT_ATTRIBUTES;
typedef const OBJECT_ATTRIBUTES *PCOBJECT_ATTRIBUTES;

typedef struct _CLIENT_ID {
    HANDLE UniqueProcess;
    HANDLE UniqueThread;
} CLIENT_ID, *PCLIENT_ID;

typedef struct _PROCESSOR_NUMBER {
    USHORT Group;
    UCHAR Number;
    UCHAR Reserved;
} PROCESSOR_NUMBER, *PPROCESSOR_NUMBER;

typedef struct _GROUP_AFFINITY {
    KAFFINITY Mask;
    USHORT Group;
    USHORT Reserved[3];
} GROUP_AFFINITY, *PGROUP_AFFINITY;

typedef enum _EVENT_TYPE {
    NotificationEvent,
    SynchronizationEvent
} EVENT_TYPE;

typedef enum _TIMER_TYPE {
    NotificationTimer,
    SynchronizationTimer
} TIMER_TYPE;

typedef enum _WAIT_TYPE {
    WaitAll,
    WaitAny,
    WaitNotification,
    WaitDequeue,
    WaitDpc
} WAIT_TYPE;

typedef enum _MODE { KernelMode, UserMode, MaximumMode } MODE;
