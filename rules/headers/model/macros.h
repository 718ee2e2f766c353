// Small words that drivers use everywhere: truth values, limits, checks that
// are compiled away in a free build, and pieces of numbers.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "compiler.h"

#ifndef TRUE
#    define TRUE 1
#endif
#ifndef FALSE
#    define FALSE 0
#endif

#ifndef IN
#    define IN
#endif
#ifndef OUT
#    define OUT
#endif
#ifndef OPTIONAL
#    define OPTIONAL
#endif
#define CRITICAL
#define NOTHING
#define FAR
#define NEAR
#define far
#define near
#define PASCAL

#define MINCHAR                  0x80
#define MAXCHAR                  0x7f
#define MINSHORT                 0x8000
#define MAXSHORT                 0x7fff
#define MINLONG                  0x80000000
#define MAXLONG                  0x7fffffff
#define MAXUCHAR                 0xff
#define MAXUSHORT                0xffff
#define MAXULONG                 0xffffffff
#define MAXBYTE                  0xff
#define MAXWORD                  0xffff
#define MAXDWORD                 0xffffffff
#define MAXLONGLONG              0x7fffffffffffffffLL
#define MAXULONGLONG             0xffffffffffffffffULL
#define MAXULONG64               MAXULONGLONG
#define MAXLONG64                MAXLONGLONG
#define MAXUINT64                MAXULONGLONG
#define MAXINT64                 MAXLONGLONG
#define MAXUINT32                0xffffffffU
#define MAXINT32                 0x7fffffff
#define MAXUINT16                0xffff
#define MAXUINT8                 0xff
#define MAXUINT                  0xffffffffU
#define MAXINT                   0x7fffffff
#define MAXSIZE_T                ((SIZE_T) ~(SIZE_T)0)
#define MAXULONG_PTR             ((ULONG_PTR) ~(ULONG_PTR)0)
#define MAXUINT_PTR              ((UINT_PTR) ~(UINT_PTR)0)
#define MAXDWORD64               MAXULONGLONG
#define MAX_PATH                 260
#define UNICODE_NULL             ((WCHAR)0)
#define ANSI_NULL                ((CHAR)0)
#define UNICODE_STRING_MAX_BYTES ((USHORT)65534)
#define UNICODE_STRING_MAX_CHARS 32767

#define INVALID_HANDLE_VALUE ((HANDLE)(LONG_PTR) - 1)

#define UNREFERENCED_PARAMETER(Name)          ((void)(Name))
#define DBG_UNREFERENCED_PARAMETER(Name)      ((void)(Name))
#define DBG_UNREFERENCED_LOCAL_VARIABLE(Name) ((void)(Name))
#define ARGUMENT_PRESENT(Name)                ((CHAR *)(Name) != (CHAR *)NULL)
#define C_ASSERT(Condition) \
    typedef char __C_ASSERT__[(Condition) ? 1 : -1] __attribute__((unused))
#define TEXT(Quoted)         L##Quoted
#define UNICODE_TEXT(Quoted) L##Quoted

#define LOWORD(Value) ((WORD)((DWORD_PTR)(Value) & 0xffff))
#define HIWORD(Value) ((WORD)((DWORD_PTR)(Value) >> 16))
#define LOBYTE(Value) ((BYTE)((DWORD_PTR)(Value) & 0xff))
#define HIBYTE(Value) ((BYTE)((DWORD_PTR)(Value) >> 8))
#define MAKEWORD(Low, High) \
    ((WORD)(((BYTE)(Low)) | ((WORD)((BYTE)(High))) << 8))
#define MAKELONG(Low, High) \
    ((LONG)(((WORD)(Low)) | ((DWORD)((WORD)(High))) << 16))

#define HandleToULong(Value)        ((ULONG)(ULONG_PTR)(Value))
#define HandleToUlong(Value)        HandleToULong(Value)
#define HandleToLong(Value)         ((LONG)(LONG_PTR)(Value))
#define ULongToHandle(Value)        ((HANDLE)(ULONG_PTR)(Value))
#define UlongToHandle(Value)        ULongToHandle(Value)
#define LongToHandle(Value)         ((HANDLE)(LONG_PTR)(Value))
#define PtrToUlong(Value)           ((ULONG)(ULONG_PTR)(Value))
#define PtrToULong(Value)           PtrToUlong(Value)
#define PtrToLong(Value)            ((LONG)(LONG_PTR)(Value))
#define PtrToUint(Value)            ((UINT)(UINT_PTR)(Value))
#define PtrToInt(Value)             ((INT)(INT_PTR)(Value))
#define PtrToUshort(Value)          ((USHORT)(ULONG_PTR)(Value))
#define UlongToPtr(Value)           ((VOID *)(ULONG_PTR)((ULONG)(Value)))
#define ULongToPtr(Value)           UlongToPtr(Value)
#define LongToPtr(Value)            ((VOID *)(LONG_PTR)((LONG)(Value)))
#define UIntToPtr(Value)            ((VOID *)(UINT_PTR)((UINT)(Value)))
#define IntToPtr(Value)             ((VOID *)(INT_PTR)((INT)(Value)))
#define Ptr32ToPtr(Value)           ((VOID *)(ULONG_PTR)((ULONG)(Value)))
#define PtrToPtr64(Value)           ((PVOID)(Value))
#define Ptr64ToPtr(Value)           ((PVOID)(Value))
#define Int32x32To64(Left, Right)   ((LONGLONG)(LONG)(Left) * (LONG)(Right))
#define UInt32x32To64(Left, Right)  ((ULONGLONG)(ULONG)(Left) * (ULONG)(Right))
#define Int64ShllMod32(Value, Bits) ((ULONGLONG)(Value) << ((Bits) & 31))
#define Int64ShrlMod32(Value, Bits) ((ULONGLONG)(Value) >> ((Bits) & 31))

#define FlagOn(Flags, Bits)        ((Flags) & (Bits))
#define BooleanFlagOn(Flags, Bits) ((BOOLEAN)(((Flags) & (Bits)) != 0))
#define SetFlag(Flags, Bits)       ((Flags) |= (Bits))
#define ClearFlag(Flags, Bits)     ((Flags) &= ~(Bits))

#ifndef __cplusplus
#    ifndef min
#        define min(Left, Right) (((Left) < (Right)) ? (Left) : (Right))
#    endif
#    ifndef max
#        define max(Left, Right) (((Left) > (Right)) ? (Left) : (Right))
#    endif
#endif

#define ALIGN_DOWN_BY(Length, Alignment) \
    ((ULONG_PTR)(Length) & ~((ULONG_PTR)(Alignment) - 1))
#define ALIGN_UP_BY(Length, Alignment) \
    (ALIGN_DOWN_BY(((ULONG_PTR)(Length) + (Alignment) - 1), Alignment))
#define ALIGN_DOWN(Length, Type) ALIGN_DOWN_BY(Length, sizeof(Type))
#define ALIGN_UP(Length, Type)   ALIGN_UP_BY(Length, sizeof(Type))
#define ALIGN_DOWN_POINTER_BY(Address, Alignment) \
    ((PVOID)ALIGN_DOWN_BY(Address, Alignment))
#define ALIGN_UP_POINTER_BY(Address, Alignment) \
    ((PVOID)ALIGN_UP_BY(Address, Alignment))
#define ROUND_TO_SIZE(Length, Alignment) \
    (((ULONG_PTR)(Length) + ((Alignment) - 1)) & ~((ULONG_PTR)(Alignment) - 1))
#define IS_ALIGNED(Address, Alignment) \
    (((ULONG_PTR)(Address) & ((Alignment) - 1)) == 0)

// A free build: these check nothing, and their argument is not evaluated.
#define PAGED_CODE()            ((void)0)
#define PAGED_CODE_LOCKED()     ((void)0)
#define NON_PAGED_CODE()        ((void)0)
#define PAGED_ASSERT(Condition) ((void)0)
#ifndef ASSERT
#    define ASSERT(Condition) ((void)0)
#endif
#define ASSERTMSG(Text, Condition)          ((void)0)
#define RTL_SOFT_ASSERT(Condition)          ((void)0)
#define RTL_SOFT_ASSERTMSG(Text, Condition) ((void)0)
#define NT_ASSERT(Condition)                ((void)0)
#define NT_ASSERT_ASSUME(Condition)         ((void)0)
#define NT_ASSERTMSG(Text, Condition)       ((void)0)
#define NT_ASSERTMSGW(Text, Condition)      ((void)0)
#define NT_ASSERT_NOASSUME(Condition)       ((void)0)
#define NT_ANALYSIS_ASSUME(Condition)       ((void)0)
#define KdBreakPoint()                      ((void)0)

// These evaluate their argument in every build ...
#define RTL_VERIFY(Condition)          ((Condition) ? TRUE : FALSE)
#define RTL_VERIFYMSG(Text, Condition) ((Condition) ? TRUE : FALSE)
#define NT_VERIFY(Condition)           ((Condition) ? TRUE : FALSE)
#define NT_VERIFYMSG(Text, Condition)  ((Condition) ? TRUE : FALSE)
// ... and these also stop the machine when it is false.
#define NT_FRE_ASSERT(Condition) \
    ((Condition) ? TRUE : (DbgRaiseAssertionFailure(), FALSE))
#define NT_FRE_ASSERTMSG(Text, Condition) NT_FRE_ASSERT(Condition)

#ifdef __cplusplus
extern "C"
#endif
    DECLSPEC_NORETURN void DbgRaiseAssertionFailure(void);

#define InitializeObjectAttributes(Target, Name, Flags, Root, Security) \
    {                                                                   \
        (Target)->Length = sizeof(OBJECT_ATTRIBUTES);                   \
        (Target)->RootDirectory = (Root);                               \
        (Target)->Attributes = (Flags);                                 \
        (Target)->ObjectName = (Name);                                  \
        (Target)->SecurityDescriptor = (Security);                      \
        (Target)->SecurityQualityOfService = NULL;                      \
    }
#define RTL_CONSTANT_OBJECT_ATTRIBUTES(Name, Flags) \
    { sizeof(OBJECT_ATTRIBUTES),                    \
      NULL,                                         \
      (PUNICODE_STRING)(Name),                      \
      (Flags),                                      \
      NULL,                                         \
      NULL }
#define RTL_INIT_OBJECT_ATTRIBUTES(Name, Flags) \
    RTL_CONSTANT_OBJECT_ATTRIBUTES(Name, Flags)
#define RTL_CONSTANT_STRING(Text) \
    { sizeof(Text) - sizeof((Text)[0]), sizeof(Text), (Text) }
#define DECLARE_CONST_UNICODE_STRING(Name, Text)                              \
    const WCHAR Name##_buffer[] = Text;                                       \
    const UNICODE_STRING Name = { sizeof(Text) - sizeof(WCHAR), sizeof(Text), \
                                  (PWCH)Name##_buffer }
#define DECLARE_GLOBAL_CONST_UNICODE_STRING(Name, Text)  \
    extern const DECLSPEC_SELECTANY UNICODE_STRING Name; \
    const DECLSPEC_SELECTANY UNICODE_STRING Name = RTL_CONSTANT_STRING(Text)
#define DECLARE_UNICODE_STRING_SIZE(Name, Size) \
    WCHAR Name##_buffer[Size];                  \
    UNICODE_STRING Name = { 0, (Size) * sizeof(WCHAR), Name##_buffer }

#define OBJ_INHERIT            0x00000002L
#define OBJ_PERMANENT          0x00000010L
#define OBJ_EXCLUSIVE          0x00000020L
#define OBJ_CASE_INSENSITIVE   0x00000040L
#define OBJ_OPENIF             0x00000080L
#define OBJ_OPENLINK           0x00000100L
#define OBJ_KERNEL_HANDLE      0x00000200L
#define OBJ_FORCE_ACCESS_CHECK 0x00000400L
#define OBJ_VALID_ATTRIBUTES   0x00001FF2L
