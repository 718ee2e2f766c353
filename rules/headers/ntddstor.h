// Control codes of storage devices.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "devpropdef.h"
#include "model/files.h"

#define IOCTL_STORAGE_BASE           FILE_DEVICE_MASS_STORAGE
#define IOCTL_STORAGE_CHECK_VERIFY   CTL_CODE(IOCTL_STORAGE_BASE, 0x0200, 0, 1)
#define IOCTL_STORAGE_EJECT_MEDIA    CTL_CODE(IOCTL_STORAGE_BASE, 0x0202, 0, 1)
#define IOCTL_STORAGE_GET_HOTPLUG_INFO \
    CTL_CODE(IOCTL_STORAGE_BASE, 0x0305, 0, 0)
#define IOCTL_STORAGE_GET_DEVICE_NUMBER \
    CTL_CODE(IOCTL_STORAGE_BASE, 0x0420, 0, 0)
#define IOCTL_STORAGE_QUERY_PROPERTY CTL_CODE(IOCTL_STORAGE_BASE, 0x0500, 0, 0)

typedef enum _STORAGE_BUS_TYPE {
    BusTypeUnknown,
    BusTypeScsi,
    BusTypeAtapi,
    BusTypeAta,
    BusType1394,
    BusTypeSsa,
    BusTypeFibre,
    BusTypeUsb,
    BusTypeRAID,
    BusTypeiScsi,
    BusTypeSas,
    BusTypeSata,
    BusTypeSd,
    BusTypeMmc,
    BusTypeVirtual,
    BusTypeFileBackedVirtual,
    BusTypeSpaces,
    BusTypeNvme
} STORAGE_BUS_TYPE, *PSTORAGE_BUS_TYPE;
typedef struct _STORAGE_DEVICE_NUMBER {
    DEVICE_TYPE DeviceType;
    ULONG DeviceNumber;
    ULONG PartitionNumber;
} STORAGE_DEVICE_NUMBER, *PSTORAGE_DEVICE_NUMBER;
EXTERN_C const GUID GUID_DEVINTERFACE_DISK;
EXTERN_C const GUID GUID_DEVINTERFACE_STORAGEPORT;
EXTERN_C const GUID GUID_DEVINTERFACE_HIDDEN_DISK;
