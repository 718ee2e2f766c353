// What Winsock Kernel calls speak of: sockets, buffers, indications, flags.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "io.h"
#include "net_option.h"
#include "../netioddk.h"

#define WSKAPI NTAPI
#define MAKE_WSK_VERSION(Major, Minor) \
    ((USHORT)((Major) << 8) | (USHORT)((Minor)&0xff))
#define WSK_MAJOR_VERSION(Version) ((UCHAR)((Version) >> 8))
#define WSK_MINOR_VERSION(Version) ((UCHAR)(Version))

#define WSK_NO_WAIT              0
#define WSK_INFINITE_WAIT        0xffffffff

#define WSK_FLAG_BASIC_SOCKET      0x00000000
#define WSK_FLAG_LISTEN_SOCKET     0x00000001
#define WSK_FLAG_CONNECTION_SOCKET 0x00000002
#define WSK_FLAG_DATAGRAM_SOCKET   0x00000004
#define WSK_FLAG_STREAM_SOCKET     0x00000008
#define WSK_FLAG_INVALID_SOCKET    0xffffffff
#define WSK_FLAG_AT_DISPATCH_LEVEL 0x00000008
#define WSK_FLAG_RELEASE_ASAP      0x00000002
#define WSK_FLAG_ENTIRE_MESSAGE    0x00000004
#define WSK_FLAG_ABORTIVE          0x00000001
#define WSK_FLAG_NODELAY           0x00000002
#define WSK_FLAG_WAITALL           0x00000002
#define WSK_FLAG_DRAIN             0x00000004

#define WSK_EVENT_RECEIVE_FROM     0x00000100
#define WSK_EVENT_ACCEPT           0x00000200
#define WSK_EVENT_SEND_BACKLOG     0x00000010
#define WSK_EVENT_RECEIVE          0x00000040
#define WSK_EVENT_DISCONNECT       0x00000080
#define WSK_EVENT_DISABLE          0x80000000

#define SIO_WSK_SET_REMOTE_ADDRESS         _WSAIOW(IOC_WS2, 0)
#define SIO_WSK_REGISTER_EXTENSION         _WSAIORW(IOC_WS2, 1)
#define SIO_WSK_QUERY_IDEAL_SEND_BACKLOG   _WSAIOR(IOC_WS2, 2)
#define SIO_WSK_QUERY_RECEIVE_BACKLOG      _WSAIOR(IOC_WS2, 3)
#define SIO_WSK_QUERY_INSPECT_ID           _WSAIOR(IOC_WS2, 4)
#define SIO_WSK_SET_SENDTO_ADDRESS         _WSAIOW(IOC_WS2, 5)
#define SO_WSK_SECURITY                    (0x6000 + 1)
#define SO_WSK_EVENT_CALLBACK              (0x6000 + 2)
#define WSK_TRANSPORT_LIST_QUERY           2
#define WSK_TRANSPORT_LIST_CHANGE          3
#define WSK_CACHE_SD                       4
#define WSK_RELEASE_SD                     5
#define WSK_TDI_DEVICENAME_MAPPING         6
#define WSK_SET_STATIC_EVENT_CALLBACKS     7
#define WSK_TDI_BEHAVIOR                   8
#define WSK_TDI_BEHAVIOR_BYPASS_TDI        0x00000001

#define NS_ALL                     0
#define NS_DNS                     12

typedef PVOID PWSK_CLIENT;

typedef struct _WSK_SOCKET {
    const VOID *Dispatch;
} WSK_SOCKET, *PWSK_SOCKET;

typedef struct _WSK_BUF {
    PMDL Mdl;
    ULONG Offset;
    SIZE_T Length;
} WSK_BUF, *PWSK_BUF;

typedef struct _WSK_BUF_LIST {
    struct _WSK_BUF_LIST *Next;
    WSK_BUF Buffer;
} WSK_BUF_LIST, *PWSK_BUF_LIST;

typedef struct _WSK_DATA_INDICATION {
    struct _WSK_DATA_INDICATION *Next;
    WSK_BUF Buffer;
} WSK_DATA_INDICATION, *PWSK_DATA_INDICATION;

typedef struct _WSK_DATAGRAM_INDICATION {
    struct _WSK_DATAGRAM_INDICATION *Next;
    WSK_BUF Buffer;
    PCMSGHDR ControlInfo;
    ULONG ControlInfoLength;
    PSOCKADDR RemoteAddress;
} WSK_DATAGRAM_INDICATION, *PWSK_DATAGRAM_INDICATION;

typedef enum _WSK_INSPECT_ACTION {
    WskInspectReject,
    WskInspectAccept,
    WskInspectPend,
    WskInspectMax
} WSK_INSPECT_ACTION, *PWSK_INSPECT_ACTION;

typedef struct _WSK_INSPECT_ID {
    ULONG_PTR Key;
    ULONG SerialNumber;
} WSK_INSPECT_ID, *PWSK_INSPECT_ID;

typedef enum {
    WskSetOption,
    WskGetOption,
    WskIoctl,
    WskControlMax
} WSK_CONTROL_SOCKET_TYPE, *PWSK_CONTROL_SOCKET_TYPE;

typedef struct _WSK_EVENT_CALLBACK_CONTROL {
    PNPIID NpiId;
    ULONG EventMask;
} WSK_EVENT_CALLBACK_CONTROL, *PWSK_EVENT_CALLBACK_CONTROL;

typedef struct _WSK_TRANSPORT {
    USHORT Version;
    USHORT SocketType;
    ULONG Protocol;
    ADDRESS_FAMILY AddressFamily;
    GUID ProviderId;
} WSK_TRANSPORT, *PWSK_TRANSPORT;

typedef struct _WSK_TDI_MAP {
    USHORT SocketType;
    ADDRESS_FAMILY AddressFamily;
    ULONG Protocol;
    PWSTR TdiDeviceName;
} WSK_TDI_MAP, *PWSK_TDI_MAP;
typedef struct _WSK_TDI_MAP_INFO {
    ULONG ElementCount;
    const WSK_TDI_MAP *Map;
} WSK_TDI_MAP_INFO, *PWSK_TDI_MAP_INFO;

typedef struct _WSK_EXTENSION_CONTROL_IN {
    PNPIID NpiId;
    PVOID ClientContext;
    const VOID *ClientDispatch;
} WSK_EXTENSION_CONTROL_IN, *PWSK_EXTENSION_CONTROL_IN;
typedef struct _WSK_EXTENSION_CONTROL_OUT {
    PVOID ProviderContext;
    const VOID *ProviderDispatch;
} WSK_EXTENSION_CONTROL_OUT, *PWSK_EXTENSION_CONTROL_OUT;
