// The packet monitor's event stream.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "netioddk.h"

#pragma pack(push, 1)
typedef struct _PKTMON_EVT_STREAM_PACKET_DESCRIPTOR {
    UINT32 PacketOriginalLength;
    UINT32 PacketLoggedLength;
    UINT32 PacketMetaDataLength;
} PKTMON_EVT_STREAM_PACKET_DESCRIPTOR;
typedef struct _PKTMON_EVT_STREAM_METADATA {
    UINT64 PktGroupId;
    UINT16 PktCount;
    UINT16 AppearanceCount;
    UINT16 DirectionName;
    UINT16 PacketType;
    UINT16 ComponentId;
    UINT16 EdgeId;
    UINT16 FilterId;
    UINT32 DropReason;
    UINT32 DropLocation;
    UINT16 ProcNum;
    UINT64 Timestamp;
} PKTMON_EVT_STREAM_METADATA;
typedef struct _PKTMON_EVT_STREAM_PACKET_HEADER {
    UINT8 EventId;
    PKTMON_EVT_STREAM_PACKET_DESCRIPTOR PacketDescriptor;
    PKTMON_EVT_STREAM_METADATA Metadata;
} PKTMON_EVT_STREAM_PACKET_HEADER;
#pragma pack(pop)
