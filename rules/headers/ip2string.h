// Addresses from and to text.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "model/net_address.h"
#include "model/status.h"

EXTERN_C_START
PSTR RtlIpv4AddressToStringA(const IN_ADDR *Address, PSTR Text);
PWSTR RtlIpv4AddressToStringW(const IN_ADDR *Address, PWSTR Text);
NTSTATUS RtlIpv4AddressToStringExA(const IN_ADDR *Address, USHORT Port,
                                   PSTR Text, PULONG Length);
NTSTATUS RtlIpv4AddressToStringExW(const IN_ADDR *Address, USHORT Port,
                                   PWSTR Text, PULONG Length);
NTSTATUS RtlIpv4StringToAddressA(PCSTR Text, BOOLEAN Strict, PCSTR *End,
                                 IN_ADDR *Address);
NTSTATUS RtlIpv4StringToAddressW(PCWSTR Text, BOOLEAN Strict, PCWSTR *End,
                                 IN_ADDR *Address);
NTSTATUS RtlIpv4StringToAddressExA(PCSTR Text, BOOLEAN Strict,
                                   IN_ADDR *Address, PUSHORT Port);
NTSTATUS RtlIpv4StringToAddressExW(PCWSTR Text, BOOLEAN Strict,
                                   IN_ADDR *Address, PUSHORT Port);
PSTR RtlIpv6AddressToStringA(const IN6_ADDR *Address, PSTR Text);
PWSTR RtlIpv6AddressToStringW(const IN6_ADDR *Address, PWSTR Text);
NTSTATUS RtlIpv6AddressToStringExA(const IN6_ADDR *Address, ULONG Scope,
                                   USHORT Port, PSTR Text, PULONG Length);
NTSTATUS RtlIpv6AddressToStringExW(const IN6_ADDR *Address, ULONG Scope,
                                   USHORT Port, PWSTR Text, PULONG Length);
NTSTATUS RtlIpv6StringToAddressA(PCSTR Text, PCSTR *End, IN6_ADDR *Address);
NTSTATUS RtlIpv6StringToAddressW(PCWSTR Text, PCWSTR *End, IN6_ADDR *Address);
NTSTATUS RtlIpv6StringToAddressExA(PCSTR Text, IN6_ADDR *Address,
                                   PULONG Scope, PUSHORT Port);
NTSTATUS RtlIpv6StringToAddressExW(PCWSTR Text, IN6_ADDR *Address,
                                   PULONG Scope, PUSHORT Port);
PSTR RtlEthernetAddressToStringA(const VOID *Address, PSTR Text);
EXTERN_C_END
#ifdef UNICODE
#define RtlIpv4AddressToString   RtlIpv4AddressToStringW
#define RtlIpv4AddressToStringEx RtlIpv4AddressToStringExW
#define RtlIpv4StringToAddress   RtlIpv4StringToAddressW
#define RtlIpv4StringToAddressEx RtlIpv4StringToAddressExW
#define RtlIpv6AddressToString   RtlIpv6AddressToStringW
#define RtlIpv6AddressToStringEx RtlIpv6AddressToStringExW
#define RtlIpv6StringToAddress   RtlIpv6StringToAddressW
#define RtlIpv6StringToAddressEx RtlIpv6StringToAddressExW
#else
#define RtlIpv4AddressToString   RtlIpv4AddressToStringA
#define RtlIpv4AddressToStringEx RtlIpv4AddressToStringExA
#define RtlIpv4StringToAddress   RtlIpv4StringToAddressA
#define RtlIpv4StringToAddressEx RtlIpv4StringToAddressExA
#define RtlIpv6AddressToString   RtlIpv6AddressToStringA
#define RtlIpv6AddressToStringEx RtlIpv6AddressToStringExA
#define RtlIpv6StringToAddress   RtlIpv6StringToAddressA
#define RtlIpv6StringToAddressEx RtlIpv6StringToAddressExA
#endif
