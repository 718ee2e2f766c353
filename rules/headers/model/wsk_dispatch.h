// The tables through which Winsock Kernel is called and calls back, and the
// four functions that bind a driver to it.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "wsk_types.h"

typedef NTSTATUS WSKAPI_CLIENT_EVENT(PVOID ClientContext, ULONG EventType,
                                     PVOID Information, SIZE_T Length);
typedef WSKAPI_CLIENT_EVENT *PFN_WSK_CLIENT_EVENT;
typedef NTSTATUS WSKAPI_RECEIVE_EVENT(PVOID SocketContext, ULONG Flags,
                                      PWSK_DATA_INDICATION Indication,
                                      SIZE_T Indicated, SIZE_T *Accepted);
typedef WSKAPI_RECEIVE_EVENT *PFN_WSK_RECEIVE_EVENT;
typedef NTSTATUS WSKAPI_DISCONNECT_EVENT(PVOID SocketContext, ULONG Flags);
typedef WSKAPI_DISCONNECT_EVENT *PFN_WSK_DISCONNECT_EVENT;
typedef NTSTATUS WSKAPI_SEND_BACKLOG_EVENT(PVOID SocketContext,
                                           SIZE_T IdealBacklogSize);
typedef WSKAPI_SEND_BACKLOG_EVENT *PFN_WSK_SEND_BACKLOG_EVENT;
typedef NTSTATUS WSKAPI_RECEIVE_FROM_EVENT(PVOID SocketContext, ULONG Flags,
                                           PWSK_DATAGRAM_INDICATION Data);
typedef WSKAPI_RECEIVE_FROM_EVENT *PFN_WSK_RECEIVE_FROM_EVENT;

struct _WSK_CLIENT_CONNECTION_DISPATCH;
typedef NTSTATUS
WSKAPI_ACCEPT_EVENT(PVOID SocketContext, ULONG Flags, PSOCKADDR LocalAddress,
                    PSOCKADDR RemoteAddress, PWSK_SOCKET AcceptSocket,
                    PVOID *AcceptSocketContext,
                    const struct _WSK_CLIENT_CONNECTION_DISPATCH **Dispatch);
typedef WSKAPI_ACCEPT_EVENT *PFN_WSK_ACCEPT_EVENT;
typedef WSK_INSPECT_ACTION WSKAPI_INSPECT_EVENT(PVOID SocketContext,
                                                PSOCKADDR LocalAddress,
                                                PSOCKADDR RemoteAddress,
                                                PWSK_INSPECT_ID InspectId);
typedef WSKAPI_INSPECT_EVENT *PFN_WSK_INSPECT_EVENT;
typedef NTSTATUS WSKAPI_ABORT_EVENT(PVOID SocketContext,
                                    PWSK_INSPECT_ID InspectId);
typedef WSKAPI_ABORT_EVENT *PFN_WSK_ABORT_EVENT;

typedef struct _WSK_CLIENT_DISPATCH {
    USHORT Version;
    USHORT Reserved;
    PFN_WSK_CLIENT_EVENT WskClientEvent;
} WSK_CLIENT_DISPATCH, *PWSK_CLIENT_DISPATCH;
typedef struct _WSK_CLIENT_DATAGRAM_DISPATCH {
    PFN_WSK_RECEIVE_FROM_EVENT WskReceiveFromEvent;
} WSK_CLIENT_DATAGRAM_DISPATCH, *PWSK_CLIENT_DATAGRAM_DISPATCH;
typedef struct _WSK_CLIENT_CONNECTION_DISPATCH {
    PFN_WSK_RECEIVE_EVENT WskReceiveEvent;
    PFN_WSK_DISCONNECT_EVENT WskDisconnectEvent;
    PFN_WSK_SEND_BACKLOG_EVENT WskSendBacklogEvent;
} WSK_CLIENT_CONNECTION_DISPATCH, *PWSK_CLIENT_CONNECTION_DISPATCH;
typedef struct _WSK_CLIENT_LISTEN_DISPATCH {
    PFN_WSK_ACCEPT_EVENT WskAcceptEvent;
    PFN_WSK_INSPECT_EVENT WskInspectEvent;
    PFN_WSK_ABORT_EVENT WskAbortEvent;
} WSK_CLIENT_LISTEN_DISPATCH, *PWSK_CLIENT_LISTEN_DISPATCH;
typedef struct _WSK_CLIENT_STREAM_DISPATCH {
    const WSK_CLIENT_LISTEN_DISPATCH *Listen;
    const WSK_CLIENT_CONNECTION_DISPATCH *Connect;
} WSK_CLIENT_STREAM_DISPATCH, *PWSK_CLIENT_STREAM_DISPATCH;

typedef struct _WSK_CLIENT_NPI {
    PVOID ClientContext;
    const WSK_CLIENT_DISPATCH *Dispatch;
} WSK_CLIENT_NPI, *PWSK_CLIENT_NPI;

typedef struct _WSK_REGISTRATION {
    ULONGLONG ReservedRegistrationState;
    PVOID ReservedRegistrationContext;
    KSPIN_LOCK ReservedRegistrationLock;
} WSK_REGISTRATION, *PWSK_REGISTRATION;

typedef NTSTATUS WSKAPI_SOCKET(PWSK_CLIENT Client, ADDRESS_FAMILY Family,
                               USHORT SocketType, ULONG Protocol, ULONG Flags,
                               PVOID SocketContext, const VOID *Dispatch,
                               PEPROCESS OwningProcess, PETHREAD OwningThread,
                               PSECURITY_DESCRIPTOR SecurityDescriptor,
                               PIRP Irp);
typedef WSKAPI_SOCKET *PFN_WSK_SOCKET;
typedef NTSTATUS WSKAPI_SOCKET_CONNECT(
    PWSK_CLIENT Client, USHORT SocketType, ULONG Protocol,
    PSOCKADDR LocalAddress, PSOCKADDR RemoteAddress, ULONG Flags,
    PVOID SocketContext, const WSK_CLIENT_CONNECTION_DISPATCH *Dispatch,
    PEPROCESS OwningProcess, PETHREAD OwningThread,
    PSECURITY_DESCRIPTOR SecurityDescriptor, PIRP Irp);
typedef WSKAPI_SOCKET_CONNECT *PFN_WSK_SOCKET_CONNECT;
typedef NTSTATUS WSKAPI_CONTROL_CLIENT(PWSK_CLIENT Client, ULONG ControlCode,
                                       SIZE_T InputSize, PVOID InputBuffer,
                                       SIZE_T OutputSize, PVOID OutputBuffer,
                                       SIZE_T *OutputSizeReturned, PIRP Irp);
typedef WSKAPI_CONTROL_CLIENT *PFN_WSK_CONTROL_CLIENT;
typedef NTSTATUS WSKAPI_GET_ADDRESS_INFO(
    PWSK_CLIENT Client, PUNICODE_STRING NodeName, PUNICODE_STRING ServiceName,
    ULONG NameSpace, GUID *Provider, PADDRINFOEXW Hints, PADDRINFOEXW *Result,
    PEPROCESS OwningProcess, PETHREAD OwningThread, PIRP Irp);
typedef WSKAPI_GET_ADDRESS_INFO *PFN_WSK_GET_ADDRESS_INFO;
typedef VOID WSKAPI_FREE_ADDRESS_INFO(PWSK_CLIENT Client,
                                      PADDRINFOEXW AddrInfo);
typedef WSKAPI_FREE_ADDRESS_INFO *PFN_WSK_FREE_ADDRESS_INFO;
typedef NTSTATUS WSKAPI_GET_NAME_INFO(PWSK_CLIENT Client, PSOCKADDR SockAddr,
                                      ULONG SockAddrLength,
                                      PUNICODE_STRING NodeName,
                                      PUNICODE_STRING ServiceName, ULONG Flags,
                                      PEPROCESS OwningProcess,
                                      PETHREAD OwningThread, PIRP Irp);
typedef WSKAPI_GET_NAME_INFO *PFN_WSK_GET_NAME_INFO;

typedef struct _WSK_PROVIDER_DISPATCH {
    USHORT Version;
    USHORT Reserved;
    PFN_WSK_SOCKET WskSocket;
    PFN_WSK_SOCKET_CONNECT WskSocketConnect;
    PFN_WSK_CONTROL_CLIENT WskControlClient;
    PFN_WSK_GET_ADDRESS_INFO WskGetAddressInfo;
    PFN_WSK_FREE_ADDRESS_INFO WskFreeAddressInfo;
    PFN_WSK_GET_NAME_INFO WskGetNameInfo;
} WSK_PROVIDER_DISPATCH, *PWSK_PROVIDER_DISPATCH;
typedef struct _WSK_PROVIDER_NPI {
    PWSK_CLIENT Client;
    const WSK_PROVIDER_DISPATCH *Dispatch;
} WSK_PROVIDER_NPI, *PWSK_PROVIDER_NPI;
typedef struct _WSK_PROVIDER_CHARACTERISTICS {
    USHORT HighestVersion;
    USHORT LowestVersion;
} WSK_PROVIDER_CHARACTERISTICS, *PWSK_PROVIDER_CHARACTERISTICS;

typedef NTSTATUS WSKAPI_CONTROL_SOCKET(
    PWSK_SOCKET Socket, WSK_CONTROL_SOCKET_TYPE RequestType, ULONG ControlCode,
    ULONG Level, SIZE_T InputSize, PVOID InputBuffer, SIZE_T OutputSize,
    PVOID OutputBuffer, SIZE_T *OutputSizeReturned, PIRP Irp);
typedef WSKAPI_CONTROL_SOCKET *PFN_WSK_CONTROL_SOCKET;
typedef NTSTATUS WSKAPI_CLOSE_SOCKET(PWSK_SOCKET Socket, PIRP Irp);
typedef WSKAPI_CLOSE_SOCKET *PFN_WSK_CLOSE_SOCKET;
typedef NTSTATUS WSKAPI_BIND(PWSK_SOCKET Socket, PSOCKADDR LocalAddress,
                             ULONG Flags, PIRP Irp);
typedef WSKAPI_BIND *PFN_WSK_BIND;
typedef NTSTATUS WSKAPI_GET_LOCAL_ADDRESS(PWSK_SOCKET Socket,
                                          PSOCKADDR LocalAddress, PIRP Irp);
typedef WSKAPI_GET_LOCAL_ADDRESS *PFN_WSK_GET_LOCAL_ADDRESS;
typedef NTSTATUS WSKAPI_GET_REMOTE_ADDRESS(PWSK_SOCKET Socket,
                                           PSOCKADDR RemoteAddress, PIRP Irp);
typedef WSKAPI_GET_REMOTE_ADDRESS *PFN_WSK_GET_REMOTE_ADDRESS;
typedef NTSTATUS WSKAPI_SEND_TO(PWSK_SOCKET Socket, PWSK_BUF Buffer,
                                ULONG Flags, PSOCKADDR RemoteAddress,
                                ULONG ControlInfoLength, PCMSGHDR ControlInfo,
                                PIRP Irp);
typedef WSKAPI_SEND_TO *PFN_WSK_SEND_TO;
typedef NTSTATUS WSKAPI_SEND_MESSAGES(PWSK_SOCKET Socket, PWSK_BUF_LIST List,
                                      ULONG Flags, PSOCKADDR RemoteAddress,
                                      ULONG ControlInfoLength,
                                      PCMSGHDR ControlInfo, PIRP Irp);
typedef WSKAPI_SEND_MESSAGES *PFN_WSK_SEND_MESSAGES;
typedef NTSTATUS WSKAPI_RECEIVE_FROM(PWSK_SOCKET Socket, PWSK_BUF Buffer,
                                     ULONG Flags, PSOCKADDR RemoteAddress,
                                     PULONG ControlLength,
                                     PCMSGHDR ControlInfo, PULONG ControlFlags,
                                     PIRP Irp);
typedef WSKAPI_RECEIVE_FROM *PFN_WSK_RECEIVE_FROM;
typedef NTSTATUS WSKAPI_RELEASE_DATAGRAM_INDICATION_LIST(
    PWSK_SOCKET Socket, PWSK_DATAGRAM_INDICATION Indication);
typedef WSKAPI_RELEASE_DATAGRAM_INDICATION_LIST
    *PFN_WSK_RELEASE_DATAGRAM_INDICATION_LIST;
typedef NTSTATUS WSKAPI_ACCEPT(PWSK_SOCKET Socket, ULONG Flags,
                               PVOID AcceptSocketContext,
                               const WSK_CLIENT_CONNECTION_DISPATCH *Dispatch,
                               PSOCKADDR LocalAddress, PSOCKADDR RemoteAddress,
                               PIRP Irp);
typedef WSKAPI_ACCEPT *PFN_WSK_ACCEPT;
typedef NTSTATUS WSKAPI_INSPECT_COMPLETE(PWSK_SOCKET Socket,
                                         PWSK_INSPECT_ID InspectId,
                                         WSK_INSPECT_ACTION Action, PIRP Irp);
typedef WSKAPI_INSPECT_COMPLETE *PFN_WSK_INSPECT_COMPLETE;
typedef NTSTATUS WSKAPI_LISTEN(PWSK_SOCKET Socket, PIRP Irp);
typedef WSKAPI_LISTEN *PFN_WSK_LISTEN;
typedef NTSTATUS WSKAPI_CONNECT(PWSK_SOCKET Socket, PSOCKADDR RemoteAddress,
                                ULONG Flags, PIRP Irp);
typedef WSKAPI_CONNECT *PFN_WSK_CONNECT;
typedef NTSTATUS WSKAPI_CONNECT_EX(PWSK_SOCKET Socket, PSOCKADDR RemoteAddress,
                                   PWSK_BUF Buffer, ULONG Flags, PIRP Irp);
typedef WSKAPI_CONNECT_EX *PFN_WSK_CONNECT_EX;
typedef NTSTATUS WSKAPI_DISCONNECT(PWSK_SOCKET Socket, PWSK_BUF Buffer,
                                   ULONG Flags, PIRP Irp);
typedef WSKAPI_DISCONNECT *PFN_WSK_DISCONNECT;
typedef NTSTATUS WSKAPI_SEND(PWSK_SOCKET Socket, PWSK_BUF Buffer, ULONG Flags,
                             PIRP Irp);
typedef WSKAPI_SEND *PFN_WSK_SEND;
typedef NTSTATUS WSKAPI_SEND_EX(PWSK_SOCKET Socket, PWSK_BUF Buffer,
                                ULONG Flags, ULONG ControlInfoLength,
                                PCMSGHDR ControlInfo, PIRP Irp);
typedef WSKAPI_SEND_EX *PFN_WSK_SEND_EX;
typedef NTSTATUS WSKAPI_RECEIVE(PWSK_SOCKET Socket, PWSK_BUF Buffer,
                                ULONG Flags, PIRP Irp);
typedef WSKAPI_RECEIVE *PFN_WSK_RECEIVE;
typedef NTSTATUS WSKAPI_RECEIVE_EX(PWSK_SOCKET Socket, PWSK_BUF Buffer,
                                   ULONG Flags, PULONG ControlInfoLength,
                                   PCMSGHDR ControlInfo, PULONG ControlFlags,
                                   PIRP Irp);
typedef WSKAPI_RECEIVE_EX *PFN_WSK_RECEIVE_EX;
typedef NTSTATUS WSKAPI_RELEASE_DATA_INDICATION_LIST(
    PWSK_SOCKET Socket, PWSK_DATA_INDICATION Indication);
typedef WSKAPI_RELEASE_DATA_INDICATION_LIST
    *PFN_WSK_RELEASE_DATA_INDICATION_LIST;

typedef struct _WSK_PROVIDER_BASIC_DISPATCH {
    PFN_WSK_CONTROL_SOCKET WskControlSocket;
    PFN_WSK_CLOSE_SOCKET WskCloseSocket;
} WSK_PROVIDER_BASIC_DISPATCH, *PWSK_PROVIDER_BASIC_DISPATCH;

// Every table begins with the basic one, whose members drivers reach by their
// own names and, in C++, through Basic.
#define MODEL_WSK_BASIC                            \
    union {                                        \
        WSK_PROVIDER_BASIC_DISPATCH Basic;         \
        struct {                                   \
            PFN_WSK_CONTROL_SOCKET WskControlSocket; \
            PFN_WSK_CLOSE_SOCKET WskCloseSocket;   \
        };                                         \
    }
typedef struct _WSK_PROVIDER_DATAGRAM_DISPATCH {
    MODEL_WSK_BASIC;
    PFN_WSK_BIND WskBind;
    PFN_WSK_SEND_TO WskSendTo;
    PFN_WSK_RECEIVE_FROM WskReceiveFrom;
    PFN_WSK_RELEASE_DATAGRAM_INDICATION_LIST WskRelease;
    PFN_WSK_GET_LOCAL_ADDRESS WskGetLocalAddress;
    PFN_WSK_SEND_MESSAGES WskSendMessages;
} WSK_PROVIDER_DATAGRAM_DISPATCH, *PWSK_PROVIDER_DATAGRAM_DISPATCH;
typedef struct _WSK_PROVIDER_LISTEN_DISPATCH {
    MODEL_WSK_BASIC;
    PFN_WSK_BIND WskBind;
    PFN_WSK_ACCEPT WskAccept;
    PFN_WSK_INSPECT_COMPLETE WskInspectComplete;
    PFN_WSK_GET_LOCAL_ADDRESS WskGetLocalAddress;
} WSK_PROVIDER_LISTEN_DISPATCH, *PWSK_PROVIDER_LISTEN_DISPATCH;
typedef struct _WSK_PROVIDER_CONNECTION_DISPATCH {
    MODEL_WSK_BASIC;
    PFN_WSK_BIND WskBind;
    PFN_WSK_CONNECT WskConnect;
    PFN_WSK_GET_LOCAL_ADDRESS WskGetLocalAddress;
    PFN_WSK_GET_REMOTE_ADDRESS WskGetRemoteAddress;
    PFN_WSK_SEND WskSend;
    PFN_WSK_RECEIVE WskReceive;
    PFN_WSK_DISCONNECT WskDisconnect;
    PFN_WSK_RELEASE_DATA_INDICATION_LIST WskRelease;
    PFN_WSK_CONNECT_EX WskConnectEx;
    PFN_WSK_SEND_EX WskSendEx;
    PFN_WSK_RECEIVE_EX WskReceiveEx;
} WSK_PROVIDER_CONNECTION_DISPATCH, *PWSK_PROVIDER_CONNECTION_DISPATCH;
typedef struct _WSK_PROVIDER_STREAM_DISPATCH {
    MODEL_WSK_BASIC;
    PFN_WSK_BIND WskBind;
    PFN_WSK_ACCEPT WskAccept;
    PFN_WSK_CONNECT WskConnect;
    PFN_WSK_LISTEN WskListen;
    PFN_WSK_SEND WskSend;
    PFN_WSK_RECEIVE WskReceive;
    PFN_WSK_DISCONNECT WskDisconnect;
    PFN_WSK_RELEASE_DATA_INDICATION_LIST WskRelease;
    PFN_WSK_GET_LOCAL_ADDRESS WskGetLocalAddress;
    PFN_WSK_GET_REMOTE_ADDRESS WskGetRemoteAddress;
    PFN_WSK_CONNECT_EX WskConnectEx;
    PFN_WSK_SEND_EX WskSendEx;
    PFN_WSK_RECEIVE_EX WskReceiveEx;
} WSK_PROVIDER_STREAM_DISPATCH, *PWSK_PROVIDER_STREAM_DISPATCH;

EXTERN_C_START
NTSTATUS WskRegister(PWSK_CLIENT_NPI WskClientNpi,
                     PWSK_REGISTRATION WskRegistration);
VOID WskDeregister(PWSK_REGISTRATION WskRegistration);
NTSTATUS WskCaptureProviderNPI(PWSK_REGISTRATION WskRegistration,
                               ULONG WaitTimeout,
                               PWSK_PROVIDER_NPI WskProviderNpi);
VOID WskReleaseProviderNPI(PWSK_REGISTRATION WskRegistration);
NTSTATUS WskQueryProviderCharacteristics(
    PWSK_REGISTRATION WskRegistration,
    PWSK_PROVIDER_CHARACTERISTICS Characteristics);
EXTERN_C_END
EXTERN_C const NPIID NPI_WSK_INTERFACE_ID;
