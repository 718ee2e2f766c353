// Events and those who write them.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "model/status.h"

typedef struct _EVENT_DESCRIPTOR {
    USHORT Id;
    UCHAR Version;
    UCHAR Channel;
    UCHAR Level;
    UCHAR Opcode;
    USHORT Task;
    ULONGLONG Keyword;
} EVENT_DESCRIPTOR, *PEVENT_DESCRIPTOR;
typedef const EVENT_DESCRIPTOR *PCEVENT_DESCRIPTOR;
typedef struct _EVENT_DATA_DESCRIPTOR {
    ULONGLONG Ptr;
    ULONG Size;
    ULONG Reserved;
} EVENT_DATA_DESCRIPTOR, *PEVENT_DATA_DESCRIPTOR;
typedef struct _EVENT_FILTER_DESCRIPTOR {
    ULONGLONG Ptr;
    ULONG Size;
    ULONG Type;
} EVENT_FILTER_DESCRIPTOR, *PEVENT_FILTER_DESCRIPTOR;
typedef ULONGLONG REGHANDLE, *PREGHANDLE;
typedef enum _EVENT_INFO_CLASS {
    EventProviderBinaryTrackInfo,
    EventProviderSetReserved1,
    EventProviderSetTraits,
    EventProviderUseDescriptorType
} EVENT_INFO_CLASS;
typedef VOID ETWENABLECALLBACK(LPCGUID Source, ULONG Control, UCHAR Level,
                               ULONGLONG Any, ULONGLONG All,
                               PEVENT_FILTER_DESCRIPTOR Filter, PVOID Context);
typedef ETWENABLECALLBACK *PETWENABLECALLBACK;

EXTERN_C_START
NTSTATUS EtwRegister(LPCGUID Provider, PETWENABLECALLBACK Callback,
                     PVOID Context, PREGHANDLE Handle);
NTSTATUS EtwUnregister(REGHANDLE Handle);
NTSTATUS EtwWrite(REGHANDLE Handle, PCEVENT_DESCRIPTOR Event, LPCGUID Activity,
                  ULONG Count, PEVENT_DATA_DESCRIPTOR Data);
NTSTATUS EtwWriteEx(REGHANDLE Handle, PCEVENT_DESCRIPTOR Event,
                    ULONG64 Filter, ULONG Flags, LPCGUID Activity,
                    LPCGUID Related, ULONG Count, PEVENT_DATA_DESCRIPTOR Data);
NTSTATUS EtwWriteTransfer(REGHANDLE Handle, PCEVENT_DESCRIPTOR Event,
                          LPCGUID Activity, LPCGUID Related, ULONG Count,
                          PEVENT_DATA_DESCRIPTOR Data);
NTSTATUS EtwWriteString(REGHANDLE Handle, UCHAR Level, ULONGLONG Keyword,
                        LPCGUID Activity, PCWSTR Text);
BOOLEAN EtwEventEnabled(REGHANDLE Handle, PCEVENT_DESCRIPTOR Event);
BOOLEAN EtwProviderEnabled(REGHANDLE Handle, UCHAR Level, ULONGLONG Keyword);
NTSTATUS EtwActivityIdControl(ULONG Code, LPGUID Activity);
NTSTATUS EtwSetInformation(REGHANDLE Handle, EVENT_INFO_CLASS Class,
                           PVOID Value, ULONG Length);
EXTERN_C_END

MODEL_INLINE VOID EventDataDescCreate(PEVENT_DATA_DESCRIPTOR Descriptor,
                                     const VOID *Data, ULONG Size)
{
    Descriptor->Ptr = (ULONGLONG)(ULONG_PTR)Data;
    Descriptor->Size = Size;
    Descriptor->Reserved = 0;
}

MODEL_INLINE VOID EventDescZero(PEVENT_DESCRIPTOR Descriptor)
{
    EVENT_DESCRIPTOR Zero = { 0 };

    *Descriptor = Zero;
}
#define EVENT_ACTIVITY_CTRL_GET_ID        1
#define EVENT_ACTIVITY_CTRL_SET_ID        2
#define EVENT_ACTIVITY_CTRL_CREATE_ID     3
#define EVENT_ACTIVITY_CTRL_CREATE_SET_ID 5
#define EVENT_CONTROL_CODE_DISABLE_PROVIDER 0
#define EVENT_CONTROL_CODE_ENABLE_PROVIDER  1
#define EVENT_CONTROL_CODE_CAPTURE_STATE    2
