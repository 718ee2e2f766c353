// Linked lists. The bodies are real, because what a driver puts into a list in
// one routine it takes out in another.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "types.h"

#define RTL_STATIC_LIST_HEAD(Name) LIST_ENTRY Name = { &Name, &Name }

MODEL_INLINE VOID InitializeListHead(PLIST_ENTRY Head)
{
    Head->Flink = Head;
    Head->Blink = Head;
}

MODEL_INLINE BOOLEAN IsListEmpty(const LIST_ENTRY *Head)
{
    return (BOOLEAN)(Head->Flink == Head);
}

MODEL_INLINE BOOLEAN RemoveEntryList(PLIST_ENTRY Entry)
{
    PLIST_ENTRY Next = Entry->Flink;
    PLIST_ENTRY Previous = Entry->Blink;

    Previous->Flink = Next;
    Next->Blink = Previous;
    return (BOOLEAN)(Next == Previous);
}

MODEL_INLINE PLIST_ENTRY RemoveHeadList(PLIST_ENTRY Head)
{
    PLIST_ENTRY Entry = Head->Flink;

    Head->Flink = Entry->Flink;
    Entry->Flink->Blink = Head;
    return Entry;
}

MODEL_INLINE PLIST_ENTRY RemoveTailList(PLIST_ENTRY Head)
{
    PLIST_ENTRY Entry = Head->Blink;

    Head->Blink = Entry->Blink;
    Entry->Blink->Flink = Head;
    return Entry;
}

MODEL_INLINE VOID InsertTailList(PLIST_ENTRY Head, PLIST_ENTRY Entry)
{
    PLIST_ENTRY Last = Head->Blink;

    Entry->Flink = Head;
    Entry->Blink = Last;
    Last->Flink = Entry;
    Head->Blink = Entry;
}

MODEL_INLINE VOID InsertHeadList(PLIST_ENTRY Head, PLIST_ENTRY Entry)
{
    PLIST_ENTRY First = Head->Flink;

    Entry->Flink = First;
    Entry->Blink = Head;
    First->Blink = Entry;
    Head->Flink = Entry;
}

MODEL_INLINE VOID AppendTailList(PLIST_ENTRY Head, PLIST_ENTRY Others)
{
    PLIST_ENTRY Last = Head->Blink;

    Head->Blink->Flink = Others;
    Head->Blink = Others->Blink;
    Others->Blink->Flink = Head;
    Others->Blink = Last;
}

MODEL_INLINE PSINGLE_LIST_ENTRY PopEntryList(PSINGLE_LIST_ENTRY Head)
{
    PSINGLE_LIST_ENTRY First = Head->Next;

    if (First != NULL)
        Head->Next = First->Next;
    return First;
}

MODEL_INLINE VOID PushEntryList(PSINGLE_LIST_ENTRY Head,
                               PSINGLE_LIST_ENTRY Entry)
{
    Entry->Next = Head->Next;
    Head->Next = Entry;
}

typedef union DECLSPEC_ALIGN(16) _SLIST_HEADER {
    struct {
        ULONGLONG Alignment;
        ULONGLONG Region;
    };
} SLIST_HEADER, *PSLIST_HEADER;

typedef struct DECLSPEC_ALIGN(16) _SLIST_ENTRY {
    struct _SLIST_ENTRY *Next;
} SLIST_ENTRY, *PSLIST_ENTRY;

EXTERN_C_START
VOID InitializeSListHead(PSLIST_HEADER Head);
PSLIST_ENTRY ExInterlockedPushEntrySList(PSLIST_HEADER Head,
                                         PSLIST_ENTRY Entry, PVOID Lock);
PSLIST_ENTRY ExInterlockedPopEntrySList(PSLIST_HEADER Head, PVOID Lock);
PSLIST_ENTRY InterlockedPushEntrySList(PSLIST_HEADER Head, PSLIST_ENTRY Entry);
PSLIST_ENTRY InterlockedPopEntrySList(PSLIST_HEADER Head);
PSLIST_ENTRY InterlockedFlushSList(PSLIST_HEADER Head);
PSLIST_ENTRY ExInterlockedFlushSList(PSLIST_HEADER Head);
USHORT QueryDepthSList(PSLIST_HEADER Head);
USHORT ExQueryDepthSList(PSLIST_HEADER Head);
VOID ExInitializeSListHead(PSLIST_HEADER Head);
EXTERN_C_END
