// Socket options and socket control codes, and the structures they take.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "net_address.h"

#define SO_DEBUG         0x0001
#define SO_ACCEPTCONN    0x0002
#define SO_REUSEADDR     0x0004
#define SO_KEEPALIVE     0x0008
#define SO_DONTROUTE     0x0010
#define SO_BROADCAST     0x0020
#define SO_LINGER        0x0080
#define SO_SNDBUF        0x1001
#define SO_RCVBUF        0x1002
#define SO_SNDTIMEO      0x1005
#define SO_RCVTIMEO      0x1006
#define SO_ERROR         0x1007
#define SO_TYPE          0x1008
#define SO_EXCLUSIVEADDRUSE ((INT)(~SO_REUSEADDR))
#define SO_CONDITIONAL_ACCEPT 0x3002
#define TCP_NODELAY      0x0001
#define TCP_KEEPALIVE    3
#define TCP_MAXSEG       4
#define IPV6_V6ONLY      27
#define IP_HDRINCL       2
#define IP_TTL           4
#define IP_PKTINFO       19
#define IP_MULTICAST_TTL 10
#define IP_UNICAST_IF    31
#define MSG_OOB          0x1
#define MSG_PEEK         0x2
#define MSG_PARTIAL      0x8000
#define MSG_WAITALL      0x8

#define IOC_VOID         0x20000000
#define IOC_OUT          0x40000000
#define IOC_IN           0x80000000
#define IOC_INOUT        (IOC_IN | IOC_OUT)
#define IOC_WS2          0x08000000
#define IOC_VENDOR       0x18000000
#define _WSAIO(Family, Code)   (IOC_VOID | (Family) | (Code))
#define _WSAIOR(Family, Code)  (IOC_OUT | (Family) | (Code))
#define _WSAIOW(Family, Code)  (IOC_IN | (Family) | (Code))
#define _WSAIORW(Family, Code) (IOC_INOUT | (Family) | (Code))
#define SIO_ADDRESS_LIST_CHANGE _WSAIO(IOC_WS2, 23)
#define SIO_ADDRESS_LIST_QUERY  _WSAIOR(IOC_WS2, 22)
#define SIO_KEEPALIVE_VALS      _WSAIOW(IOC_VENDOR, 4)
#define FIONBIO                 0x8004667e
#define FIONREAD                0x4004667f

struct tcp_keepalive {
    ULONG onoff;
    ULONG keepalivetime;
    ULONG keepaliveinterval;
};

typedef struct linger {
    USHORT l_onoff;
    USHORT l_linger;
} LINGER, *PLINGER;

typedef struct _WSABUF {
    ULONG len;
    CHAR *buf;
} WSABUF, *LPWSABUF;

typedef struct cmsghdr {
    SIZE_T cmsg_len;
    INT cmsg_level;
    INT cmsg_type;
} WSACMSGHDR, *PWSACMSGHDR, *LPWSACMSGHDR, CMSGHDR, *PCMSGHDR;
#define CMSGHDR_ALIGN(Length)  (((Length) + 7) & ~(SIZE_T)7)
#define CMSGDATA_ALIGN(Length) (((Length) + 7) & ~(SIZE_T)7)
#define WSA_CMSG_DATA(Header) \
    ((UCHAR *)(Header) + CMSGDATA_ALIGN(sizeof(WSACMSGHDR)))
#define WSA_CMSG_SPACE(Length) \
    (CMSGDATA_ALIGN(sizeof(WSACMSGHDR) + CMSGHDR_ALIGN(Length)))
#define WSA_CMSG_LEN(Length) (CMSGDATA_ALIGN(sizeof(WSACMSGHDR)) + (Length))
#define CMSG_DATA  WSA_CMSG_DATA
#define CMSG_SPACE WSA_CMSG_SPACE
#define CMSG_LEN   WSA_CMSG_LEN

typedef struct in_pktinfo {
    IN_ADDR ipi_addr;
    ULONG ipi_ifindex;
} IN_PKTINFO, *PIN_PKTINFO;
typedef struct in6_pktinfo {
    IN6_ADDR ipi6_addr;
    ULONG ipi6_ifindex;
} IN6_PKTINFO, *PIN6_PKTINFO;
