// Options of the internet protocols, and joining groups.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "model/net_option.h"

#define IP_OPTIONS          1
#define IP_TOS              3
#define IP_MULTICAST_IF     9
#define IP_MULTICAST_LOOP   11
#define IP_ADD_MEMBERSHIP   12
#define IP_DROP_MEMBERSHIP  13
#define IP_DONTFRAGMENT     14
#define IP_RECVIF           24
#define IPV6_UNICAST_HOPS   4
#define IPV6_MULTICAST_IF   9
#define IPV6_MULTICAST_HOPS 10
#define IPV6_MULTICAST_LOOP 11
#define IPV6_ADD_MEMBERSHIP 12
#define IPV6_JOIN_GROUP     IPV6_ADD_MEMBERSHIP
#define IPV6_PKTINFO        19

struct ip_mreq {
    IN_ADDR imr_multiaddr;
    IN_ADDR imr_interface;
};
struct ipv6_mreq {
    IN6_ADDR ipv6mr_multiaddr;
    ULONG ipv6mr_interface;
};
typedef struct ip_mreq IP_MREQ, *PIP_MREQ;
typedef struct ipv6_mreq IPV6_MREQ, *PIPV6_MREQ;

#define IN6ADDR_ANY_INIT      { { { 0 } } }
#define IN6ADDR_LOOPBACK_INIT \
    { { { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1 } } }
#define IN6ADDR_V4MAPPEDPREFIX_INIT \
    { { { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 0, 0, 0, 0 } } }
#define IN6ADDR_LINKLOCALPREFIX_INIT \
    { { { 0xfe, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 } } }
EXTERN_C const IN6_ADDR in6addr_v4mappedprefix;
EXTERN_C const IN6_ADDR in6addr_linklocalprefix;
EXTERN_C const IN6_ADDR in6addr_any;
EXTERN_C const IN6_ADDR in6addr_loopback;
EXTERN_C const IN_ADDR in4addr_any;
EXTERN_C const IN_ADDR in4addr_loopback;
#define SCOPEID_UNSPECIFIED_INIT { { { 0, 0 } } }
EXTERN_C const SCOPE_ID scopeid_unspecified;

MODEL_INLINE BOOLEAN IN6_ADDR_EQUAL(const IN6_ADDR *Left, const IN6_ADDR *Right)
{
    return (BOOLEAN)(__builtin_memcmp(Left, Right, sizeof(IN6_ADDR)) == 0);
}

MODEL_INLINE BOOLEAN IN6_IS_ADDR_UNSPECIFIED(const IN6_ADDR *Address)
{
    return IN6_ADDR_EQUAL(Address, &in6addr_any);
}

MODEL_INLINE BOOLEAN IN6_IS_ADDR_LOOPBACK(const IN6_ADDR *Address)
{
    return IN6_ADDR_EQUAL(Address, &in6addr_loopback);
}

MODEL_INLINE BOOLEAN IN6_IS_ADDR_V4MAPPED(const IN6_ADDR *Address)
{
    return (BOOLEAN)(Address->u.Word[0] == 0 && Address->u.Word[1] == 0 &&
                     Address->u.Word[2] == 0 && Address->u.Word[3] == 0 &&
                     Address->u.Word[4] == 0 && Address->u.Word[5] == 0xffff);
}

MODEL_INLINE BOOLEAN IN6_IS_ADDR_LINKLOCAL(const IN6_ADDR *Address)
{
    return (BOOLEAN)(Address->u.Byte[0] == 0xfe &&
                     (Address->u.Byte[1] & 0xc0) == 0x80);
}

MODEL_INLINE BOOLEAN IN6_IS_ADDR_MULTICAST(const IN6_ADDR *Address)
{
    return (BOOLEAN)(Address->u.Byte[0] == 0xff);
}
