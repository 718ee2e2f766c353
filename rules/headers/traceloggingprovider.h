// Trace logging. What is logged does not change what a driver does, so writing
// vanishes with its fields; registering a provider does not.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "evntprov.h"

struct _tlgProvider_t {
    ULONG Level;
    ULONGLONG Keywords;
};
typedef struct _tlgProvider_t const *TraceLoggingHProvider;
typedef NTSTATUS TLG_STATUS;
typedef ETWENABLECALLBACK *TLG_PENABLECALLBACK;

#define TRACELOGGING_DECLARE_PROVIDER(Provider) \
    EXTERN_C const TraceLoggingHProvider Provider
#define TRACELOGGING_DEFINE_PROVIDER(Provider, ...)               \
    static struct _tlgProvider_t Provider##_storage;              \
    EXTERN_C const TraceLoggingHProvider Provider;                \
    const TraceLoggingHProvider Provider = &Provider##_storage
#define TRACELOGGING_DEFINE_PROVIDER_STORAGE(Storage, ...) \
    static struct _tlgProvider_t Storage

EXTERN_C_START
TLG_STATUS TraceLoggingRegister(TraceLoggingHProvider Provider);
TLG_STATUS TraceLoggingRegisterEx(TraceLoggingHProvider Provider,
                                TLG_PENABLECALLBACK Callback, PVOID Context);
VOID TraceLoggingUnregister(TraceLoggingHProvider Provider);
BOOLEAN TraceLoggingProviderEnabled(TraceLoggingHProvider Provider,
                                    UCHAR Level, ULONGLONG Keyword);
EXTERN_C_END

#define TraceLoggingWrite(Provider, ...)         ((void)0)
#define TraceLoggingWriteActivity(Provider, ...) ((void)0)
#define TraceLoggingWriteStart(Activity, ...)    ((void)0)
#define TraceLoggingWriteStop(Activity, ...)     ((void)0)
#define TraceLoggingWriteTagged(Activity, ...)   ((void)0)
#define TraceLoggingProviderId(Provider)         (*(const GUID *)(Provider))
#define TraceLoggingOptionGroup(...)
#define TraceLoggingOptionMicrosoftTelemetry()
