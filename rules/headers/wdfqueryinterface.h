// Interfaces a device offers to other drivers.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "wdftypes.h"
#include "wdfobject.h"

typedef NTSTATUS EVT_WDF_DEVICE_PROCESS_QUERY_INTERFACE_REQUEST(
    WDFDEVICE Device, LPGUID InterfaceType, PINTERFACE ExposedInterface,
    PVOID ExposedInterfaceSpecificData);
typedef EVT_WDF_DEVICE_PROCESS_QUERY_INTERFACE_REQUEST
    *PFN_WDF_DEVICE_PROCESS_QUERY_INTERFACE_REQUEST;
typedef struct _WDF_QUERY_INTERFACE_CONFIG {
    ULONG Size;
    PINTERFACE Interface;
    CONST GUID *InterfaceType;
    BOOLEAN SendQueryToParentStack;
    PFN_WDF_DEVICE_PROCESS_QUERY_INTERFACE_REQUEST
        EvtDeviceProcessQueryInterfaceRequest;
    BOOLEAN ImportInterface;
} WDF_QUERY_INTERFACE_CONFIG, *PWDF_QUERY_INTERFACE_CONFIG;

EXTERN_C_START
NTSTATUS
WdfDeviceAddQueryInterface(WDFDEVICE Device,
                           PWDF_QUERY_INTERFACE_CONFIG InterfaceConfig);
EXTERN_C_END

MODEL_INLINE VOID WDF_QUERY_INTERFACE_CONFIG_INIT(
    PWDF_QUERY_INTERFACE_CONFIG Config, PINTERFACE Offered, const GUID *Type,
    PFN_WDF_DEVICE_PROCESS_QUERY_INTERFACE_REQUEST Process)
{
    RtlZeroMemory(Config, sizeof(WDF_QUERY_INTERFACE_CONFIG));
    Config->Size = sizeof(WDF_QUERY_INTERFACE_CONFIG);
    Config->Interface = Offered;
    Config->InterfaceType = Type;
    Config->EvtDeviceProcessQueryInterfaceRequest = Process;
}
