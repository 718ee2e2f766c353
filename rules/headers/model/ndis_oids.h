// NDIS: media, packet filters, object identifiers.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "status.h"

typedef ULONG NDIS_OID, *PNDIS_OID, NDIS_PORT_NUMBER, *PNDIS_PORT_NUMBER;
typedef enum _NDIS_MEDIUM {
    NdisMedium802_3,
    NdisMedium802_5,
    NdisMediumFddi,
    NdisMediumWan,
    NdisMediumLocalTalk,
    NdisMediumDix,
    NdisMediumArcnetRaw,
    NdisMediumArcnet878_2,
    NdisMediumAtm,
    NdisMediumWirelessWan,
    NdisMediumIrda,
    NdisMediumBpc,
    NdisMediumCoWan,
    NdisMedium1394,
    NdisMediumInfiniBand,
    NdisMediumTunnel,
    NdisMediumNative802_11,
    NdisMediumLoopback,
    NdisMediumWiMAX,
    NdisMediumIP,
    NdisMediumMax
} NDIS_MEDIUM, *PNDIS_MEDIUM;
typedef enum _NDIS_PHYSICAL_MEDIUM {
    NdisPhysicalMediumUnspecified,
    NdisPhysicalMediumWirelessLan,
    NdisPhysicalMediumCableModem,
    NdisPhysicalMediumPhoneLine,
    NdisPhysicalMediumPowerLine,
    NdisPhysicalMediumDSL,
    NdisPhysicalMediumFibreChannel,
    NdisPhysicalMedium1394,
    NdisPhysicalMediumWirelessWan,
    NdisPhysicalMediumNative802_11,
    NdisPhysicalMediumBluetooth,
    NdisPhysicalMediumInfiniband,
    NdisPhysicalMediumWiMax,
    NdisPhysicalMediumUWB,
    NdisPhysicalMedium802_3,
    NdisPhysicalMedium802_5,
    NdisPhysicalMediumIrda,
    NdisPhysicalMediumWiredWAN,
    NdisPhysicalMediumWiredCoWan,
    NdisPhysicalMediumOther,
    NdisPhysicalMediumMax
} NDIS_PHYSICAL_MEDIUM, *PNDIS_PHYSICAL_MEDIUM;
typedef enum _NDIS_HARDWARE_STATUS {
    NdisHardwareStatusReady,
    NdisHardwareStatusInitializing,
    NdisHardwareStatusReset,
    NdisHardwareStatusClosing,
    NdisHardwareStatusNotReady
} NDIS_HARDWARE_STATUS, *PNDIS_HARDWARE_STATUS;
typedef enum _NDIS_DEVICE_POWER_STATE {
    NdisDeviceStateUnspecified,
    NdisDeviceStateD0,
    NdisDeviceStateD1,
    NdisDeviceStateD2,
    NdisDeviceStateD3,
    NdisDeviceStateMaximum
} NDIS_DEVICE_POWER_STATE, *PNDIS_DEVICE_POWER_STATE;
typedef enum _NDIS_MEDIA_STATE {
    NdisMediaStateConnected,
    NdisMediaStateDisconnected
} NDIS_MEDIA_STATE;

#define NDIS_PACKET_TYPE_DIRECTED      0x00000001
#define NDIS_PACKET_TYPE_MULTICAST     0x00000002
#define NDIS_PACKET_TYPE_ALL_MULTICAST 0x00000004
#define NDIS_PACKET_TYPE_BROADCAST     0x00000008
#define NDIS_PACKET_TYPE_PROMISCUOUS   0x00000020
#define NDIS_PACKET_TYPE_ALL_LOCAL     0x00000080
#define NDIS_DEFAULT_PORT_NUMBER       ((NDIS_PORT_NUMBER)0)
#define NDIS_MAC_OPTION_COPY_LOOKAHEAD_DATA 0x00000001
#define NDIS_MAC_OPTION_RECEIVE_SERIALIZED  0x00000002
#define NDIS_MAC_OPTION_TRANSFERS_NOT_PEND  0x00000004
#define NDIS_MAC_OPTION_NO_LOOPBACK         0x00000008
#define NDIS_MAC_OPTION_FULL_DUPLEX         0x00000010
#define NDIS_MAC_OPTION_8021P_PRIORITY      0x00000040
#define NDIS_MAC_OPTION_8021Q_VLAN          0x00000200
#define ETH_LENGTH_OF_ADDRESS               6
#define NDIS_LINK_SPEED_UNKNOWN             ((ULONG64)-1)

#define OID_GEN_SUPPORTED_LIST         0x00010101
#define OID_GEN_HARDWARE_STATUS        0x00010102
#define OID_GEN_MEDIA_SUPPORTED        0x00010103
#define OID_GEN_MEDIA_IN_USE           0x00010104
#define OID_GEN_MAXIMUM_LOOKAHEAD      0x00010105
#define OID_GEN_MAXIMUM_FRAME_SIZE     0x00010106
#define OID_GEN_LINK_SPEED             0x00010107
#define OID_GEN_TRANSMIT_BUFFER_SPACE  0x00010108
#define OID_GEN_RECEIVE_BUFFER_SPACE   0x00010109
#define OID_GEN_TRANSMIT_BLOCK_SIZE    0x0001010A
#define OID_GEN_RECEIVE_BLOCK_SIZE     0x0001010B
#define OID_GEN_VENDOR_ID              0x0001010C
#define OID_GEN_VENDOR_DESCRIPTION     0x0001010D
#define OID_GEN_CURRENT_PACKET_FILTER  0x0001010E
#define OID_GEN_CURRENT_LOOKAHEAD      0x0001010F
#define OID_GEN_DRIVER_VERSION         0x00010110
#define OID_GEN_MAXIMUM_TOTAL_SIZE     0x00010111
#define OID_GEN_PROTOCOL_OPTIONS       0x00010112
#define OID_GEN_MAC_OPTIONS            0x00010113
#define OID_GEN_MEDIA_CONNECT_STATUS   0x00010114
#define OID_GEN_MAXIMUM_SEND_PACKETS   0x00010115
#define OID_GEN_VENDOR_DRIVER_VERSION  0x00010116
#define OID_GEN_NETWORK_LAYER_ADDRESSES 0x00010118
#define OID_GEN_TRANSPORT_HEADER_OFFSET 0x00010119
#define OID_GEN_MACHINE_NAME           0x0001021A
#define OID_GEN_RNDIS_CONFIG_PARAMETER 0x0001021B
#define OID_GEN_VLAN_ID                0x0001021C
#define OID_GEN_PHYSICAL_MEDIUM        0x00010202
#define OID_GEN_XMIT_OK                0x00020101
#define OID_GEN_RCV_OK                 0x00020102
#define OID_GEN_XMIT_ERROR             0x00020103
#define OID_GEN_RCV_ERROR              0x00020104
#define OID_GEN_RCV_NO_BUFFER          0x00020105
#define OID_GEN_STATISTICS             0x00020106
#define OID_GEN_DIRECTED_BYTES_XMIT    0x00020201
#define OID_GEN_TRANSMIT_QUEUE_LENGTH  0x0002020E
#define OID_GEN_LINK_PARAMETERS        0x00010208
#define OID_GEN_INTERRUPT_MODERATION   0x00010209
#define OID_GEN_LINK_STATE             0x00010207
#define OID_802_3_PERMANENT_ADDRESS    0x01010101
#define OID_802_3_CURRENT_ADDRESS      0x01010102
#define OID_802_3_MULTICAST_LIST       0x01010103
#define OID_802_3_MAXIMUM_LIST_SIZE    0x01010104
#define OID_802_3_RCV_ERROR_ALIGNMENT  0x01020101
#define OID_802_3_XMIT_ONE_COLLISION   0x01020102
#define OID_802_3_XMIT_MORE_COLLISIONS 0x01020103
#define OID_GEN_SUPPORTED_GUIDS        0x00010117
#define OID_GEN_RCV_CRC_ERROR          0x0002020D
#define OID_802_3_RCV_OVERRUN          0x01020203
#define OID_802_3_XMIT_DEFERRED        0x01020201
#define OID_802_3_XMIT_MAX_COLLISIONS  0x01020202
#define OID_802_3_XMIT_UNDERRUN        0x01020204
#define OID_802_3_XMIT_HEARTBEAT_FAILURE 0x01020205
#define OID_802_3_XMIT_TIMES_CRS_LOST  0x01020206
#define OID_802_3_XMIT_LATE_COLLISIONS 0x01020207
#define OID_PNP_WAKE_UP_PATTERN_LIST   0xFD010105
#define OID_PNP_CAPABILITIES           0xFD010100
#define OID_PNP_SET_POWER              0xFD010101
#define OID_PNP_QUERY_POWER            0xFD010102
#define OID_PNP_ADD_WAKE_UP_PATTERN    0xFD010103
#define OID_PNP_REMOVE_WAKE_UP_PATTERN 0xFD010104
#define OID_PNP_ENABLE_WAKE_UP         0xFD010106
#define OID_TCP_TASK_OFFLOAD           0xFC010201
#define OID_TCP_OFFLOAD_CURRENT_CONFIG 0xFC01020B
#define OID_TCP_OFFLOAD_PARAMETERS     0xFC01020C
#define OID_GEN_MINIPORT_RESTART_ATTRIBUTES 0x0001021D
