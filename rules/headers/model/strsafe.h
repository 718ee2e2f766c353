// Safe text functions: counted in characters (Cch) or bytes (Cb), narrow (A)
// and wide (W), and on counted strings.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "status.h"
#include "../stdarg.h"

#define NTSTRSAFE_MAX_CCH                2147483647
#define NTSTRSAFE_UNICODE_STRING_MAX_CCH 32767
#define STRSAFE_MAX_CCH                  NTSTRSAFE_MAX_CCH
#define STRSAFE_IGNORE_NULLS             0x00000100
#define STRSAFE_FILL_BEHIND_NULL         0x00000200
#define STRSAFE_FILL_ON_FAILURE          0x00000400
#define STRSAFE_NULL_ON_FAILURE          0x00000800
#define STRSAFE_NO_TRUNCATION            0x00001000
#define STRSAFE_FILL_BYTE(Value) \
    ((ULONG)(((Value) & 0x000000FF) | STRSAFE_FILL_BEHIND_NULL))
typedef char *NTSTRSAFE_PSTR;
typedef const char *NTSTRSAFE_PCSTR;
typedef wchar_t *NTSTRSAFE_PWSTR;
typedef const wchar_t *NTSTRSAFE_PCWSTR;

EXTERN_C_START
NTSTATUS RtlStringCchCopyA(NTSTRSAFE_PSTR To, size_t Size,
                           NTSTRSAFE_PCSTR From);
NTSTATUS RtlStringCchCopyExA(NTSTRSAFE_PSTR To, size_t Size,
                             NTSTRSAFE_PCSTR From, NTSTRSAFE_PSTR *End,
                             size_t *Left, ULONG Flags);
NTSTATUS RtlStringCchCopyNA(NTSTRSAFE_PSTR To, size_t Size,
                            NTSTRSAFE_PCSTR From, size_t Limit);
NTSTATUS RtlStringCchCopyNExA(NTSTRSAFE_PSTR To, size_t Size,
                              NTSTRSAFE_PCSTR From, size_t Limit,
                              NTSTRSAFE_PSTR *End, size_t *Left, ULONG Flags);
NTSTATUS RtlStringCchCatA(NTSTRSAFE_PSTR To, size_t Size, NTSTRSAFE_PCSTR From);
NTSTATUS RtlStringCchCatExA(NTSTRSAFE_PSTR To, size_t Size,
                            NTSTRSAFE_PCSTR From, NTSTRSAFE_PSTR *End,
                            size_t *Left, ULONG Flags);
NTSTATUS RtlStringCchCatNA(NTSTRSAFE_PSTR To, size_t Size, NTSTRSAFE_PCSTR From,
                           size_t Limit);
NTSTATUS RtlStringCchCatNExA(NTSTRSAFE_PSTR To, size_t Size,
                             NTSTRSAFE_PCSTR From, size_t Limit,
                             NTSTRSAFE_PSTR *End, size_t *Left, ULONG Flags);
NTSTATUS RtlStringCchPrintfA(NTSTRSAFE_PSTR To, size_t Size,
                             NTSTRSAFE_PCSTR Format, ...);
NTSTATUS RtlStringCchPrintfExA(NTSTRSAFE_PSTR To, size_t Size,
                               NTSTRSAFE_PSTR *End, size_t *Left, ULONG Flags,
                               NTSTRSAFE_PCSTR Format, ...);
NTSTATUS RtlStringCchVPrintfA(NTSTRSAFE_PSTR To, size_t Size,
                              NTSTRSAFE_PCSTR Format, va_list Arguments);
NTSTATUS RtlStringCchVPrintfExA(NTSTRSAFE_PSTR To, size_t Size,
                                NTSTRSAFE_PSTR *End, size_t *Left, ULONG Flags,
                                NTSTRSAFE_PCSTR Format, va_list Arguments);
NTSTATUS RtlStringCchLengthA(NTSTRSAFE_PCSTR Text, size_t Limit,
                             size_t *Length);
NTSTATUS RtlStringCchCopyW(NTSTRSAFE_PWSTR To, size_t Size,
                           NTSTRSAFE_PCWSTR From);
NTSTATUS RtlStringCchCopyExW(NTSTRSAFE_PWSTR To, size_t Size,
                             NTSTRSAFE_PCWSTR From, NTSTRSAFE_PWSTR *End,
                             size_t *Left, ULONG Flags);
NTSTATUS RtlStringCchCopyNW(NTSTRSAFE_PWSTR To, size_t Size,
                            NTSTRSAFE_PCWSTR From, size_t Limit);
NTSTATUS RtlStringCchCopyNExW(NTSTRSAFE_PWSTR To, size_t Size,
                              NTSTRSAFE_PCWSTR From, size_t Limit,
                              NTSTRSAFE_PWSTR *End, size_t *Left, ULONG Flags);
NTSTATUS RtlStringCchCatW(NTSTRSAFE_PWSTR To, size_t Size,
                          NTSTRSAFE_PCWSTR From);
NTSTATUS RtlStringCchCatExW(NTSTRSAFE_PWSTR To, size_t Size,
                            NTSTRSAFE_PCWSTR From, NTSTRSAFE_PWSTR *End,
                            size_t *Left, ULONG Flags);
NTSTATUS RtlStringCchCatNW(NTSTRSAFE_PWSTR To, size_t Size,
                           NTSTRSAFE_PCWSTR From, size_t Limit);
NTSTATUS RtlStringCchCatNExW(NTSTRSAFE_PWSTR To, size_t Size,
                             NTSTRSAFE_PCWSTR From, size_t Limit,
                             NTSTRSAFE_PWSTR *End, size_t *Left, ULONG Flags);
NTSTATUS RtlStringCchPrintfW(NTSTRSAFE_PWSTR To, size_t Size,
                             NTSTRSAFE_PCWSTR Format, ...);
NTSTATUS RtlStringCchPrintfExW(NTSTRSAFE_PWSTR To, size_t Size,
                               NTSTRSAFE_PWSTR *End, size_t *Left, ULONG Flags,
                               NTSTRSAFE_PCWSTR Format, ...);
NTSTATUS RtlStringCchVPrintfW(NTSTRSAFE_PWSTR To, size_t Size,
                              NTSTRSAFE_PCWSTR Format, va_list Arguments);
NTSTATUS RtlStringCchVPrintfExW(NTSTRSAFE_PWSTR To, size_t Size,
                                NTSTRSAFE_PWSTR *End, size_t *Left, ULONG Flags,
                                NTSTRSAFE_PCWSTR Format, va_list Arguments);
NTSTATUS RtlStringCchLengthW(NTSTRSAFE_PCWSTR Text, size_t Limit,
                             size_t *Length);
NTSTATUS RtlStringCbCopyA(NTSTRSAFE_PSTR To, size_t Size, NTSTRSAFE_PCSTR From);
NTSTATUS RtlStringCbCopyExA(NTSTRSAFE_PSTR To, size_t Size,
                            NTSTRSAFE_PCSTR From, NTSTRSAFE_PSTR *End,
                            size_t *Left, ULONG Flags);
NTSTATUS RtlStringCbCopyNA(NTSTRSAFE_PSTR To, size_t Size, NTSTRSAFE_PCSTR From,
                           size_t Limit);
NTSTATUS RtlStringCbCopyNExA(NTSTRSAFE_PSTR To, size_t Size,
                             NTSTRSAFE_PCSTR From, size_t Limit,
                             NTSTRSAFE_PSTR *End, size_t *Left, ULONG Flags);
NTSTATUS RtlStringCbCatA(NTSTRSAFE_PSTR To, size_t Size, NTSTRSAFE_PCSTR From);
NTSTATUS RtlStringCbCatExA(NTSTRSAFE_PSTR To, size_t Size, NTSTRSAFE_PCSTR From,
                           NTSTRSAFE_PSTR *End, size_t *Left, ULONG Flags);
NTSTATUS RtlStringCbCatNA(NTSTRSAFE_PSTR To, size_t Size, NTSTRSAFE_PCSTR From,
                          size_t Limit);
NTSTATUS RtlStringCbCatNExA(NTSTRSAFE_PSTR To, size_t Size,
                            NTSTRSAFE_PCSTR From, size_t Limit,
                            NTSTRSAFE_PSTR *End, size_t *Left, ULONG Flags);
NTSTATUS RtlStringCbPrintfA(NTSTRSAFE_PSTR To, size_t Size,
                            NTSTRSAFE_PCSTR Format, ...);
NTSTATUS RtlStringCbPrintfExA(NTSTRSAFE_PSTR To, size_t Size,
                              NTSTRSAFE_PSTR *End, size_t *Left, ULONG Flags,
                              NTSTRSAFE_PCSTR Format, ...);
NTSTATUS RtlStringCbVPrintfA(NTSTRSAFE_PSTR To, size_t Size,
                             NTSTRSAFE_PCSTR Format, va_list Arguments);
NTSTATUS RtlStringCbVPrintfExA(NTSTRSAFE_PSTR To, size_t Size,
                               NTSTRSAFE_PSTR *End, size_t *Left, ULONG Flags,
                               NTSTRSAFE_PCSTR Format, va_list Arguments);
NTSTATUS RtlStringCbLengthA(NTSTRSAFE_PCSTR Text, size_t Limit, size_t *Length);
NTSTATUS RtlStringCbCopyW(NTSTRSAFE_PWSTR To, size_t Size,
                          NTSTRSAFE_PCWSTR From);
NTSTATUS RtlStringCbCopyExW(NTSTRSAFE_PWSTR To, size_t Size,
                            NTSTRSAFE_PCWSTR From, NTSTRSAFE_PWSTR *End,
                            size_t *Left, ULONG Flags);
NTSTATUS RtlStringCbCopyNW(NTSTRSAFE_PWSTR To, size_t Size,
                           NTSTRSAFE_PCWSTR From, size_t Limit);
NTSTATUS RtlStringCbCopyNExW(NTSTRSAFE_PWSTR To, size_t Size,
                             NTSTRSAFE_PCWSTR From, size_t Limit,
                             NTSTRSAFE_PWSTR *End, size_t *Left, ULONG Flags);
NTSTATUS RtlStringCbCatW(NTSTRSAFE_PWSTR To, size_t Size,
                         NTSTRSAFE_PCWSTR From);
NTSTATUS RtlStringCbCatExW(NTSTRSAFE_PWSTR To, size_t Size,
                           NTSTRSAFE_PCWSTR From, NTSTRSAFE_PWSTR *End,
                           size_t *Left, ULONG Flags);
NTSTATUS RtlStringCbCatNW(NTSTRSAFE_PWSTR To, size_t Size,
                          NTSTRSAFE_PCWSTR From, size_t Limit);
NTSTATUS RtlStringCbCatNExW(NTSTRSAFE_PWSTR To, size_t Size,
                            NTSTRSAFE_PCWSTR From, size_t Limit,
                            NTSTRSAFE_PWSTR *End, size_t *Left, ULONG Flags);
NTSTATUS RtlStringCbPrintfW(NTSTRSAFE_PWSTR To, size_t Size,
                            NTSTRSAFE_PCWSTR Format, ...);
NTSTATUS RtlStringCbPrintfExW(NTSTRSAFE_PWSTR To, size_t Size,
                              NTSTRSAFE_PWSTR *End, size_t *Left, ULONG Flags,
                              NTSTRSAFE_PCWSTR Format, ...);
NTSTATUS RtlStringCbVPrintfW(NTSTRSAFE_PWSTR To, size_t Size,
                             NTSTRSAFE_PCWSTR Format, va_list Arguments);
NTSTATUS RtlStringCbVPrintfExW(NTSTRSAFE_PWSTR To, size_t Size,
                               NTSTRSAFE_PWSTR *End, size_t *Left, ULONG Flags,
                               NTSTRSAFE_PCWSTR Format, va_list Arguments);
NTSTATUS RtlStringCbLengthW(NTSTRSAFE_PCWSTR Text, size_t Limit,
                            size_t *Length);
NTSTATUS RtlUnicodeStringInit(PUNICODE_STRING String, NTSTRSAFE_PCWSTR Text);
NTSTATUS RtlUnicodeStringValidate(PCUNICODE_STRING String);
NTSTATUS RtlUnicodeStringPrintf(PUNICODE_STRING To, NTSTRSAFE_PCWSTR Format,
                                ...);
NTSTATUS RtlUnicodeStringPrintfEx(PUNICODE_STRING To, PUNICODE_STRING Left,
                                  ULONG Flags, NTSTRSAFE_PCWSTR Format, ...);
NTSTATUS RtlUnicodeStringVPrintf(PUNICODE_STRING To, NTSTRSAFE_PCWSTR Format,
                                 va_list Arguments);
NTSTATUS RtlUnicodeStringCopy(PUNICODE_STRING To, PCUNICODE_STRING From);
NTSTATUS RtlUnicodeStringCopyEx(PUNICODE_STRING To, PCUNICODE_STRING From,
                                PUNICODE_STRING Left, ULONG Flags);
NTSTATUS RtlUnicodeStringCopyString(PUNICODE_STRING To, NTSTRSAFE_PCWSTR From);
NTSTATUS RtlUnicodeStringCchCopyStringN(PUNICODE_STRING To,
                                        NTSTRSAFE_PCWSTR From, size_t Limit);
NTSTATUS RtlUnicodeStringCbCopyN(PUNICODE_STRING To, PCUNICODE_STRING From,
                                 size_t Limit);
NTSTATUS RtlUnicodeStringCbCopyStringN(PUNICODE_STRING To,
                                       NTSTRSAFE_PCWSTR From, size_t Limit);
NTSTATUS RtlUnicodeStringCat(PUNICODE_STRING To, PCUNICODE_STRING From);
NTSTATUS RtlUnicodeStringCatEx(PUNICODE_STRING To, PCUNICODE_STRING From,
                               PUNICODE_STRING Left, ULONG Flags);
NTSTATUS RtlUnicodeStringCatString(PUNICODE_STRING To, NTSTRSAFE_PCWSTR From);
NTSTATUS RtlUnicodeStringCchCatStringN(PUNICODE_STRING To,
                                       NTSTRSAFE_PCWSTR From, size_t Limit);
NTSTATUS RtlUnicodeStringCbCatN(PUNICODE_STRING To, PCUNICODE_STRING From,
                                size_t Limit);
NTSTATUS RtlUnicodeStringCbCatStringN(PUNICODE_STRING To, NTSTRSAFE_PCWSTR From,
                                      size_t Limit);
EXTERN_C_END

#define RtlStringCchCopy    RtlStringCchCopyW
#define RtlStringCchCopyEx  RtlStringCchCopyExW
#define RtlStringCchCopyN   RtlStringCchCopyNW
#define RtlStringCchCat     RtlStringCchCatW
#define RtlStringCchCatN    RtlStringCchCatNW
#define RtlStringCchPrintf  RtlStringCchPrintfW
#define RtlStringCchVPrintf RtlStringCchVPrintfW
#define RtlStringCchLength  RtlStringCchLengthW
#define RtlStringCbCopy     RtlStringCbCopyW
#define RtlStringCbCopyEx   RtlStringCbCopyExW
#define RtlStringCbCopyN    RtlStringCbCopyNW
#define RtlStringCbCat      RtlStringCbCatW
#define RtlStringCbCatN     RtlStringCbCatNW
#define RtlStringCbPrintf   RtlStringCbPrintfW
#define RtlStringCbVPrintf  RtlStringCbVPrintfW
#define RtlStringCbLength   RtlStringCbLengthW
