// Interlocked operations. What they do is all that matters to an analyzer that
// follows one thread at a time, so each is what its name says in plain C. The
// spellings with an underscore, which are compiler intrinsics and may not be
// given a body, and those that name a memory order are other names for these.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "types.h"

MODEL_INLINE SHORT InterlockedIncrement16(SHORT volatile *Target)
{
    return ++*Target;
}

MODEL_INLINE SHORT InterlockedDecrement16(SHORT volatile *Target)
{
    return --*Target;
}

MODEL_INLINE SHORT InterlockedAnd16(SHORT volatile *Target, SHORT Value)
{
    SHORT Before = *Target;

    *Target &= Value;
    return Before;
}

MODEL_INLINE SHORT InterlockedOr16(SHORT volatile *Target, SHORT Value)
{
    SHORT Before = *Target;

    *Target |= Value;
    return Before;
}

MODEL_INLINE SHORT InterlockedXor16(SHORT volatile *Target, SHORT Value)
{
    SHORT Before = *Target;

    *Target ^= Value;
    return Before;
}

MODEL_INLINE SHORT InterlockedExchange16(SHORT volatile *Target, SHORT Value)
{
    SHORT Before = *Target;

    *Target = Value;
    return Before;
}

MODEL_INLINE SHORT InterlockedCompareExchange16(SHORT volatile *Target,
                                                SHORT Value, SHORT Expected)
{
    SHORT Before = *Target;

    if (Before == Expected)
        *Target = Value;
    return Before;
}

MODEL_INLINE LONG InterlockedIncrement(LONG volatile *Target)
{
    return ++*Target;
}

MODEL_INLINE LONG InterlockedDecrement(LONG volatile *Target)
{
    return --*Target;
}

MODEL_INLINE LONG InterlockedExchangeAdd(LONG volatile *Target, LONG Value)
{
    LONG Before = *Target;

    *Target += Value;
    return Before;
}

MODEL_INLINE LONG InterlockedAnd(LONG volatile *Target, LONG Value)
{
    LONG Before = *Target;

    *Target &= Value;
    return Before;
}

MODEL_INLINE LONG InterlockedOr(LONG volatile *Target, LONG Value)
{
    LONG Before = *Target;

    *Target |= Value;
    return Before;
}

MODEL_INLINE LONG InterlockedXor(LONG volatile *Target, LONG Value)
{
    LONG Before = *Target;

    *Target ^= Value;
    return Before;
}

MODEL_INLINE LONG InterlockedAdd(LONG volatile *Target, LONG Value)
{
    return *Target += Value;
}

MODEL_INLINE LONG InterlockedExchange(LONG volatile *Target, LONG Value)
{
    LONG Before = *Target;

    *Target = Value;
    return Before;
}

MODEL_INLINE LONG InterlockedCompareExchange(LONG volatile *Target, LONG Value,
                                             LONG Expected)
{
    LONG Before = *Target;

    if (Before == Expected)
        *Target = Value;
    return Before;
}

MODEL_INLINE LONG64 InterlockedIncrement64(LONG64 volatile *Target)
{
    return ++*Target;
}

MODEL_INLINE LONG64 InterlockedDecrement64(LONG64 volatile *Target)
{
    return --*Target;
}

MODEL_INLINE LONG64 InterlockedExchangeAdd64(LONG64 volatile *Target,
                                             LONG64 Value)
{
    LONG64 Before = *Target;

    *Target += Value;
    return Before;
}

MODEL_INLINE LONG64 InterlockedAnd64(LONG64 volatile *Target, LONG64 Value)
{
    LONG64 Before = *Target;

    *Target &= Value;
    return Before;
}

MODEL_INLINE LONG64 InterlockedOr64(LONG64 volatile *Target, LONG64 Value)
{
    LONG64 Before = *Target;

    *Target |= Value;
    return Before;
}

MODEL_INLINE LONG64 InterlockedXor64(LONG64 volatile *Target, LONG64 Value)
{
    LONG64 Before = *Target;

    *Target ^= Value;
    return Before;
}

MODEL_INLINE LONG64 InterlockedAdd64(LONG64 volatile *Target, LONG64 Value)
{
    return *Target += Value;
}

MODEL_INLINE LONG64 InterlockedExchange64(LONG64 volatile *Target, LONG64 Value)
{
    LONG64 Before = *Target;

    *Target = Value;
    return Before;
}

MODEL_INLINE LONG64 InterlockedCompareExchange64(LONG64 volatile *Target,
                                                 LONG64 Value, LONG64 Expected)
{
    LONG64 Before = *Target;

    if (Before == Expected)
        *Target = Value;
    return Before;
}

MODEL_INLINE PVOID InterlockedExchangePointer(PVOID volatile *Target,
                                              PVOID Value)
{
    PVOID Before = *Target;

    *Target = Value;
    return Before;
}

MODEL_INLINE PVOID InterlockedCompareExchangePointer(PVOID volatile *Target,
                                                     PVOID Value,
                                                     PVOID Expected)
{
    PVOID Before = *Target;

    if (Before == Expected)
        *Target = Value;
    return Before;
}

MODEL_INLINE CHAR InterlockedExchange8(CHAR volatile *Target, CHAR Value)
{
    CHAR Before = *Target;

    *Target = Value;
    return Before;
}

MODEL_INLINE BOOLEAN InterlockedBitTestAndSet(LONG volatile *Base, LONG Bit)
{
    LONG Mask = (LONG)(1UL << (Bit & 31));
    BOOLEAN Before = (BOOLEAN)((Base[Bit >> 5] & Mask) != 0);

    Base[Bit >> 5] |= Mask;
    return Before;
}

MODEL_INLINE BOOLEAN InterlockedBitTestAndReset(LONG volatile *Base, LONG Bit)
{
    LONG Mask = (LONG)(1UL << (Bit & 31));
    BOOLEAN Before = (BOOLEAN)((Base[Bit >> 5] & Mask) != 0);

    Base[Bit >> 5] &= ~Mask;
    return Before;
}

#define InterlockedIncrementSizeT(Target) \
    InterlockedIncrement64((LONG64 volatile *)(Target))
#define InterlockedDecrementSizeT(Target) \
    InterlockedDecrement64((LONG64 volatile *)(Target))
#define InterlockedExchangeAddSizeT(Target, Value) \
    InterlockedExchangeAdd64((LONG64 volatile *)(Target), (LONG64)(Value))
#define InterlockedAddSizeT(Target, Value) \
    InterlockedAdd64((LONG64 volatile *)(Target), (LONG64)(Value))

#ifdef __cplusplus
MODEL_INLINE ULONG InterlockedIncrement(ULONG volatile *Target)
{
    return ++*Target;
}

MODEL_INLINE ULONG InterlockedDecrement(ULONG volatile *Target)
{
    return --*Target;
}

MODEL_INLINE ULONG InterlockedExchange(ULONG volatile *Target, ULONG Value)
{
    ULONG Before = *Target;

    *Target = Value;
    return Before;
}

MODEL_INLINE ULONG InterlockedCompareExchange(ULONG volatile *Target,
                                              ULONG Value, ULONG Expected)
{
    ULONG Before = *Target;

    if (Before == Expected)
        *Target = Value;
    return Before;
}
#endif

MODEL_INLINE VOID KeMemoryBarrier(VOID)
{
}

#define KeMemoryBarrierWithoutFence()     ((void)0)
#define MemoryBarrier()                   ((void)0)
#define _ReadBarrier()                    ((void)0)
#define _WriteBarrier()                   ((void)0)
#define _ReadWriteBarrier()               ((void)0)
#define YieldProcessor()                  ((void)0)
#define PreFetchCacheLine(Level, Address) ((void)0)
#define PrefetchForWrite(Address)         ((void)0)
#define ReadForWriteAccess(Address)       (*(Address))

#define _InterlockedIncrement16            InterlockedIncrement16
#define _InterlockedDecrement16            InterlockedDecrement16
#define _InterlockedAnd16                  InterlockedAnd16
#define _InterlockedOr16                   InterlockedOr16
#define _InterlockedXor16                  InterlockedXor16
#define _InterlockedExchange16             InterlockedExchange16
#define _InterlockedCompareExchange16      InterlockedCompareExchange16
#define _InterlockedIncrement              InterlockedIncrement
#define _InterlockedDecrement              InterlockedDecrement
#define _InterlockedExchangeAdd            InterlockedExchangeAdd
#define _InterlockedAnd                    InterlockedAnd
#define _InterlockedOr                     InterlockedOr
#define _InterlockedXor                    InterlockedXor
#define _InterlockedAdd                    InterlockedAdd
#define _InterlockedExchange               InterlockedExchange
#define _InterlockedCompareExchange        InterlockedCompareExchange
#define _InterlockedIncrement64            InterlockedIncrement64
#define _InterlockedDecrement64            InterlockedDecrement64
#define _InterlockedExchangeAdd64          InterlockedExchangeAdd64
#define _InterlockedAnd64                  InterlockedAnd64
#define _InterlockedOr64                   InterlockedOr64
#define _InterlockedXor64                  InterlockedXor64
#define _InterlockedAdd64                  InterlockedAdd64
#define _InterlockedExchange64             InterlockedExchange64
#define _InterlockedCompareExchange64      InterlockedCompareExchange64
#define _InterlockedExchangePointer        InterlockedExchangePointer
#define _InterlockedCompareExchangePointer InterlockedCompareExchangePointer
#define _InterlockedExchange8              InterlockedExchange8
#define _interlockedbittestandset          InterlockedBitTestAndSet
#define _interlockedbittestandreset        InterlockedBitTestAndReset

#define InterlockedIncrementAcquire         InterlockedIncrement
#define InterlockedIncrementRelease         InterlockedIncrement
#define InterlockedIncrementNoFence         InterlockedIncrement
#define InterlockedDecrementAcquire         InterlockedDecrement
#define InterlockedDecrementRelease         InterlockedDecrement
#define InterlockedDecrementNoFence         InterlockedDecrement
#define InterlockedExchangeAddAcquire       InterlockedExchangeAdd
#define InterlockedExchangeAddRelease       InterlockedExchangeAdd
#define InterlockedExchangeAddNoFence       InterlockedExchangeAdd
#define InterlockedAndAcquire               InterlockedAnd
#define InterlockedAndRelease               InterlockedAnd
#define InterlockedAndNoFence               InterlockedAnd
#define InterlockedOrAcquire                InterlockedOr
#define InterlockedOrRelease                InterlockedOr
#define InterlockedOrNoFence                InterlockedOr
#define InterlockedXorAcquire               InterlockedXor
#define InterlockedXorRelease               InterlockedXor
#define InterlockedXorNoFence               InterlockedXor
#define InterlockedAddAcquire               InterlockedAdd
#define InterlockedAddRelease               InterlockedAdd
#define InterlockedAddNoFence               InterlockedAdd
#define InterlockedExchangeAcquire          InterlockedExchange
#define InterlockedExchangeRelease          InterlockedExchange
#define InterlockedExchangeNoFence          InterlockedExchange
#define InterlockedCompareExchangeAcquire   InterlockedCompareExchange
#define InterlockedCompareExchangeRelease   InterlockedCompareExchange
#define InterlockedCompareExchangeNoFence   InterlockedCompareExchange
#define InterlockedIncrement64Acquire       InterlockedIncrement64
#define InterlockedIncrement64Release       InterlockedIncrement64
#define InterlockedIncrement64NoFence       InterlockedIncrement64
#define InterlockedDecrement64Acquire       InterlockedDecrement64
#define InterlockedDecrement64Release       InterlockedDecrement64
#define InterlockedDecrement64NoFence       InterlockedDecrement64
#define InterlockedExchangeAdd64Acquire     InterlockedExchangeAdd64
#define InterlockedExchangeAdd64Release     InterlockedExchangeAdd64
#define InterlockedExchangeAdd64NoFence     InterlockedExchangeAdd64
#define InterlockedAnd64Acquire             InterlockedAnd64
#define InterlockedAnd64Release             InterlockedAnd64
#define InterlockedAnd64NoFence             InterlockedAnd64
#define InterlockedOr64Acquire              InterlockedOr64
#define InterlockedOr64Release              InterlockedOr64
#define InterlockedOr64NoFence              InterlockedOr64
#define InterlockedXor64Acquire             InterlockedXor64
#define InterlockedXor64Release             InterlockedXor64
#define InterlockedXor64NoFence             InterlockedXor64
#define InterlockedAdd64Acquire             InterlockedAdd64
#define InterlockedAdd64Release             InterlockedAdd64
#define InterlockedAdd64NoFence             InterlockedAdd64
#define InterlockedExchange64Acquire        InterlockedExchange64
#define InterlockedExchange64Release        InterlockedExchange64
#define InterlockedExchange64NoFence        InterlockedExchange64
#define InterlockedCompareExchange64Acquire InterlockedCompareExchange64
#define InterlockedCompareExchange64Release InterlockedCompareExchange64
#define InterlockedCompareExchange64NoFence InterlockedCompareExchange64
#define InterlockedExchangePointerAcquire   InterlockedExchangePointer
#define InterlockedExchangePointerRelease   InterlockedExchangePointer
#define InterlockedExchangePointerNoFence   InterlockedExchangePointer
#define InterlockedCompareExchangePointerAcquire \
    InterlockedCompareExchangePointer
#define InterlockedCompareExchangePointerRelease \
    InterlockedCompareExchangePointer
#define InterlockedCompareExchangePointerNoFence \
    InterlockedCompareExchangePointer

#define ReadLongAcquire(Source)             (*(Source))
#define ReadULongAcquire(Source)            (*(Source))
#define ReadULong64Acquire(Source)          (*(Source))
#define ReadSizeTAcquire(Source)            (*(Source))
#define ReadULongPtrAcquire(Source)         (*(Source))
#define ReadUShortAcquire(Source)           (*(Source))
#define Read64Acquire(Source)               (*(Source))
#define Read16Acquire(Source)               (*(Source))
#define Read8Acquire(Source)                (*(Source))
#define ReadPointerAcquire(Source)          (*(Source))
#define ReadBooleanAcquire(Source)          (*(Source))
#define ReadLongNoFence(Source)             (*(Source))
#define ReadULongNoFence(Source)            (*(Source))
#define ReadULong64NoFence(Source)          (*(Source))
#define ReadSizeTNoFence(Source)            (*(Source))
#define ReadULongPtrNoFence(Source)         (*(Source))
#define ReadUShortNoFence(Source)           (*(Source))
#define Read64NoFence(Source)               (*(Source))
#define Read16NoFence(Source)               (*(Source))
#define Read8NoFence(Source)                (*(Source))
#define ReadPointerNoFence(Source)          (*(Source))
#define ReadBooleanNoFence(Source)          (*(Source))
#define ReadLongRaw(Source)                 (*(Source))
#define ReadULongRaw(Source)                (*(Source))
#define ReadULong64Raw(Source)              (*(Source))
#define ReadSizeTRaw(Source)                (*(Source))
#define ReadULongPtrRaw(Source)             (*(Source))
#define ReadUShortRaw(Source)               (*(Source))
#define Read64Raw(Source)                   (*(Source))
#define Read16Raw(Source)                   (*(Source))
#define Read8Raw(Source)                    (*(Source))
#define ReadPointerRaw(Source)              (*(Source))
#define ReadBooleanRaw(Source)              (*(Source))
#define WriteLongRelease(Target, Value)     ((void)(*(Target) = (Value)))
#define WriteULongRelease(Target, Value)    ((void)(*(Target) = (Value)))
#define Write64Release(Target, Value)       ((void)(*(Target) = (Value)))
#define WriteULong64Release(Target, Value)  ((void)(*(Target) = (Value)))
#define WriteSizeTRelease(Target, Value)    ((void)(*(Target) = (Value)))
#define Write16Release(Target, Value)       ((void)(*(Target) = (Value)))
#define Write8Release(Target, Value)        ((void)(*(Target) = (Value)))
#define WritePointerRelease(Target, Value)  ((void)(*(Target) = (Value)))
#define WriteBooleanRelease(Target, Value)  ((void)(*(Target) = (Value)))
#define WriteULongPtrRelease(Target, Value) ((void)(*(Target) = (Value)))
#define WriteUShortRelease(Target, Value)   ((void)(*(Target) = (Value)))
#define WriteLongNoFence(Target, Value)     ((void)(*(Target) = (Value)))
#define WriteULongNoFence(Target, Value)    ((void)(*(Target) = (Value)))
#define Write64NoFence(Target, Value)       ((void)(*(Target) = (Value)))
#define WriteULong64NoFence(Target, Value)  ((void)(*(Target) = (Value)))
#define WriteSizeTNoFence(Target, Value)    ((void)(*(Target) = (Value)))
#define Write16NoFence(Target, Value)       ((void)(*(Target) = (Value)))
#define Write8NoFence(Target, Value)        ((void)(*(Target) = (Value)))
#define WritePointerNoFence(Target, Value)  ((void)(*(Target) = (Value)))
#define WriteBooleanNoFence(Target, Value)  ((void)(*(Target) = (Value)))
#define WriteULongPtrNoFence(Target, Value) ((void)(*(Target) = (Value)))
#define WriteUShortNoFence(Target, Value)   ((void)(*(Target) = (Value)))
#define WriteLongRaw(Target, Value)         ((void)(*(Target) = (Value)))
#define WriteULongRaw(Target, Value)        ((void)(*(Target) = (Value)))
#define Write64Raw(Target, Value)           ((void)(*(Target) = (Value)))
#define WriteULong64Raw(Target, Value)      ((void)(*(Target) = (Value)))
#define WriteSizeTRaw(Target, Value)        ((void)(*(Target) = (Value)))
#define Write16Raw(Target, Value)           ((void)(*(Target) = (Value)))
#define Write8Raw(Target, Value)            ((void)(*(Target) = (Value)))
#define WritePointerRaw(Target, Value)      ((void)(*(Target) = (Value)))
#define WriteBooleanRaw(Target, Value)      ((void)(*(Target) = (Value)))
#define WriteULongPtrRaw(Target, Value)     ((void)(*(Target) = (Value)))
#define WriteUShortRaw(Target, Value)       ((void)(*(Target) = (Value)))
