// Numbers from text, sorting, and the few others the kernel has.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "limits.h"
#include "model/size.h"

#ifndef _countof
#define _countof(Array) (sizeof(Array) / sizeof((Array)[0]))
#endif
#define RAND_MAX 0x7fff

#ifdef __cplusplus
extern "C" {
#endif
int atoi(const char *Text);
long atol(const char *Text);
long long _atoi64(const char *Text);
long strtol(const char *Text, char **End, int Base);
unsigned long strtoul(const char *Text, char **End, int Base);
long long strtoll(const char *Text, char **End, int Base);
unsigned long long strtoull(const char *Text, char **End, int Base);
unsigned long long _strtoui64(const char *Text, char **End, int Base);
int _itoa_s(int Value, char *To, size_t Size, int Base);
int _itow_s(int Value, wchar_t *To, size_t Size, int Base);
int abs(int Value);
long labs(long Value);
int rand(void);
void srand(unsigned int Seed);
void qsort(void *Base, size_t Count, size_t Size,
           int (*Compare)(const void *, const void *));
void *bsearch(const void *Key, const void *Base, size_t Count, size_t Size,
              int (*Compare)(const void *, const void *));
unsigned int _rotl(unsigned int Value, int Shift);
unsigned int _rotr(unsigned int Value, int Shift);
unsigned long _lrotl(unsigned long Value, int Shift);
unsigned long _lrotr(unsigned long Value, int Shift);
unsigned long long _rotl64(unsigned long long Value, int Shift);
unsigned long long _rotr64(unsigned long long Value, int Shift);
unsigned short _byteswap_ushort(unsigned short Value);
unsigned long _byteswap_ulong(unsigned long Value);
unsigned long long _byteswap_uint64(unsigned long long Value);
void *malloc(size_t Size);
void *calloc(size_t Count, size_t Size);
void *realloc(void *Memory, size_t Size);
void free(void *Memory);
__declspec(noreturn) void abort(void);
#ifdef __cplusplus
}
#endif
