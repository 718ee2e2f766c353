// Socket control codes of Windows' own TCP, and addresses as text.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "ws2ipdef.h"
#include "ip2string.h"

#define SIO_RCVALL                _WSAIOW(IOC_VENDOR, 1)
#define SIO_LOOPBACK_FAST_PATH    _WSAIOW(IOC_VENDOR, 16)
#define SIO_SET_WFP_CONNECTION_REDIRECT_RECORDS _WSAIOW(IOC_VENDOR, 21)
#define SIO_QUERY_WFP_CONNECTION_REDIRECT_RECORDS _WSAIOW(IOC_VENDOR, 220)
#define SIO_QUERY_WFP_CONNECTION_REDIRECT_CONTEXT _WSAIOW(IOC_VENDOR, 221)
#define SIO_UDP_CONNRESET         _WSAIOW(IOC_VENDOR, 12)

MODEL_INLINE BOOLEAN IN4_ADDR_EQUAL(const IN_ADDR *Left, const IN_ADDR *Right)
{
    return (BOOLEAN)(Left->S_un.S_addr == Right->S_un.S_addr);
}

MODEL_INLINE BOOLEAN IN4_IS_ADDR_UNSPECIFIED(const IN_ADDR *Address)
{
    return (BOOLEAN)(Address->S_un.S_addr == 0);
}

MODEL_INLINE BOOLEAN IN4_IS_ADDR_LOOPBACK(const IN_ADDR *Address)
{
    return (BOOLEAN)(Address->S_un.S_un_b.s_b1 == 127);
}

MODEL_INLINE VOID IN4ADDR_SETANY(PSOCKADDR_IN Address)
{
    Address->sin_family = AF_INET;
    Address->sin_port = 0;
    Address->sin_addr.S_un.S_addr = INADDR_ANY;
}

MODEL_INLINE VOID IN6ADDR_SETANY(PSOCKADDR_IN6 Address)
{
    Address->sin6_family = AF_INET6;
    Address->sin6_port = 0;
    Address->sin6_flowinfo = 0;
    Address->sin6_addr = in6addr_any;
    Address->sin6_scope_id = 0;
}

MODEL_INLINE BOOLEAN INETADDR_ISANY(const SOCKADDR *Address)
{
    if (Address->sa_family == AF_INET)
        return IN4_IS_ADDR_UNSPECIFIED(
            &((const SOCKADDR_IN *)Address)->sin_addr);
    return IN6_IS_ADDR_UNSPECIFIED(
        &((const SOCKADDR_IN6 *)Address)->sin6_addr);
}

MODEL_INLINE BOOLEAN INETADDR_ISLOOPBACK(const SOCKADDR *Address)
{
    if (Address->sa_family == AF_INET)
        return IN4_IS_ADDR_LOOPBACK(
            &((const SOCKADDR_IN *)Address)->sin_addr);
    return IN6_IS_ADDR_LOOPBACK(&((const SOCKADDR_IN6 *)Address)->sin6_addr);
}
