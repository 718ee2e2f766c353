// How declarations are written: linkage, calling conventions, declaration
// specifiers. Calling conventions mean nothing on x64, and where a function
// comes from does not matter to an analyzer.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#ifdef __cplusplus
#define EXTERN_C       extern "C"
#define EXTERN_C_START extern "C" {
#define EXTERN_C_END   }
#else
#define EXTERN_C       extern
#define EXTERN_C_START
#define EXTERN_C_END
#endif

#define NTAPI         __stdcall
#define WINAPI        __stdcall
#define APIENTRY      WINAPI
#define CALLBACK      __stdcall
#define FASTCALL      __fastcall
#define STDMETHODCALLTYPE __stdcall
#define CDECL         __cdecl
#define NTSYSAPI
#define NTSYSCALLAPI
#define NTKERNELAPI
#define NTHALAPI
#define NTKRNLVISTAAPI
#define DECLSPEC_IMPORT
#define DECLSPEC_EXPORT
#define DECLSPEC_NORETURN     __declspec(noreturn)
#define DECLSPEC_NOINLINE     __declspec(noinline)
#define DECLSPEC_NOTHROW      __declspec(nothrow)
#define DECLSPEC_SELECTANY    __declspec(selectany)
#define DECLSPEC_NOVTABLE
#define DECLSPEC_RESTRICT
#define DECLSPEC_ALLOCATOR
#define DECLSPEC_GUARDNOCF
#define DECLSPEC_CHPE_PATCHABLE
#define DECLSPEC_DEPRECATED
#define DECLSPEC_DEPRECATED_DDK
#define DECLSPEC_DEPRECATED_DDK_WINXP
#define DECLSPEC_SAFEBUFFERS
#define DECLSPEC_UUID(Text)
#define DECLSPEC_ALIGN(Size)  __declspec(align(Size))
#define DECLSPEC_CACHEALIGN   DECLSPEC_ALIGN(64)
#define POINTER_ALIGNMENT     DECLSPEC_ALIGN(8)
#define SYSTEM_CACHE_ALIGNMENT_SIZE 64
#define FORCEINLINE           __forceinline
#define CFORCEINLINE          FORCEINLINE
#define MODEL_INLINE          static __forceinline
#define UNALIGNED
#define UNALIGNED64
#define RESTRICTED_POINTER
#define POINTER_32
#define POINTER_64
#define __w64
#define __unaligned
#define MAX_NATURAL_ALIGNMENT 8
#define MEMORY_ALLOCATION_ALIGNMENT 16
#define TYPE_ALIGNMENT(Type)  __alignof(Type)
#define PROBE_ALIGNMENT(Type) TYPE_ALIGNMENT(Type)
#define FIELD_OFFSET(Type, Field)  ((long)__builtin_offsetof(Type, Field))
#define UFIELD_OFFSET(Type, Field) \
    ((unsigned long)__builtin_offsetof(Type, Field))
#define RTL_FIELD_SIZE(Type, Field) (sizeof(((Type *)0)->Field))
#define RTL_SIZEOF_THROUGH_FIELD(Type, Field) \
    (FIELD_OFFSET(Type, Field) + RTL_FIELD_SIZE(Type, Field))
#define RTL_CONTAINS_FIELD(Struct, Size, Field)               \
    ((((char *)(&(Struct)->Field)) + sizeof((Struct)->Field)) \
     <= (((char *)(Struct)) + (Size)))
#define RTL_NUMBER_OF(Array)    (sizeof(Array) / sizeof((Array)[0]))
#define RTL_NUMBER_OF_V1(Array) RTL_NUMBER_OF(Array)
#define RTL_NUMBER_OF_V2(Array) RTL_NUMBER_OF(Array)
#define ARRAYSIZE(Array)        RTL_NUMBER_OF(Array)
#define _ARRAYSIZE(Array)       RTL_NUMBER_OF(Array)
#define RTL_NUMBER_OF_FIELD(Type, Field) \
    (RTL_NUMBER_OF(((Type *)0)->Field))
#define CONTAINING_RECORD(Address, Type, Field) \
    ((Type *)((PCHAR)(Address) - (ULONG_PTR)(&((Type *)0)->Field)))
#define DUMMYUNIONNAME
#define DUMMYUNIONNAME2
#define DUMMYUNIONNAME3
#define DUMMYUNIONNAME4
#define DUMMYUNIONNAME5
#define DUMMYUNIONNAME6
#define DUMMYUNIONNAME7
#define DUMMYUNIONNAME8
#define DUMMYUNIONNAME9
#define DUMMYSTRUCTNAME
#define DUMMYSTRUCTNAME2
#define DUMMYSTRUCTNAME3
#define _ANONYMOUS_UNION
#define _ANONYMOUS_STRUCT
#define ANYSIZE_ARRAY 1
#define BEGIN_INTERFACE
#define END_INTERFACE

#ifdef __cplusplus
#define DEFINE_ENUM_FLAG_OPERATORS(Enum)                       \
    extern "C++" {                                             \
    constexpr Enum operator|(Enum a, Enum b)                   \
    {                                                          \
        return (Enum)((unsigned)a | (unsigned)b);              \
    }                                                          \
    constexpr Enum operator&(Enum a, Enum b)                   \
    {                                                          \
        return (Enum)((unsigned)a & (unsigned)b);              \
    }                                                          \
    constexpr Enum operator^(Enum a, Enum b)                   \
    {                                                          \
        return (Enum)((unsigned)a ^ (unsigned)b);              \
    }                                                          \
    constexpr Enum operator~(Enum a) { return (Enum)~(unsigned)a; } \
    inline Enum &operator|=(Enum &a, Enum b) { return a = a | b; }  \
    inline Enum &operator&=(Enum &a, Enum b) { return a = a & b; }  \
    inline Enum &operator^=(Enum &a, Enum b) { return a = a ^ b; }  \
    }
#else
#define DEFINE_ENUM_FLAG_OPERATORS(Enum)
#endif
