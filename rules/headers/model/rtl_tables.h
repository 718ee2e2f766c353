// Bit maps, splay and balanced trees, hash tables.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "list.h"
#include "status.h"

typedef struct _RTL_BITMAP {
    ULONG SizeOfBitMap;
    PULONG Buffer;
} RTL_BITMAP, *PRTL_BITMAP;

typedef struct _RTL_SPLAY_LINKS {
    struct _RTL_SPLAY_LINKS *Parent;
    struct _RTL_SPLAY_LINKS *LeftChild;
    struct _RTL_SPLAY_LINKS *RightChild;
} RTL_SPLAY_LINKS, *PRTL_SPLAY_LINKS;

typedef struct _RTL_BALANCED_NODE {
    union {
        struct _RTL_BALANCED_NODE *Children[2];
        struct {
            struct _RTL_BALANCED_NODE *Left;
            struct _RTL_BALANCED_NODE *Right;
        };
    };
    ULONG_PTR ParentValue;
} RTL_BALANCED_NODE, *PRTL_BALANCED_NODE;
typedef struct _RTL_RB_TREE {
    PRTL_BALANCED_NODE Root;
    PRTL_BALANCED_NODE Min;
} RTL_RB_TREE, *PRTL_RB_TREE;

typedef struct _RTL_BALANCED_LINKS {
    struct _RTL_BALANCED_LINKS *Parent;
    struct _RTL_BALANCED_LINKS *LeftChild;
    struct _RTL_BALANCED_LINKS *RightChild;
    CHAR Balance;
    UCHAR Reserved[3];
} RTL_BALANCED_LINKS, *PRTL_BALANCED_LINKS;

typedef enum _RTL_GENERIC_COMPARE_RESULTS {
    GenericLessThan,
    GenericGreaterThan,
    GenericEqual
} RTL_GENERIC_COMPARE_RESULTS;

typedef enum _TABLE_SEARCH_RESULT {
    TableEmptyTree,
    TableFoundNode,
    TableInsertAsLeft,
    TableInsertAsRight
} TABLE_SEARCH_RESULT;

struct _RTL_AVL_TABLE;
typedef RTL_GENERIC_COMPARE_RESULTS
RTL_AVL_COMPARE_ROUTINE(struct _RTL_AVL_TABLE *Table, PVOID First,
                        PVOID Second);
typedef RTL_AVL_COMPARE_ROUTINE *PRTL_AVL_COMPARE_ROUTINE;
typedef PVOID RTL_AVL_ALLOCATE_ROUTINE(struct _RTL_AVL_TABLE *Table,
                                       CLONG Size);
typedef RTL_AVL_ALLOCATE_ROUTINE *PRTL_AVL_ALLOCATE_ROUTINE;
typedef VOID RTL_AVL_FREE_ROUTINE(struct _RTL_AVL_TABLE *Table, PVOID Buffer);
typedef RTL_AVL_FREE_ROUTINE *PRTL_AVL_FREE_ROUTINE;
typedef NTSTATUS RTL_AVL_MATCH_FUNCTION(struct _RTL_AVL_TABLE *Table,
                                        PVOID UserData, PVOID MatchData);
typedef RTL_AVL_MATCH_FUNCTION *PRTL_AVL_MATCH_FUNCTION;

typedef struct _RTL_AVL_TABLE {
    RTL_BALANCED_LINKS BalancedRoot;
    PVOID OrderedPointer;
    ULONG WhichOrderedElement;
    ULONG NumberGenericTableElements;
    ULONG DepthOfTree;
    PRTL_BALANCED_LINKS RestartKey;
    ULONG DeleteCount;
    PRTL_AVL_COMPARE_ROUTINE CompareRoutine;
    PRTL_AVL_ALLOCATE_ROUTINE AllocateRoutine;
    PRTL_AVL_FREE_ROUTINE FreeRoutine;
    PVOID TableContext;
} RTL_AVL_TABLE, *PRTL_AVL_TABLE;

struct _RTL_GENERIC_TABLE;
typedef RTL_GENERIC_COMPARE_RESULTS
RTL_GENERIC_COMPARE_ROUTINE(struct _RTL_GENERIC_TABLE *Table, PVOID First,
                            PVOID Second);
typedef RTL_GENERIC_COMPARE_ROUTINE *PRTL_GENERIC_COMPARE_ROUTINE;
typedef PVOID RTL_GENERIC_ALLOCATE_ROUTINE(struct _RTL_GENERIC_TABLE *Table,
                                           CLONG Size);
typedef RTL_GENERIC_ALLOCATE_ROUTINE *PRTL_GENERIC_ALLOCATE_ROUTINE;
typedef VOID RTL_GENERIC_FREE_ROUTINE(struct _RTL_GENERIC_TABLE *Table,
                                      PVOID Buffer);
typedef RTL_GENERIC_FREE_ROUTINE *PRTL_GENERIC_FREE_ROUTINE;

typedef struct _RTL_GENERIC_TABLE {
    PRTL_SPLAY_LINKS TableRoot;
    LIST_ENTRY InsertOrderList;
    PLIST_ENTRY OrderedPointer;
    ULONG WhichOrderedElement;
    ULONG NumberGenericTableElements;
    PRTL_GENERIC_COMPARE_ROUTINE CompareRoutine;
    PRTL_GENERIC_ALLOCATE_ROUTINE AllocateRoutine;
    PRTL_GENERIC_FREE_ROUTINE FreeRoutine;
    PVOID TableContext;
} RTL_GENERIC_TABLE, *PRTL_GENERIC_TABLE;

typedef struct _RTL_DYNAMIC_HASH_TABLE_ENTRY {
    LIST_ENTRY Linkage;
    ULONG_PTR Signature;
} RTL_DYNAMIC_HASH_TABLE_ENTRY, *PRTL_DYNAMIC_HASH_TABLE_ENTRY;
typedef struct _RTL_DYNAMIC_HASH_TABLE_CONTEXT {
    PLIST_ENTRY ChainHead;
    PLIST_ENTRY PrevLinkage;
    ULONG_PTR Signature;
} RTL_DYNAMIC_HASH_TABLE_CONTEXT, *PRTL_DYNAMIC_HASH_TABLE_CONTEXT;
typedef struct _RTL_DYNAMIC_HASH_TABLE_ENUMERATOR {
    union {
        RTL_DYNAMIC_HASH_TABLE_ENTRY HashEntry;
        PLIST_ENTRY CurEntry;
    };
    PLIST_ENTRY ChainHead;
    ULONG BucketIndex;
} RTL_DYNAMIC_HASH_TABLE_ENUMERATOR, *PRTL_DYNAMIC_HASH_TABLE_ENUMERATOR;
typedef struct _RTL_DYNAMIC_HASH_TABLE {
    ULONG Flags;
    ULONG Shift;
    ULONG TableSize;
    ULONG Pivot;
    ULONG DivisorMask;
    ULONG NumEntries;
    ULONG NonEmptyBuckets;
    ULONG NumEnumerators;
    PVOID Directory;
} RTL_DYNAMIC_HASH_TABLE, *PRTL_DYNAMIC_HASH_TABLE;

EXTERN_C_START
VOID RtlInitializeBitMap(PRTL_BITMAP Map, PULONG Buffer, ULONG Size);
VOID RtlClearAllBits(PRTL_BITMAP Map);
VOID RtlSetAllBits(PRTL_BITMAP Map);
VOID RtlClearBit(PRTL_BITMAP Map, ULONG Number);
VOID RtlSetBit(PRTL_BITMAP Map, ULONG Number);
BOOLEAN RtlTestBit(PRTL_BITMAP Map, ULONG Number);
BOOLEAN RtlCheckBit(PRTL_BITMAP Map, ULONG Number);
VOID RtlClearBits(PRTL_BITMAP Map, ULONG Start, ULONG Count);
VOID RtlSetBits(PRTL_BITMAP Map, ULONG Start, ULONG Count);
VOID RtlInterlockedClearBits(PRTL_BITMAP Map, ULONG Start, ULONG Count);
VOID RtlInterlockedSetBits(PRTL_BITMAP Map, ULONG Start, ULONG Count);
BOOLEAN RtlAreBitsClear(PRTL_BITMAP Map, ULONG Start, ULONG Count);
BOOLEAN RtlAreBitsSet(PRTL_BITMAP Map, ULONG Start, ULONG Count);
ULONG RtlFindClearBits(PRTL_BITMAP Map, ULONG Count, ULONG Hint);
ULONG RtlFindSetBits(PRTL_BITMAP Map, ULONG Count, ULONG Hint);
ULONG RtlFindClearBitsAndSet(PRTL_BITMAP Map, ULONG Count, ULONG Hint);
ULONG RtlNumberOfSetBits(PRTL_BITMAP Map);
ULONG RtlNumberOfClearBits(PRTL_BITMAP Map);
ULONG RtlNumberOfSetBitsUlongPtr(ULONG_PTR Value);
CCHAR RtlFindLeastSignificantBit(ULONGLONG Value);
CCHAR RtlFindMostSignificantBit(ULONGLONG Value);

VOID RtlInitializeGenericTableAvl(PRTL_AVL_TABLE Table,
                                  PRTL_AVL_COMPARE_ROUTINE Compare,
                                  PRTL_AVL_ALLOCATE_ROUTINE Allocate,
                                  PRTL_AVL_FREE_ROUTINE Free, PVOID Context);
PVOID RtlInsertElementGenericTableAvl(PRTL_AVL_TABLE Table, PVOID Buffer,
                                      CLONG Size, PBOOLEAN New);
PVOID RtlInsertElementGenericTableFullAvl(PRTL_AVL_TABLE Table, PVOID Buffer,
                                          CLONG Size, PBOOLEAN New,
                                          PVOID Node,
                                          TABLE_SEARCH_RESULT Result);
BOOLEAN RtlDeleteElementGenericTableAvl(PRTL_AVL_TABLE Table, PVOID Buffer);
VOID RtlDeleteElementGenericTableAvlEx(PRTL_AVL_TABLE Table, PVOID Node);
PVOID RtlLookupElementGenericTableAvl(PRTL_AVL_TABLE Table, PVOID Buffer);
PVOID RtlLookupElementGenericTableFullAvl(PRTL_AVL_TABLE Table, PVOID Buffer,
                                          PVOID *Node,
                                          TABLE_SEARCH_RESULT *Result);
PVOID RtlEnumerateGenericTableAvl(PRTL_AVL_TABLE Table, BOOLEAN Restart);
PVOID RtlEnumerateGenericTableWithoutSplayingAvl(PRTL_AVL_TABLE Table,
                                                 PVOID *RestartKey);
PVOID RtlEnumerateGenericTableLikeADirectory(
    PRTL_AVL_TABLE Table, PRTL_AVL_MATCH_FUNCTION Match, PVOID MatchData,
    ULONG NextFlag, PVOID *RestartKey, PULONG DeleteCount, PVOID Buffer);
PVOID RtlGetElementGenericTableAvl(PRTL_AVL_TABLE Table, ULONG Index);
ULONG RtlNumberGenericTableElementsAvl(PRTL_AVL_TABLE Table);
BOOLEAN RtlIsGenericTableEmptyAvl(PRTL_AVL_TABLE Table);
PVOID RtlLookupFirstMatchingElementGenericTableAvl(PRTL_AVL_TABLE Table,
                                                   PVOID Buffer,
                                                   PVOID *RestartKey);

VOID RtlInitializeGenericTable(PRTL_GENERIC_TABLE Table,
                               PRTL_GENERIC_COMPARE_ROUTINE Compare,
                               PRTL_GENERIC_ALLOCATE_ROUTINE Allocate,
                               PRTL_GENERIC_FREE_ROUTINE Free, PVOID Context);
PVOID RtlInsertElementGenericTable(PRTL_GENERIC_TABLE Table, PVOID Buffer,
                                   CLONG Size, PBOOLEAN New);
BOOLEAN RtlDeleteElementGenericTable(PRTL_GENERIC_TABLE Table, PVOID Buffer);
PVOID RtlLookupElementGenericTable(PRTL_GENERIC_TABLE Table, PVOID Buffer);
PVOID RtlEnumerateGenericTable(PRTL_GENERIC_TABLE Table, BOOLEAN Restart);
PVOID RtlEnumerateGenericTableWithoutSplaying(PRTL_GENERIC_TABLE Table,
                                              PVOID *RestartKey);
PVOID RtlGetElementGenericTable(PRTL_GENERIC_TABLE Table, ULONG Index);
ULONG RtlNumberGenericTableElements(PRTL_GENERIC_TABLE Table);
BOOLEAN RtlIsGenericTableEmpty(PRTL_GENERIC_TABLE Table);

BOOLEAN RtlCreateHashTable(PRTL_DYNAMIC_HASH_TABLE *Table, ULONG Shift,
                           ULONG Flags);
VOID RtlDeleteHashTable(PRTL_DYNAMIC_HASH_TABLE Table);
BOOLEAN RtlInsertEntryHashTable(PRTL_DYNAMIC_HASH_TABLE Table,
                                PRTL_DYNAMIC_HASH_TABLE_ENTRY Entry,
                                ULONG_PTR Signature,
                                PRTL_DYNAMIC_HASH_TABLE_CONTEXT Context);
BOOLEAN RtlRemoveEntryHashTable(PRTL_DYNAMIC_HASH_TABLE Table,
                                PRTL_DYNAMIC_HASH_TABLE_ENTRY Entry,
                                PRTL_DYNAMIC_HASH_TABLE_CONTEXT Context);
PRTL_DYNAMIC_HASH_TABLE_ENTRY RtlLookupEntryHashTable(
    PRTL_DYNAMIC_HASH_TABLE Table, ULONG_PTR Signature,
    PRTL_DYNAMIC_HASH_TABLE_CONTEXT Context);
PRTL_DYNAMIC_HASH_TABLE_ENTRY RtlGetNextEntryHashTable(
    PRTL_DYNAMIC_HASH_TABLE Table, PRTL_DYNAMIC_HASH_TABLE_CONTEXT Context);
BOOLEAN RtlInitEnumerationHashTable(PRTL_DYNAMIC_HASH_TABLE Table,
                                    PRTL_DYNAMIC_HASH_TABLE_ENUMERATOR Walk);
PRTL_DYNAMIC_HASH_TABLE_ENTRY RtlEnumerateEntryHashTable(
    PRTL_DYNAMIC_HASH_TABLE Table, PRTL_DYNAMIC_HASH_TABLE_ENUMERATOR Walk);
VOID RtlEndEnumerationHashTable(PRTL_DYNAMIC_HASH_TABLE Table,
                                PRTL_DYNAMIC_HASH_TABLE_ENUMERATOR Walk);
EXTERN_C_END
