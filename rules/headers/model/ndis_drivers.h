// The characteristics by which miniports, filters and protocols say what to
// call, what those routines are given, and the calls back into NDIS.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "ndis_kit.h"
#include "ndis_oids.h"
#include "../ifdef.h"
#include "ndis_requests.h"

typedef NDIS_STATUS SET_OPTIONS(NDIS_HANDLE Driver, NDIS_HANDLE Context);
typedef SET_OPTIONS *SET_OPTIONS_HANDLER, *DRIVER_SET_OPTIONS_HANDLER;
typedef SET_OPTIONS MINIPORT_SET_OPTIONS, FILTER_SET_OPTIONS,
    PROTOCOL_SET_OPTIONS;
typedef NDIS_OBJECT_HEADER NDIS_DRIVER_OPTIONAL_HANDLERS,
    *PNDIS_DRIVER_OPTIONAL_HANDLERS;
typedef NDIS_STATUS MINIPORT_INITIALIZE(NDIS_HANDLE Adapter,
                                        NDIS_HANDLE DriverContext,
                                        PNDIS_MINIPORT_INIT_PARAMETERS Init);
typedef MINIPORT_INITIALIZE *MINIPORT_INITIALIZE_HANDLER;
typedef VOID MINIPORT_HALT(NDIS_HANDLE Context, NDIS_HALT_ACTION Action);
typedef MINIPORT_HALT *MINIPORT_HALT_HANDLER;
typedef VOID MINIPORT_UNLOAD(PDRIVER_OBJECT DriverObject);
typedef MINIPORT_UNLOAD *MINIPORT_DRIVER_UNLOAD;
typedef NDIS_STATUS MINIPORT_PAUSE(NDIS_HANDLE Context,
                                   PNDIS_MINIPORT_PAUSE_PARAMETERS Parameters);
typedef MINIPORT_PAUSE *MINIPORT_PAUSE_HANDLER;
typedef NDIS_STATUS MINIPORT_RESTART(
    NDIS_HANDLE Context, PNDIS_MINIPORT_RESTART_PARAMETERS Parameters);
typedef MINIPORT_RESTART *MINIPORT_RESTART_HANDLER;
typedef NDIS_STATUS MINIPORT_OID_REQUEST(NDIS_HANDLE Context,
                                         PNDIS_OID_REQUEST Request);
typedef MINIPORT_OID_REQUEST *MINIPORT_OID_REQUEST_HANDLER,
    MINIPORT_DIRECT_OID_REQUEST, *MINIPORT_DIRECT_OID_REQUEST_HANDLER;
typedef VOID MINIPORT_SEND_NET_BUFFER_LISTS(NDIS_HANDLE Context,
                                            PNET_BUFFER_LIST Lists,
                                            NDIS_PORT_NUMBER Port,
                                            ULONG Flags);
typedef MINIPORT_SEND_NET_BUFFER_LISTS *MINIPORT_SEND_NET_BUFFER_LISTS_HANDLER;
typedef VOID MINIPORT_RETURN_NET_BUFFER_LISTS(NDIS_HANDLE Context,
                                              PNET_BUFFER_LIST Lists,
                                              ULONG Flags);
typedef MINIPORT_RETURN_NET_BUFFER_LISTS
    *MINIPORT_RETURN_NET_BUFFER_LISTS_HANDLER;
typedef VOID MINIPORT_CANCEL_SEND(NDIS_HANDLE Context, PVOID CancelId);
typedef MINIPORT_CANCEL_SEND *MINIPORT_CANCEL_SEND_HANDLER;
typedef BOOLEAN MINIPORT_CHECK_FOR_HANG(NDIS_HANDLE Context);
typedef MINIPORT_CHECK_FOR_HANG *MINIPORT_CHECK_FOR_HANG_HANDLER;
typedef NDIS_STATUS MINIPORT_RESET(NDIS_HANDLE Context, PBOOLEAN Reset);
typedef MINIPORT_RESET *MINIPORT_RESET_HANDLER;
typedef VOID MINIPORT_DEVICE_PNP_EVENT_NOTIFY(NDIS_HANDLE Context,
                                              PNET_DEVICE_PNP_EVENT Event);
typedef MINIPORT_DEVICE_PNP_EVENT_NOTIFY
    *MINIPORT_DEVICE_PNP_EVENT_NOTIFY_HANDLER;
typedef VOID MINIPORT_SHUTDOWN(NDIS_HANDLE Context,
                               NDIS_SHUTDOWN_ACTION Action);
typedef MINIPORT_SHUTDOWN *MINIPORT_SHUTDOWN_HANDLER;
typedef VOID MINIPORT_CANCEL_OID_REQUEST(NDIS_HANDLE Context, PVOID Id);
typedef MINIPORT_CANCEL_OID_REQUEST *MINIPORT_CANCEL_OID_REQUEST_HANDLER,
    MINIPORT_CANCEL_DIRECT_OID_REQUEST,
    *MINIPORT_CANCEL_DIRECT_OID_REQUEST_HANDLER;

typedef struct _NDIS_MINIPORT_DRIVER_CHARACTERISTICS {
    NDIS_OBJECT_HEADER Header;
    UCHAR MajorNdisVersion;
    UCHAR MinorNdisVersion;
    UCHAR MajorDriverVersion;
    UCHAR MinorDriverVersion;
    ULONG Flags;
    SET_OPTIONS_HANDLER SetOptionsHandler;
    MINIPORT_INITIALIZE_HANDLER InitializeHandlerEx;
    MINIPORT_HALT_HANDLER HaltHandlerEx;
    MINIPORT_DRIVER_UNLOAD UnloadHandler;
    MINIPORT_PAUSE_HANDLER PauseHandler;
    MINIPORT_RESTART_HANDLER RestartHandler;
    MINIPORT_OID_REQUEST_HANDLER OidRequestHandler;
    MINIPORT_SEND_NET_BUFFER_LISTS_HANDLER SendNetBufferListsHandler;
    MINIPORT_RETURN_NET_BUFFER_LISTS_HANDLER ReturnNetBufferListsHandler;
    MINIPORT_CANCEL_SEND_HANDLER CancelSendHandler;
    MINIPORT_CHECK_FOR_HANG_HANDLER CheckForHangHandlerEx;
    MINIPORT_RESET_HANDLER ResetHandlerEx;
    MINIPORT_DEVICE_PNP_EVENT_NOTIFY_HANDLER DevicePnPEventNotifyHandler;
    MINIPORT_SHUTDOWN_HANDLER ShutdownHandlerEx;
    MINIPORT_CANCEL_OID_REQUEST_HANDLER CancelOidRequestHandler;
    MINIPORT_DIRECT_OID_REQUEST_HANDLER DirectOidRequestHandler;
    MINIPORT_CANCEL_DIRECT_OID_REQUEST_HANDLER CancelDirectOidRequestHandler;
} NDIS_MINIPORT_DRIVER_CHARACTERISTICS,
    *PNDIS_MINIPORT_DRIVER_CHARACTERISTICS;
#define NDIS_MINIPORT_DRIVER_CHARACTERISTICS_REVISION_1 1
#define NDIS_MINIPORT_DRIVER_CHARACTERISTICS_REVISION_2 2
#define NDIS_MINIPORT_DRIVER_CHARACTERISTICS_REVISION_3 3
#define NDIS_SIZEOF_MINIPORT_DRIVER_CHARACTERISTICS_REVISION_1     \
    RTL_SIZEOF_THROUGH_FIELD(NDIS_MINIPORT_DRIVER_CHARACTERISTICS, \
                             CancelOidRequestHandler)
#define NDIS_SIZEOF_MINIPORT_DRIVER_CHARACTERISTICS_REVISION_2     \
    RTL_SIZEOF_THROUGH_FIELD(NDIS_MINIPORT_DRIVER_CHARACTERISTICS, \
                             CancelDirectOidRequestHandler)
#define NDIS_SIZEOF_MINIPORT_DRIVER_CHARACTERISTICS_REVISION_3 \
    (NDIS_SIZEOF_MINIPORT_DRIVER_CHARACTERISTICS_REVISION_2 + sizeof(PVOID))
#define NDIS_WDM_DRIVER          0x00000002
#define NDIS_INTERMEDIATE_DRIVER 0x00000001

typedef NDIS_STATUS FILTER_SET_MODULE_OPTIONS(NDIS_HANDLE Context);
typedef FILTER_SET_MODULE_OPTIONS *FILTER_SET_FILTER_MODULE_OPTIONS_HANDLER;
typedef NDIS_STATUS FILTER_ATTACH(NDIS_HANDLE Filter, NDIS_HANDLE DriverContext,
                                  PNDIS_FILTER_ATTACH_PARAMETERS Parameters);
typedef FILTER_ATTACH *FILTER_ATTACH_HANDLER;
typedef VOID FILTER_DETACH(NDIS_HANDLE Context);
typedef FILTER_DETACH *FILTER_DETACH_HANDLER;
typedef NDIS_STATUS FILTER_RESTART(NDIS_HANDLE Context,
                                   PNDIS_FILTER_RESTART_PARAMETERS Parameters);
typedef FILTER_RESTART *FILTER_RESTART_HANDLER;
typedef NDIS_STATUS FILTER_PAUSE(NDIS_HANDLE Context,
                                 PNDIS_FILTER_PAUSE_PARAMETERS Parameters);
typedef FILTER_PAUSE *FILTER_PAUSE_HANDLER;
typedef VOID FILTER_SEND_NET_BUFFER_LISTS(NDIS_HANDLE Context,
                                          PNET_BUFFER_LIST Lists,
                                          NDIS_PORT_NUMBER Port, ULONG Flags);
typedef FILTER_SEND_NET_BUFFER_LISTS *FILTER_SEND_NET_BUFFER_LISTS_HANDLER;
typedef VOID FILTER_SEND_NET_BUFFER_LISTS_COMPLETE(NDIS_HANDLE Context,
                                                   PNET_BUFFER_LIST Lists,
                                                   ULONG Flags);
typedef FILTER_SEND_NET_BUFFER_LISTS_COMPLETE
    *FILTER_SEND_NET_BUFFER_LISTS_COMPLETE_HANDLER;
typedef VOID FILTER_CANCEL_SEND_NET_BUFFER_LISTS(NDIS_HANDLE Context,
                                                 PVOID CancelId);
typedef FILTER_CANCEL_SEND_NET_BUFFER_LISTS *FILTER_CANCEL_SEND_HANDLER;
typedef VOID FILTER_RECEIVE_NET_BUFFER_LISTS(NDIS_HANDLE Context,
                                             PNET_BUFFER_LIST Lists,
                                             NDIS_PORT_NUMBER Port,
                                             ULONG Count, ULONG Flags);
typedef FILTER_RECEIVE_NET_BUFFER_LISTS
    *FILTER_RECEIVE_NET_BUFFER_LISTS_HANDLER;
typedef VOID FILTER_RETURN_NET_BUFFER_LISTS(NDIS_HANDLE Context,
                                            PNET_BUFFER_LIST Lists,
                                            ULONG Flags);
typedef FILTER_RETURN_NET_BUFFER_LISTS *FILTER_RETURN_NET_BUFFER_LISTS_HANDLER;
typedef NDIS_STATUS FILTER_OID_REQUEST(NDIS_HANDLE Context,
                                       PNDIS_OID_REQUEST Request);
typedef FILTER_OID_REQUEST *FILTER_OID_REQUEST_HANDLER,
    FILTER_DIRECT_OID_REQUEST, *FILTER_DIRECT_OID_REQUEST_HANDLER;
typedef VOID FILTER_OID_REQUEST_COMPLETE(NDIS_HANDLE Context,
                                         PNDIS_OID_REQUEST Request,
                                         NDIS_STATUS Status);
typedef FILTER_OID_REQUEST_COMPLETE *FILTER_OID_REQUEST_COMPLETE_HANDLER,
    FILTER_DIRECT_OID_REQUEST_COMPLETE,
    *FILTER_DIRECT_OID_REQUEST_COMPLETE_HANDLER;
typedef VOID FILTER_CANCEL_OID_REQUEST(NDIS_HANDLE Context, PVOID RequestId);
typedef FILTER_CANCEL_OID_REQUEST *FILTER_CANCEL_OID_REQUEST_HANDLER,
    FILTER_CANCEL_DIRECT_OID_REQUEST,
    *FILTER_CANCEL_DIRECT_OID_REQUEST_HANDLER;
typedef VOID FILTER_DEVICE_PNP_EVENT_NOTIFY(NDIS_HANDLE Context,
                                            PNET_DEVICE_PNP_EVENT Event);
typedef FILTER_DEVICE_PNP_EVENT_NOTIFY *FILTER_DEVICE_PNP_EVENT_NOTIFY_HANDLER;
typedef NDIS_STATUS FILTER_NET_PNP_EVENT(NDIS_HANDLE Context,
                                         PNET_PNP_EVENT_NOTIFICATION Event);
typedef FILTER_NET_PNP_EVENT *FILTER_NET_PNP_EVENT_HANDLER;
typedef VOID FILTER_STATUS(NDIS_HANDLE Context,
                           PNDIS_STATUS_INDICATION Indication);
typedef FILTER_STATUS *FILTER_STATUS_HANDLER;

typedef struct _NDIS_FILTER_DRIVER_CHARACTERISTICS {
    NDIS_OBJECT_HEADER Header;
    UCHAR MajorNdisVersion;
    UCHAR MinorNdisVersion;
    UCHAR MajorDriverVersion;
    UCHAR MinorDriverVersion;
    ULONG Flags;
    NDIS_STRING FriendlyName;
    NDIS_STRING UniqueName;
    NDIS_STRING ServiceName;
    SET_OPTIONS_HANDLER SetOptionsHandler;
    FILTER_SET_FILTER_MODULE_OPTIONS_HANDLER SetFilterModuleOptionsHandler;
    FILTER_ATTACH_HANDLER AttachHandler;
    FILTER_DETACH_HANDLER DetachHandler;
    FILTER_RESTART_HANDLER RestartHandler;
    FILTER_PAUSE_HANDLER PauseHandler;
    FILTER_SEND_NET_BUFFER_LISTS_HANDLER SendNetBufferListsHandler;
    FILTER_SEND_NET_BUFFER_LISTS_COMPLETE_HANDLER
        SendNetBufferListsCompleteHandler;
    FILTER_CANCEL_SEND_HANDLER CancelSendNetBufferListsHandler;
    FILTER_RECEIVE_NET_BUFFER_LISTS_HANDLER ReceiveNetBufferListsHandler;
    FILTER_RETURN_NET_BUFFER_LISTS_HANDLER ReturnNetBufferListsHandler;
    FILTER_OID_REQUEST_HANDLER OidRequestHandler;
    FILTER_OID_REQUEST_COMPLETE_HANDLER OidRequestCompleteHandler;
    FILTER_CANCEL_OID_REQUEST_HANDLER CancelOidRequestHandler;
    FILTER_DEVICE_PNP_EVENT_NOTIFY_HANDLER DevicePnPEventNotifyHandler;
    FILTER_NET_PNP_EVENT_HANDLER NetPnPEventHandler;
    FILTER_STATUS_HANDLER StatusHandler;
    FILTER_DIRECT_OID_REQUEST_HANDLER DirectOidRequestHandler;
    FILTER_DIRECT_OID_REQUEST_COMPLETE_HANDLER DirectOidRequestCompleteHandler;
    FILTER_CANCEL_DIRECT_OID_REQUEST_HANDLER CancelDirectOidRequestHandler;
} NDIS_FILTER_DRIVER_CHARACTERISTICS, *PNDIS_FILTER_DRIVER_CHARACTERISTICS,
    NDIS_FILTER_PARTIAL_CHARACTERISTICS;
#define NDIS_FILTER_CHARACTERISTICS_REVISION_1 1
#define NDIS_FILTER_CHARACTERISTICS_REVISION_2 2
#define NDIS_FILTER_CHARACTERISTICS_REVISION_3 3
#define NDIS_SIZEOF_FILTER_DRIVER_CHARACTERISTICS_REVISION_1 \
    RTL_SIZEOF_THROUGH_FIELD(NDIS_FILTER_DRIVER_CHARACTERISTICS, StatusHandler)
#define NDIS_SIZEOF_FILTER_DRIVER_CHARACTERISTICS_REVISION_2     \
    RTL_SIZEOF_THROUGH_FIELD(NDIS_FILTER_DRIVER_CHARACTERISTICS, \
                             CancelDirectOidRequestHandler)
#define NDIS_FILTER_DRIVER_MANDATORY 0x00000001

typedef NDIS_STATUS PROTOCOL_BIND_ADAPTER_EX(NDIS_HANDLE DriverContext,
                                             NDIS_HANDLE BindContext,
                                             PNDIS_BIND_PARAMETERS Parameters);
typedef PROTOCOL_BIND_ADAPTER_EX *BIND_HANDLER_EX;
typedef NDIS_STATUS PROTOCOL_UNBIND_ADAPTER_EX(NDIS_HANDLE UnbindContext,
                                               NDIS_HANDLE BindingContext);
typedef PROTOCOL_UNBIND_ADAPTER_EX *UNBIND_HANDLER_EX;
typedef VOID PROTOCOL_OPEN_ADAPTER_COMPLETE_EX(NDIS_HANDLE Context,
                                               NDIS_STATUS Status);
typedef PROTOCOL_OPEN_ADAPTER_COMPLETE_EX *OPEN_ADAPTER_COMPLETE_HANDLER_EX;
typedef VOID PROTOCOL_CLOSE_ADAPTER_COMPLETE_EX(NDIS_HANDLE Context);
typedef PROTOCOL_CLOSE_ADAPTER_COMPLETE_EX *CLOSE_ADAPTER_COMPLETE_HANDLER_EX;
typedef NDIS_STATUS PROTOCOL_NET_PNP_EVENT(NDIS_HANDLE Context,
                                           PNET_PNP_EVENT_NOTIFICATION Event);
typedef PROTOCOL_NET_PNP_EVENT *NET_PNP_EVENT_HANDLER;
typedef VOID PROTOCOL_UNINSTALL(VOID);
typedef PROTOCOL_UNINSTALL *UNINSTALL_PROTOCOL_HANDLER;
typedef VOID PROTOCOL_OID_REQUEST_COMPLETE(NDIS_HANDLE Context,
                                           PNDIS_OID_REQUEST Request,
                                           NDIS_STATUS Status);
typedef PROTOCOL_OID_REQUEST_COMPLETE *OID_REQUEST_COMPLETE_HANDLER,
    PROTOCOL_DIRECT_OID_REQUEST_COMPLETE,
    *DIRECT_OID_REQUEST_COMPLETE_HANDLER;
typedef VOID PROTOCOL_STATUS_EX(NDIS_HANDLE Context,
                                PNDIS_STATUS_INDICATION Indication);
typedef PROTOCOL_STATUS_EX *STATUS_HANDLER_EX;
typedef VOID PROTOCOL_RECEIVE_NET_BUFFER_LISTS(NDIS_HANDLE Context,
                                               PNET_BUFFER_LIST Lists,
                                               NDIS_PORT_NUMBER Port,
                                               ULONG Count, ULONG Flags);
typedef PROTOCOL_RECEIVE_NET_BUFFER_LISTS *RECEIVE_NET_BUFFER_LISTS_HANDLER;
typedef VOID PROTOCOL_SEND_NET_BUFFER_LISTS_COMPLETE(NDIS_HANDLE Context,
                                                     PNET_BUFFER_LIST Lists,
                                                     ULONG Flags);
typedef PROTOCOL_SEND_NET_BUFFER_LISTS_COMPLETE
    *SEND_NET_BUFFER_LISTS_COMPLETE_HANDLER;

typedef struct _NDIS_PROTOCOL_DRIVER_CHARACTERISTICS {
    NDIS_OBJECT_HEADER Header;
    UCHAR MajorNdisVersion;
    UCHAR MinorNdisVersion;
    UCHAR MajorDriverVersion;
    UCHAR MinorDriverVersion;
    ULONG Flags;
    NDIS_STRING Name;
    SET_OPTIONS_HANDLER SetOptionsHandler;
    BIND_HANDLER_EX BindAdapterHandlerEx;
    UNBIND_HANDLER_EX UnbindAdapterHandlerEx;
    OPEN_ADAPTER_COMPLETE_HANDLER_EX OpenAdapterCompleteHandlerEx;
    CLOSE_ADAPTER_COMPLETE_HANDLER_EX CloseAdapterCompleteHandlerEx;
    NET_PNP_EVENT_HANDLER NetPnPEventHandler;
    UNINSTALL_PROTOCOL_HANDLER UninstallHandler;
    OID_REQUEST_COMPLETE_HANDLER OidRequestCompleteHandler;
    STATUS_HANDLER_EX StatusHandlerEx;
    RECEIVE_NET_BUFFER_LISTS_HANDLER ReceiveNetBufferListsHandler;
    SEND_NET_BUFFER_LISTS_COMPLETE_HANDLER SendNetBufferListsCompleteHandler;
    DIRECT_OID_REQUEST_COMPLETE_HANDLER DirectOidRequestCompleteHandler;
} NDIS_PROTOCOL_DRIVER_CHARACTERISTICS,
    *PNDIS_PROTOCOL_DRIVER_CHARACTERISTICS;
#define NDIS_PROTOCOL_DRIVER_CHARACTERISTICS_REVISION_1 1
#define NDIS_PROTOCOL_DRIVER_CHARACTERISTICS_REVISION_2 2
#define NDIS_SIZEOF_PROTOCOL_DRIVER_CHARACTERISTICS_REVISION_1     \
    RTL_SIZEOF_THROUGH_FIELD(NDIS_PROTOCOL_DRIVER_CHARACTERISTICS, \
                             SendNetBufferListsCompleteHandler)
#define NDIS_SIZEOF_PROTOCOL_DRIVER_CHARACTERISTICS_REVISION_2     \
    RTL_SIZEOF_THROUGH_FIELD(NDIS_PROTOCOL_DRIVER_CHARACTERISTICS, \
                             DirectOidRequestCompleteHandler)

EXTERN_C_START
NDIS_STATUS NdisMRegisterMiniportDriver(
    PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath,
    NDIS_HANDLE DriverContext,
    PNDIS_MINIPORT_DRIVER_CHARACTERISTICS Characteristics,
    PNDIS_HANDLE Driver);
VOID NdisMDeregisterMiniportDriver(NDIS_HANDLE Driver);
NDIS_STATUS NdisFRegisterFilterDriver(
    PDRIVER_OBJECT DriverObject, NDIS_HANDLE DriverContext,
    PNDIS_FILTER_DRIVER_CHARACTERISTICS Characteristics, PNDIS_HANDLE Driver);
VOID NdisFDeregisterFilterDriver(NDIS_HANDLE Driver);
NDIS_STATUS NdisRegisterProtocolDriver(
    NDIS_HANDLE DriverContext,
    PNDIS_PROTOCOL_DRIVER_CHARACTERISTICS Characteristics,
    PNDIS_HANDLE Protocol);
VOID NdisDeregisterProtocolDriver(NDIS_HANDLE Protocol);
NDIS_STATUS NdisSetOptionalHandlers(NDIS_HANDLE Handle,
                                    PNDIS_OBJECT_HEADER Handlers);
NDIS_STATUS NdisMSetMiniportAttributes(
    NDIS_HANDLE Adapter, PNDIS_MINIPORT_ADAPTER_ATTRIBUTES Attributes);
VOID NdisMGetDeviceProperty(NDIS_HANDLE Adapter, PDEVICE_OBJECT *Physical,
                            PDEVICE_OBJECT *Functional, PDEVICE_OBJECT *Next,
                            PCM_RESOURCE_LIST *Resources,
                            PCM_RESOURCE_LIST *Translated);
VOID NdisMSendNetBufferListsComplete(NDIS_HANDLE Adapter,
                                     PNET_BUFFER_LIST Lists, ULONG Flags);
VOID NdisMIndicateReceiveNetBufferLists(NDIS_HANDLE Adapter,
                                        PNET_BUFFER_LIST Lists,
                                        NDIS_PORT_NUMBER Port, ULONG Count,
                                        ULONG Flags);
VOID NdisMIndicateStatusEx(NDIS_HANDLE Adapter,
                           PNDIS_STATUS_INDICATION Indication);
VOID NdisMOidRequestComplete(NDIS_HANDLE Adapter, PNDIS_OID_REQUEST Request,
                             NDIS_STATUS Status);
VOID NdisMPauseComplete(NDIS_HANDLE Adapter);
VOID NdisMRestartComplete(NDIS_HANDLE Adapter, NDIS_STATUS Status);
VOID NdisMResetComplete(NDIS_HANDLE Adapter, NDIS_STATUS Status,
                        BOOLEAN AddressingReset);
NDIS_STATUS NdisMNetPnPEvent(NDIS_HANDLE Adapter,
                             PNET_PNP_EVENT_NOTIFICATION Event);
NDIS_STATUS NdisMRemoveMiniport(NDIS_HANDLE Adapter);
NDIS_STATUS NdisRegisterDeviceEx(NDIS_HANDLE Handle,
                                 PNDIS_DEVICE_OBJECT_ATTRIBUTES Attributes,
                                 PDEVICE_OBJECT *DeviceObject,
                                 PNDIS_HANDLE Device);
VOID NdisDeregisterDeviceEx(NDIS_HANDLE Device);
PVOID NdisGetDeviceReservedExtension(PDEVICE_OBJECT DeviceObject);

NDIS_STATUS NdisFSetAttributes(NDIS_HANDLE Filter, NDIS_HANDLE Context,
                               PNDIS_FILTER_ATTRIBUTES Attributes);
VOID NdisFSendNetBufferLists(NDIS_HANDLE Filter, PNET_BUFFER_LIST Lists,
                             NDIS_PORT_NUMBER Port, ULONG Flags);
VOID NdisFSendNetBufferListsComplete(NDIS_HANDLE Filter,
                                     PNET_BUFFER_LIST Lists, ULONG Flags);
VOID NdisFIndicateReceiveNetBufferLists(NDIS_HANDLE Filter,
                                        PNET_BUFFER_LIST Lists,
                                        NDIS_PORT_NUMBER Port, ULONG Count,
                                        ULONG Flags);
VOID NdisFReturnNetBufferLists(NDIS_HANDLE Filter, PNET_BUFFER_LIST Lists,
                               ULONG Flags);
VOID NdisFCancelSendNetBufferLists(NDIS_HANDLE Filter, PVOID CancelId);
NDIS_STATUS NdisFOidRequest(NDIS_HANDLE Filter, PNDIS_OID_REQUEST Request);
VOID NdisFOidRequestComplete(NDIS_HANDLE Filter, PNDIS_OID_REQUEST Request,
                             NDIS_STATUS Status);
VOID NdisFCancelOidRequest(NDIS_HANDLE Filter, PVOID RequestId);
VOID NdisFIndicateStatus(NDIS_HANDLE Filter,
                         PNDIS_STATUS_INDICATION Indication);
NDIS_STATUS NdisFNetPnPEvent(NDIS_HANDLE Filter,
                             PNET_PNP_EVENT_NOTIFICATION Event);
VOID NdisFDevicePnPEventNotify(NDIS_HANDLE Filter,
                               PNET_DEVICE_PNP_EVENT Event);
NDIS_STATUS NdisFRestartFilter(NDIS_HANDLE Filter);
VOID NdisFPauseComplete(NDIS_HANDLE Filter);
VOID NdisFRestartComplete(NDIS_HANDLE Filter, NDIS_STATUS Status);
NDIS_STATUS NdisAllocateCloneOidRequest(NDIS_HANDLE Source,
                                        PNDIS_OID_REQUEST Request, UINT Tag,
                                        PNDIS_OID_REQUEST *Clone);
VOID NdisFreeCloneOidRequest(NDIS_HANDLE Source, PNDIS_OID_REQUEST Request);

NDIS_STATUS NdisOpenAdapterEx(NDIS_HANDLE Protocol, NDIS_HANDLE Context,
                              PNDIS_OPEN_PARAMETERS Parameters,
                              NDIS_HANDLE BindContext, PNDIS_HANDLE Binding);
NDIS_STATUS NdisCloseAdapterEx(NDIS_HANDLE Binding);
VOID NdisCompleteBindAdapterEx(NDIS_HANDLE BindContext, NDIS_STATUS Status);
VOID NdisCompleteUnbindAdapterEx(NDIS_HANDLE UnbindContext);
VOID NdisSendNetBufferLists(NDIS_HANDLE Binding, PNET_BUFFER_LIST Lists,
                            NDIS_PORT_NUMBER Port, ULONG Flags);
VOID NdisReturnNetBufferLists(NDIS_HANDLE Binding, PNET_BUFFER_LIST Lists,
                              ULONG Flags);
VOID NdisCancelSendNetBufferLists(NDIS_HANDLE Binding, PVOID CancelId);
NDIS_STATUS NdisOidRequest(NDIS_HANDLE Binding, PNDIS_OID_REQUEST Request);
VOID NdisCancelOidRequest(NDIS_HANDLE Binding, PVOID RequestId);
NDIS_STATUS NdisQueryAdapterInstanceName(PNDIS_STRING Name,
                                         NDIS_HANDLE Binding);
NDIS_STATUS NdisIMAssociateMiniport(NDIS_HANDLE Driver, NDIS_HANDLE Protocol);
NDIS_STATUS NdisIMInitializeDeviceInstanceEx(NDIS_HANDLE Driver,
                                             PNDIS_STRING Name,
                                             NDIS_HANDLE Context);
NDIS_STATUS NdisIMCancelInitializeDeviceInstance(NDIS_HANDLE Driver,
                                                 PNDIS_STRING Name);
NDIS_STATUS NdisIMDeInitializeDeviceInstance(NDIS_HANDLE Adapter);
EXTERN_C_END
#define NdisIMGetDeviceContext(Adapter) NdisIMGetBindingContext(Adapter)
EXTERN_C NDIS_HANDLE NdisIMGetBindingContext(NDIS_HANDLE Adapter);

// Typed contexts of NDIS handles; the types alone matter here.
#define NDIS_DECLARE_FILTER_MODULE_CONTEXT(Type)
#define NDIS_DECLARE_FILTER_DRIVER_CONTEXT(Type)
#define NDIS_DECLARE_PROTOCOL_OPEN_CONTEXT(Type)
#define NDIS_DECLARE_PROTOCOL_DRIVER_CONTEXT(Type)
#define NDIS_DECLARE_MINIPORT_ADAPTER_CONTEXT(Type)
#define NDIS_DECLARE_MINIPORT_DRIVER_CONTEXT(Type)
