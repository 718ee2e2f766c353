// Memory and text.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "model/size.h"

typedef int errno_t;
typedef size_t rsize_t;
#define _TRUNCATE ((size_t)-1)

#ifdef __cplusplus
extern "C" {
#endif
void *memcpy(void *To, const void *From, size_t Size);
void *memmove(void *To, const void *From, size_t Size);
void *memset(void *To, int Value, size_t Size);
int memcmp(const void *Left, const void *Right, size_t Size);
int _memicmp(const void *Left, const void *Right, size_t Size);
errno_t memcpy_s(void *To, rsize_t ToSize, const void *From, rsize_t Size);
errno_t memmove_s(void *To, rsize_t ToSize, const void *From, rsize_t Size);
void *_memccpy(void *To, const void *From, int Stop, size_t Size);
size_t strlen(const char *Text);
size_t strnlen(const char *Text, size_t Limit);
size_t strnlen_s(const char *Text, size_t Limit);
char *strcpy(char *To, const char *From);
char *strncpy(char *To, const char *From, size_t Limit);
char *strcat(char *To, const char *From);
char *strncat(char *To, const char *From, size_t Limit);
errno_t strcpy_s(char *To, rsize_t ToSize, const char *From);
errno_t strncpy_s(char *To, rsize_t ToSize, const char *From, rsize_t Limit);
errno_t strcat_s(char *To, rsize_t ToSize, const char *From);
errno_t strncat_s(char *To, rsize_t ToSize, const char *From, rsize_t Limit);
int strcmp(const char *Left, const char *Right);
int strncmp(const char *Left, const char *Right, size_t Limit);
int _stricmp(const char *Left, const char *Right);
int _strnicmp(const char *Left, const char *Right, size_t Limit);
int stricmp(const char *Left, const char *Right);
int strnicmp(const char *Left, const char *Right, size_t Limit);
char *strtok(char *Text, const char *Separators);
char *strtok_s(char *Text, const char *Separators, char **State);
size_t strspn(const char *Text, const char *Set);
size_t strcspn(const char *Text, const char *Set);
char *_strlwr(char *Text);
char *_strupr(char *Text);
char *_strrev(char *Text);
#ifndef __cplusplus
void *memchr(const void *Memory, int Value, size_t Size);
char *strchr(const char *Text, int Character);
char *strrchr(const char *Text, int Character);
char *strstr(const char *Text, const char *Part);
char *strpbrk(const char *Text, const char *Set);
#endif
#ifdef __cplusplus
}
extern "C++" {
const void *memchr(const void *Memory, int Value, size_t Size);
void *memchr(void *Memory, int Value, size_t Size);
const char *strchr(const char *Text, int Character);
char *strchr(char *Text, int Character);
const char *strrchr(const char *Text, int Character);
char *strrchr(char *Text, int Character);
const char *strstr(const char *Text, const char *Part);
char *strstr(char *Text, const char *Part);
}
#endif

#include "model/widetext.h"
