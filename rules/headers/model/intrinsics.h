// Bits, rotations, and instructions without which a driver is no driver. What
// the processor tells is unknown, so those are declared only.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "basic.h"

MODEL_INLINE UCHAR BitScanForward(ULONG *Index, ULONG Mask)
{
    if (Mask == 0)
        return 0;
    *Index = (ULONG)__builtin_ctzl(Mask);
    return 1;
}

MODEL_INLINE UCHAR BitScanReverse(ULONG *Index, ULONG Mask)
{
    if (Mask == 0)
        return 0;
    *Index = 31 - (ULONG)__builtin_clzl(Mask);
    return 1;
}

MODEL_INLINE UCHAR BitScanForward64(ULONG *Index, ULONG64 Mask)
{
    if (Mask == 0)
        return 0;
    *Index = (ULONG)__builtin_ctzll(Mask);
    return 1;
}

MODEL_INLINE UCHAR BitScanReverse64(ULONG *Index, ULONG64 Mask)
{
    if (Mask == 0)
        return 0;
    *Index = 63 - (ULONG)__builtin_clzll(Mask);
    return 1;
}

#define _BitScanForward   BitScanForward
#define _BitScanReverse   BitScanReverse
#define _BitScanForward64 BitScanForward64
#define _BitScanReverse64 BitScanReverse64
#define __popcnt(Value)   ((unsigned int)__builtin_popcount(Value))
#define __popcnt64(Value) ((unsigned long long)__builtin_popcountll(Value))
#define __nop()           ((void)0)
#define _mm_pause()       ((void)0)
#define _mm_mfence()      ((void)0)
#define _mm_lfence()      ((void)0)
#define _mm_sfence()      ((void)0)
#define PopulationCount64(Value) ((ULONG)__builtin_popcountll(Value))

EXTERN_C_START
unsigned long long __readmsr(unsigned long Register);
void __writemsr(unsigned long Register, unsigned long long Value);
unsigned long long __readcr0(void);
unsigned long long __readcr2(void);
unsigned long long __readcr3(void);
unsigned long long __readcr4(void);
unsigned long long __readcr8(void);
unsigned long long __readeflags(void);
void __cpuid(int Registers[4], int Leaf);
void __cpuidex(int Registers[4], int Leaf, int Subleaf);
unsigned long long __rdtsc(void);
void _disable(void);
void _enable(void);
void __wbinvd(void);
void __invlpg(void *Address);
unsigned long __readgsdword(unsigned long Offset);
unsigned long long __readgsqword(unsigned long Offset);
EXTERN_C_END
