// The objects of the filtering platform: sessions, providers, sublayers,
// callouts and filters.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "fwp_types.h"

typedef struct FWPM_DISPLAY_DATA0_ {
    WCHAR *name;
    WCHAR *description;
} FWPM_DISPLAY_DATA0, FWPM_DISPLAY_DATA;
typedef struct FWPM_SESSION0_ {
    GUID sessionKey;
    FWPM_DISPLAY_DATA0 displayData;
    UINT32 flags;
    UINT32 txnWaitTimeoutInMSec;
    ULONG processId;
    SID *sid;
    WCHAR *username;
    BOOL kernelMode;
} FWPM_SESSION0, FWPM_SESSION;
#define RPC_C_AUTHN_NONE          0
#define RPC_C_AUTHN_WINNT         10
#define RPC_C_AUTHN_DEFAULT       0xffffffff
#define FWPM_SESSION_FLAG_DYNAMIC 0x00000001
typedef struct FWPM_PROVIDER0_ {
    GUID providerKey;
    FWPM_DISPLAY_DATA0 displayData;
    UINT32 flags;
    FWP_BYTE_BLOB providerData;
    WCHAR *serviceName;
} FWPM_PROVIDER0, FWPM_PROVIDER;
#define FWPM_PROVIDER_FLAG_PERSISTENT 0x00000001
typedef struct FWPM_SUBLAYER0_ {
    GUID subLayerKey;
    FWPM_DISPLAY_DATA0 displayData;
    UINT32 flags;
    GUID *providerKey;
    FWP_BYTE_BLOB providerData;
    UINT16 weight;
} FWPM_SUBLAYER0, FWPM_SUBLAYER;
#define FWPM_SUBLAYER_FLAG_PERSISTENT 0x00000001
typedef struct FWPM_CALLOUT0_ {
    GUID calloutKey;
    FWPM_DISPLAY_DATA0 displayData;
    UINT32 flags;
    GUID *providerKey;
    FWP_BYTE_BLOB providerData;
    GUID applicableLayer;
    UINT32 calloutId;
} FWPM_CALLOUT0, FWPM_CALLOUT;
#define FWPM_CALLOUT_FLAG_PERSISTENT            0x00010000
#define FWPM_CALLOUT_FLAG_USES_PROVIDER_CONTEXT 0x00020000
#define FWPM_CALLOUT_FLAG_REGISTERED            0x00040000
typedef struct FWPM_ACTION0_ {
    FWP_ACTION_TYPE type;
    union {
        GUID filterType;
        GUID calloutKey;
        UINT8 bitmapIndex;
    };
} FWPM_ACTION0, FWPM_ACTION;
typedef struct FWPM_FILTER_CONDITION0_ {
    GUID fieldKey;
    FWP_MATCH_TYPE matchType;
    FWP_CONDITION_VALUE0 conditionValue;
} FWPM_FILTER_CONDITION0, FWPM_FILTER_CONDITION;
typedef struct FWPM_FILTER0_ {
    GUID filterKey;
    FWPM_DISPLAY_DATA0 displayData;
    UINT32 flags;
    GUID *providerKey;
    FWP_BYTE_BLOB providerData;
    GUID layerKey;
    GUID subLayerKey;
    FWP_VALUE0 weight;
    UINT32 numFilterConditions;
    FWPM_FILTER_CONDITION0 *filterCondition;
    FWPM_ACTION0 action;
    union {
        UINT64 rawContext;
        GUID providerContextKey;
    };
    GUID *reserved;
    UINT64 filterId;
    FWP_VALUE0 effectiveWeight;
} FWPM_FILTER0, FWPM_FILTER;
#define FWPM_FILTER_FLAG_NONE                 0x00000000
#define FWPM_FILTER_FLAG_PERSISTENT           0x00000001
#define FWPM_FILTER_FLAG_BOOTTIME             0x00000002
#define FWPM_FILTER_FLAG_HAS_PROVIDER_CONTEXT 0x00000004
#define FWPM_FILTER_FLAG_CLEAR_ACTION_RIGHT   0x00000008
#define FWPM_FILTER_FLAG_PERMIT_IF_CALLOUT_UNREGISTERED 0x00000010
#define FWPM_FILTER_FLAG_INDEXED              0x00000040
#define FWPM_TXN_READ_ONLY                    0x00000001
#define FWPM_GENERAL_CONTEXT                  8

typedef enum FWPM_SERVICE_STATE_ {
    FWPM_SERVICE_STOPPED,
    FWPM_SERVICE_START_PENDING,
    FWPM_SERVICE_STOP_PENDING,
    FWPM_SERVICE_RUNNING,
    FWPM_SERVICE_STATE_MAX
} FWPM_SERVICE_STATE;
typedef VOID(NTAPI *FWPM_SERVICE_STATE_CHANGE_CALLBACK0)(
    VOID *context, FWPM_SERVICE_STATE newState);

EXTERN_C_START
NTSTATUS FwpmEngineOpen0(const wchar_t *Server, UINT32 Authentication,
                         VOID *Identity, const FWPM_SESSION0 *Session,
                         HANDLE *Engine);
NTSTATUS FwpmEngineClose0(HANDLE Engine);
NTSTATUS FwpmTransactionBegin0(HANDLE Engine, UINT32 Flags);
NTSTATUS FwpmTransactionCommit0(HANDLE Engine);
NTSTATUS FwpmTransactionAbort0(HANDLE Engine);
NTSTATUS FwpmProviderAdd0(HANDLE Engine, const FWPM_PROVIDER0 *Provider,
                          PSECURITY_DESCRIPTOR Descriptor);
NTSTATUS FwpmProviderDeleteByKey0(HANDLE Engine, const GUID *Key);
NTSTATUS FwpmSubLayerAdd0(HANDLE Engine, const FWPM_SUBLAYER0 *SubLayer,
                          PSECURITY_DESCRIPTOR Descriptor);
NTSTATUS FwpmSubLayerDeleteByKey0(HANDLE Engine, const GUID *Key);
NTSTATUS FwpmSubLayerGetByKey0(HANDLE Engine, const GUID *Key,
                               FWPM_SUBLAYER0 **SubLayer);
NTSTATUS FwpmCalloutAdd0(HANDLE Engine, const FWPM_CALLOUT0 *Callout,
                         PSECURITY_DESCRIPTOR Descriptor, UINT32 *Id);
NTSTATUS FwpmCalloutDeleteById0(HANDLE Engine, UINT32 Id);
NTSTATUS FwpmCalloutDeleteByKey0(HANDLE Engine, const GUID *Key);
NTSTATUS FwpmCalloutGetById0(HANDLE Engine, UINT32 Id,
                             FWPM_CALLOUT0 **Callout);
NTSTATUS FwpmFilterAdd0(HANDLE Engine, const FWPM_FILTER0 *Filter,
                        PSECURITY_DESCRIPTOR Descriptor, UINT64 *Id);
NTSTATUS FwpmFilterDeleteById0(HANDLE Engine, UINT64 Id);
NTSTATUS FwpmFilterDeleteByKey0(HANDLE Engine, const GUID *Key);
NTSTATUS FwpmGetAppIdFromFileName0(const wchar_t *Name, FWP_BYTE_BLOB **Id);
VOID FwpmFreeMemory0(VOID **Memory);
NTSTATUS FwpmBfeStateSubscribeChanges0(
    VOID *Device, FWPM_SERVICE_STATE_CHANGE_CALLBACK0 Callback, VOID *Context,
    HANDLE *Handle);
NTSTATUS FwpmBfeStateUnsubscribeChanges0(HANDLE Handle);
FWPM_SERVICE_STATE FwpmBfeStateGet0(VOID);
EXTERN_C_END

#define FwpmBfeStateGet FwpmBfeStateGet0
#define FwpmBfeStateSubscribeChanges FwpmBfeStateSubscribeChanges0
#define FwpmBfeStateUnsubscribeChanges FwpmBfeStateUnsubscribeChanges0
#define FwpmCalloutAdd FwpmCalloutAdd0
#define FwpmCalloutDeleteById FwpmCalloutDeleteById0
#define FwpmCalloutDeleteByKey FwpmCalloutDeleteByKey0
#define FwpmCalloutGetById FwpmCalloutGetById0
#define FwpmEngineClose FwpmEngineClose0
#define FwpmEngineOpen FwpmEngineOpen0
#define FwpmFilterAdd FwpmFilterAdd0
#define FwpmFilterDeleteById FwpmFilterDeleteById0
#define FwpmFilterDeleteByKey FwpmFilterDeleteByKey0
#define FwpmFreeMemory FwpmFreeMemory0
#define FwpmGetAppIdFromFileName FwpmGetAppIdFromFileName0
#define FwpmProviderAdd FwpmProviderAdd0
#define FwpmProviderDeleteByKey FwpmProviderDeleteByKey0
#define FwpmSubLayerAdd FwpmSubLayerAdd0
#define FwpmSubLayerDeleteByKey FwpmSubLayerDeleteByKey0
#define FwpmSubLayerGetByKey FwpmSubLayerGetByKey0
#define FwpmTransactionAbort FwpmTransactionAbort0
#define FwpmTransactionBegin FwpmTransactionBegin0
#define FwpmTransactionCommit FwpmTransactionCommit0

EXTERN_C_START
extern const GUID FWPM_SUBLAYER_UNIVERSAL;
extern const GUID FWPM_SUBLAYER_INSPECTION;
extern const GUID FWPM_LAYER_INBOUND_IPPACKET_V4;
extern const GUID FWPM_LAYER_INBOUND_IPPACKET_V6;
extern const GUID FWPM_LAYER_OUTBOUND_IPPACKET_V4;
extern const GUID FWPM_LAYER_OUTBOUND_IPPACKET_V6;
extern const GUID FWPM_LAYER_IPFORWARD_V4;
extern const GUID FWPM_LAYER_IPFORWARD_V6;
extern const GUID FWPM_LAYER_INBOUND_TRANSPORT_V4;
extern const GUID FWPM_LAYER_INBOUND_TRANSPORT_V4_DISCARD;
extern const GUID FWPM_LAYER_INBOUND_TRANSPORT_V6;
extern const GUID FWPM_LAYER_INBOUND_TRANSPORT_V6_DISCARD;
extern const GUID FWPM_LAYER_OUTBOUND_TRANSPORT_V4;
extern const GUID FWPM_LAYER_OUTBOUND_TRANSPORT_V6;
extern const GUID FWPM_LAYER_STREAM_V4;
extern const GUID FWPM_LAYER_STREAM_V6;
extern const GUID FWPM_LAYER_STREAM_PACKET_V4;
extern const GUID FWPM_LAYER_STREAM_PACKET_V6;
extern const GUID FWPM_LAYER_DATAGRAM_DATA_V4;
extern const GUID FWPM_LAYER_DATAGRAM_DATA_V6;
extern const GUID FWPM_LAYER_INBOUND_ICMP_ERROR_V4;
extern const GUID FWPM_LAYER_INBOUND_ICMP_ERROR_V6;
extern const GUID FWPM_LAYER_OUTBOUND_ICMP_ERROR_V4;
extern const GUID FWPM_LAYER_OUTBOUND_ICMP_ERROR_V6;
extern const GUID FWPM_LAYER_ALE_RESOURCE_ASSIGNMENT_V4;
extern const GUID FWPM_LAYER_ALE_RESOURCE_ASSIGNMENT_V6;
extern const GUID FWPM_LAYER_ALE_RESOURCE_RELEASE_V4;
extern const GUID FWPM_LAYER_ALE_RESOURCE_RELEASE_V6;
extern const GUID FWPM_LAYER_ALE_ENDPOINT_CLOSURE_V4;
extern const GUID FWPM_LAYER_ALE_ENDPOINT_CLOSURE_V6;
extern const GUID FWPM_LAYER_ALE_AUTH_LISTEN_V4;
extern const GUID FWPM_LAYER_ALE_AUTH_LISTEN_V6;
extern const GUID FWPM_LAYER_ALE_AUTH_RECV_ACCEPT_V4;
extern const GUID FWPM_LAYER_ALE_AUTH_RECV_ACCEPT_V6;
extern const GUID FWPM_LAYER_ALE_AUTH_CONNECT_V4;
extern const GUID FWPM_LAYER_ALE_AUTH_CONNECT_V6;
extern const GUID FWPM_LAYER_ALE_FLOW_ESTABLISHED_V4;
extern const GUID FWPM_LAYER_ALE_FLOW_ESTABLISHED_V6;
extern const GUID FWPM_LAYER_ALE_CONNECT_REDIRECT_V4;
extern const GUID FWPM_LAYER_ALE_CONNECT_REDIRECT_V6;
extern const GUID FWPM_LAYER_ALE_BIND_REDIRECT_V4;
extern const GUID FWPM_LAYER_ALE_BIND_REDIRECT_V6;
extern const GUID FWPM_LAYER_INBOUND_MAC_FRAME_ETHERNET;
extern const GUID FWPM_LAYER_OUTBOUND_MAC_FRAME_ETHERNET;
extern const GUID FWPM_LAYER_INBOUND_MAC_FRAME_NATIVE;
extern const GUID FWPM_LAYER_OUTBOUND_MAC_FRAME_NATIVE;
extern const GUID FWPM_LAYER_INGRESS_VSWITCH_ETHERNET;
extern const GUID FWPM_LAYER_EGRESS_VSWITCH_ETHERNET;
extern const GUID FWPM_CONDITION_IP_LOCAL_ADDRESS;
extern const GUID FWPM_CONDITION_IP_REMOTE_ADDRESS;
extern const GUID FWPM_CONDITION_IP_LOCAL_ADDRESS_TYPE;
extern const GUID FWPM_CONDITION_IP_LOCAL_PORT;
extern const GUID FWPM_CONDITION_IP_REMOTE_PORT;
extern const GUID FWPM_CONDITION_IP_PROTOCOL;
extern const GUID FWPM_CONDITION_IP_LOCAL_INTERFACE;
extern const GUID FWPM_CONDITION_ALE_APP_ID;
extern const GUID FWPM_CONDITION_ALE_USER_ID;
extern const GUID FWPM_CONDITION_ALE_REMOTE_USER_ID;
extern const GUID FWPM_CONDITION_ALE_PACKAGE_ID;
extern const GUID FWPM_CONDITION_DIRECTION;
extern const GUID FWPM_CONDITION_FLAGS;
extern const GUID FWPM_CONDITION_INTERFACE_INDEX;
extern const GUID FWPM_CONDITION_SUB_INTERFACE_INDEX;
extern const GUID FWPM_CONDITION_INTERFACE_TYPE;
extern const GUID FWPM_CONDITION_TUNNEL_TYPE;
extern const GUID FWPM_CONDITION_COMPARTMENT_ID;
extern const GUID FWPM_CONDITION_ICMP_TYPE;
extern const GUID FWPM_CONDITION_ICMP_CODE;
extern const GUID FWPM_CONDITION_ETHER_TYPE;
extern const GUID FWPM_CONDITION_MAC_LOCAL_ADDRESS;
extern const GUID FWPM_CONDITION_MAC_REMOTE_ADDRESS;
extern const GUID FWPM_CONDITION_VLAN_ID;
extern const GUID FWPM_CONDITION_IP_SOURCE_ADDRESS;
extern const GUID FWPM_CONDITION_IP_DESTINATION_ADDRESS;
EXTERN_C_END
