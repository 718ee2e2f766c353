// The IP helper, as far as drivers call it.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "ifdef.h"
#include "model/net_address.h"
#include "model/status.h"

#ifndef NETIO_STATUS
#define NETIO_STATUS     NTSTATUS
#define NETIO_SUCCESS(Status) NT_SUCCESS(Status)
#define NETIOAPI_API     NTSTATUS
#endif

typedef enum _MIB_NOTIFICATION_TYPE {
    MibParameterNotification,
    MibAddInstance,
    MibDeleteInstance,
    MibInitialNotification
} MIB_NOTIFICATION_TYPE, *PMIB_NOTIFICATION_TYPE;
typedef struct _MIB_IPINTERFACE_ROW {
    ADDRESS_FAMILY Family;
    NET_LUID InterfaceLuid;
    NET_IFINDEX InterfaceIndex;
    ULONG MaxReassemblySize;
    ULONG64 InterfaceIdentifier;
    ULONG MinRouterAdvertisementInterval;
    ULONG MaxRouterAdvertisementInterval;
    BOOLEAN AdvertisingEnabled;
    BOOLEAN ForwardingEnabled;
    BOOLEAN WeakHostSend;
    BOOLEAN WeakHostReceive;
    BOOLEAN UseAutomaticMetric;
    BOOLEAN UseNeighborUnreachabilityDetection;
    BOOLEAN ManagedAddressConfigurationSupported;
    BOOLEAN OtherStatefulConfigurationSupported;
    BOOLEAN AdvertiseDefaultRoute;
    ULONG RouterDiscoveryBehavior;
    ULONG DadTransmits;
    ULONG BaseReachableTime;
    ULONG RetransmitTime;
    ULONG PathMtuDiscoveryTimeout;
    ULONG LinkLocalAddressBehavior;
    ULONG LinkLocalAddressTimeout;
    ULONG ZoneIndices[16];
    ULONG SitePrefixLength;
    ULONG Metric;
    ULONG NlMtu;
    BOOLEAN Connected;
    BOOLEAN SupportsWakeUpPatterns;
    BOOLEAN SupportsNeighborDiscovery;
    BOOLEAN SupportsRouterDiscovery;
    ULONG ReachableTime;
    UCHAR TransmitOffload;
    UCHAR ReceiveOffload;
    BOOLEAN DisableDefaultRoutes;
} MIB_IPINTERFACE_ROW, *PMIB_IPINTERFACE_ROW;
typedef struct _MIB_UNICASTIPADDRESS_ROW {
    SOCKADDR_INET Address;
    NET_LUID InterfaceLuid;
    NET_IFINDEX InterfaceIndex;
    ULONG PrefixOrigin;
    ULONG SuffixOrigin;
    ULONG ValidLifetime;
    ULONG PreferredLifetime;
    UINT8 OnLinkPrefixLength;
    BOOLEAN SkipAsSource;
    ULONG DadState;
    SCOPE_ID ScopeId;
    LARGE_INTEGER CreationTimeStamp;
} MIB_UNICASTIPADDRESS_ROW, *PMIB_UNICASTIPADDRESS_ROW;
typedef struct _MIB_UNICASTIPADDRESS_TABLE {
    ULONG NumEntries;
    MIB_UNICASTIPADDRESS_ROW Table[ANYSIZE_ARRAY];
} MIB_UNICASTIPADDRESS_TABLE, *PMIB_UNICASTIPADDRESS_TABLE;
typedef struct _IP_ADDRESS_PREFIX {
    SOCKADDR_INET Prefix;
    UINT8 PrefixLength;
} IP_ADDRESS_PREFIX, *PIP_ADDRESS_PREFIX;
typedef struct _MIB_IPFORWARD_ROW2 {
    NET_LUID InterfaceLuid;
    NET_IFINDEX InterfaceIndex;
    IP_ADDRESS_PREFIX DestinationPrefix;
    SOCKADDR_INET NextHop;
    UCHAR SitePrefixLength;
    ULONG ValidLifetime;
    ULONG PreferredLifetime;
    ULONG Metric;
    ULONG Protocol;
    BOOLEAN Loopback;
    BOOLEAN AutoconfigureAddress;
    BOOLEAN Publish;
    BOOLEAN Immortal;
    ULONG Age;
    ULONG Origin;
} MIB_IPFORWARD_ROW2, *PMIB_IPFORWARD_ROW2;
typedef struct _MIB_IPFORWARD_TABLE2 {
    ULONG NumEntries;
    MIB_IPFORWARD_ROW2 Table[ANYSIZE_ARRAY];
} MIB_IPFORWARD_TABLE2, *PMIB_IPFORWARD_TABLE2;
typedef struct _MIB_IF_ROW2 {
    NET_LUID InterfaceLuid;
    NET_IFINDEX InterfaceIndex;
    GUID InterfaceGuid;
    WCHAR Alias[IF_MAX_STRING_SIZE + 1];
    WCHAR Description[IF_MAX_STRING_SIZE + 1];
    ULONG PhysicalAddressLength;
    UCHAR PhysicalAddress[IF_MAX_PHYS_ADDRESS_LENGTH];
    UCHAR PermanentPhysicalAddress[IF_MAX_PHYS_ADDRESS_LENGTH];
    ULONG Mtu;
    IFTYPE Type;
    TUNNEL_TYPE TunnelType;
    ULONG MediaType;
    ULONG PhysicalMediumType;
    NET_IF_ACCESS_TYPE AccessType;
    NET_IF_DIRECTION_TYPE DirectionType;
    UCHAR InterfaceAndOperStatusFlags;
    IF_OPER_STATUS OperStatus;
    NET_IF_ADMIN_STATUS AdminStatus;
    NET_IF_MEDIA_CONNECT_STATE MediaConnectState;
    NET_IF_NETWORK_GUID NetworkGuid;
    NET_IF_CONNECTION_TYPE ConnectionType;
    ULONG64 TransmitLinkSpeed;
    ULONG64 ReceiveLinkSpeed;
    ULONG64 Statistics[18];
} MIB_IF_ROW2, *PMIB_IF_ROW2;

typedef VOID (*PIPINTERFACE_CHANGE_CALLBACK)(PVOID Context,
                                             PMIB_IPINTERFACE_ROW Row,
                                             MIB_NOTIFICATION_TYPE Type);
typedef VOID (*PUNICAST_IPADDRESS_CHANGE_CALLBACK)(
    PVOID Context, PMIB_UNICASTIPADDRESS_ROW Row, MIB_NOTIFICATION_TYPE Type);
typedef VOID (*PIPFORWARD_CHANGE_CALLBACK)(PVOID Context,
                                           PMIB_IPFORWARD_ROW2 Row,
                                           MIB_NOTIFICATION_TYPE Type);

EXTERN_C_START
NTSTATUS NotifyIpInterfaceChange(ADDRESS_FAMILY Family,
                                 PIPINTERFACE_CHANGE_CALLBACK Callback,
                                 PVOID Context, BOOLEAN Initial,
                                 HANDLE *Handle);
NTSTATUS NotifyUnicastIpAddressChange(
    ADDRESS_FAMILY Family, PUNICAST_IPADDRESS_CHANGE_CALLBACK Callback,
    PVOID Context, BOOLEAN Initial, HANDLE *Handle);
NTSTATUS NotifyRouteChange2(ADDRESS_FAMILY Family,
                            PIPFORWARD_CHANGE_CALLBACK Callback, PVOID Context,
                            BOOLEAN Initial, HANDLE *Handle);
NTSTATUS CancelMibChangeNotify2(HANDLE Handle);
NTSTATUS GetIpInterfaceEntry(PMIB_IPINTERFACE_ROW Row);
NTSTATUS GetIfEntry2(PMIB_IF_ROW2 Row);
NTSTATUS GetUnicastIpAddressTable(ADDRESS_FAMILY Family,
                                  PMIB_UNICASTIPADDRESS_TABLE *Table);
NTSTATUS GetUnicastIpAddressEntry(PMIB_UNICASTIPADDRESS_ROW Row);
NTSTATUS GetIpForwardTable2(ADDRESS_FAMILY Family,
                            PMIB_IPFORWARD_TABLE2 *Table);
NTSTATUS GetBestRoute2(NET_LUID *Luid, NET_IFINDEX Index,
                       const SOCKADDR_INET *Source,
                       const SOCKADDR_INET *Destination, ULONG Options,
                       PMIB_IPFORWARD_ROW2 Route, SOCKADDR_INET *Best);
VOID FreeMibTable(PVOID Memory);
NTSTATUS ConvertInterfaceIndexToLuid(NET_IFINDEX Index, PNET_LUID Luid);
NTSTATUS ConvertInterfaceLuidToIndex(const NET_LUID *Luid, PNET_IFINDEX Index);
NTSTATUS ConvertInterfaceLuidToGuid(const NET_LUID *Luid, GUID *Guid);
NTSTATUS ConvertInterfaceGuidToLuid(const GUID *Guid, PNET_LUID Luid);
NTSTATUS ConvertInterfaceAliasToLuid(const WCHAR *Alias, PNET_LUID Luid);
NET_IF_COMPARTMENT_ID GetCurrentThreadCompartmentId(VOID);
NTSTATUS SetCurrentThreadCompartmentId(NET_IF_COMPARTMENT_ID Id);
EXTERN_C_END
