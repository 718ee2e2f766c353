// Counted strings.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "status.h"

MODEL_INLINE VOID RtlInitEmptyUnicodeString(PUNICODE_STRING String,
                                           PWCHAR Buffer, USHORT Size)
{
    String->Length = 0;
    String->MaximumLength = Size;
    String->Buffer = Buffer;
}

MODEL_INLINE VOID RtlInitEmptyAnsiString(PANSI_STRING String, PCHAR Buffer,
                                        USHORT Size)
{
    String->Length = 0;
    String->MaximumLength = Size;
    String->Buffer = Buffer;
}

EXTERN_C_START
VOID RtlInitUnicodeString(PUNICODE_STRING String, PCWSTR Text);
NTSTATUS RtlInitUnicodeStringEx(PUNICODE_STRING String, PCWSTR Text);
VOID RtlInitAnsiString(PANSI_STRING String, PCSZ Text);
VOID RtlInitString(PSTRING String, PCSZ Text);
VOID RtlInitUTF8String(PUTF8_STRING String, PCSZ Text);
VOID RtlCopyUnicodeString(PUNICODE_STRING To, PCUNICODE_STRING From);
VOID RtlCopyString(PSTRING To, const STRING *From);
NTSTATUS RtlAppendUnicodeStringToString(PUNICODE_STRING To,
                                        PCUNICODE_STRING From);
NTSTATUS RtlAppendUnicodeToString(PUNICODE_STRING To, PCWSTR From);
LONG RtlCompareUnicodeString(PCUNICODE_STRING Left, PCUNICODE_STRING Right,
                             BOOLEAN IgnoreCase);
LONG RtlCompareUnicodeStrings(PCWCH Left, SIZE_T LeftLength, PCWCH Right,
                              SIZE_T RightLength, BOOLEAN IgnoreCase);
BOOLEAN RtlEqualUnicodeString(PCUNICODE_STRING Left, PCUNICODE_STRING Right,
                              BOOLEAN IgnoreCase);
BOOLEAN RtlPrefixUnicodeString(PCUNICODE_STRING Prefix,
                               PCUNICODE_STRING String, BOOLEAN IgnoreCase);
BOOLEAN RtlSuffixUnicodeString(PCUNICODE_STRING Suffix,
                               PCUNICODE_STRING String, BOOLEAN IgnoreCase);
LONG RtlCompareString(const STRING *Left, const STRING *Right,
                      BOOLEAN IgnoreCase);
BOOLEAN RtlEqualString(const STRING *Left, const STRING *Right,
                       BOOLEAN IgnoreCase);
BOOLEAN RtlPrefixString(const STRING *Prefix, const STRING *String,
                        BOOLEAN IgnoreCase);
NTSTATUS RtlHashUnicodeString(PCUNICODE_STRING String, BOOLEAN IgnoreCase,
                              ULONG Algorithm, PULONG Hash);
NTSTATUS RtlUpcaseUnicodeString(PUNICODE_STRING To, PCUNICODE_STRING From,
                                BOOLEAN Allocate);
NTSTATUS RtlDowncaseUnicodeString(PUNICODE_STRING To, PCUNICODE_STRING From,
                                  BOOLEAN Allocate);
WCHAR RtlUpcaseUnicodeChar(WCHAR Character);
WCHAR RtlDowncaseUnicodeChar(WCHAR Character);
CHAR RtlUpperChar(CHAR Character);
VOID RtlUpperString(PSTRING To, const STRING *From);
VOID RtlFreeUnicodeString(PUNICODE_STRING String);
VOID RtlFreeAnsiString(PANSI_STRING String);
VOID RtlFreeUTF8String(PUTF8_STRING String);
VOID RtlFreeOemString(POEM_STRING String);
BOOLEAN RtlCreateUnicodeString(PUNICODE_STRING String, PCWSTR Text);
NTSTATUS RtlDuplicateUnicodeString(ULONG Flags, PCUNICODE_STRING From,
                                   PUNICODE_STRING To);
NTSTATUS RtlAnsiStringToUnicodeString(PUNICODE_STRING To, PCANSI_STRING From,
                                      BOOLEAN Allocate);
NTSTATUS RtlUnicodeStringToAnsiString(PANSI_STRING To, PCUNICODE_STRING From,
                                      BOOLEAN Allocate);
NTSTATUS RtlUnicodeStringToUTF8String(PUTF8_STRING To, PCUNICODE_STRING From,
                                      BOOLEAN Allocate);
NTSTATUS RtlUTF8StringToUnicodeString(PUNICODE_STRING To,
                                      const STRING *From, BOOLEAN Allocate);
NTSTATUS RtlUnicodeStringToOemString(POEM_STRING To, PCUNICODE_STRING From,
                                     BOOLEAN Allocate);
ULONG RtlxUnicodeStringToAnsiSize(PCUNICODE_STRING String);
ULONG RtlxAnsiStringToUnicodeSize(PCANSI_STRING String);
#define RtlUnicodeStringToAnsiSize RtlxUnicodeStringToAnsiSize
#define RtlAnsiStringToUnicodeSize RtlxAnsiStringToUnicodeSize
NTSTATUS RtlUnicodeStringToInteger(PCUNICODE_STRING String, ULONG Base,
                                   PULONG Value);
NTSTATUS RtlUnicodeStringToInt64(PCUNICODE_STRING String, ULONG Base,
                                 PLONG64 Value, PWSTR *End);
NTSTATUS RtlIntegerToUnicodeString(ULONG Value, ULONG Base,
                                   PUNICODE_STRING String);
NTSTATUS RtlInt64ToUnicodeString(ULONGLONG Value, ULONG Base,
                                 PUNICODE_STRING String);
NTSTATUS RtlCharToInteger(PCSZ Text, ULONG Base, PULONG Value);
NTSTATUS RtlStringFromGUID(REFGUID Guid, PUNICODE_STRING String);
NTSTATUS RtlGUIDFromString(PCUNICODE_STRING String, GUID *Guid);
NTSTATUS RtlUnicodeToMultiByteN(PCHAR To, ULONG Limit, PULONG Length,
                                PCWCH From, ULONG Size);
NTSTATUS RtlMultiByteToUnicodeN(PWCH To, ULONG Limit, PULONG Length,
                                const CHAR *From, ULONG Size);
NTSTATUS RtlUnicodeToUTF8N(PCHAR To, ULONG Limit, PULONG Length, PCWCH From,
                           ULONG Size);
NTSTATUS RtlUTF8ToUnicodeN(PWSTR To, ULONG Limit, PULONG Length,
                           const CHAR *From, ULONG Size);
NTSTATUS RtlMultiByteToUnicodeSize(PULONG Length, const CHAR *Text,
                                   ULONG Size);
NTSTATUS RtlUnicodeToMultiByteSize(PULONG Length, PCWCH Text, ULONG Size);
NTSTATUS RtlValidateUnicodeString(ULONG Flags, PCUNICODE_STRING String);
BOOLEAN RtlIsNameLegalDOS8Dot3(PUNICODE_STRING Name, POEM_STRING OemName,
                               PBOOLEAN Spaces);
EXTERN_C_END
#define RTL_DUPLICATE_UNICODE_STRING_NULL_TERMINATE 1
#define HASH_STRING_ALGORITHM_DEFAULT 0
#define HASH_STRING_ALGORITHM_X65599  1
#define RTL_GUID_STRING_SIZE 38
