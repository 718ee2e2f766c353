// The framework below another port driver.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "wdftypes.h"
#include "wdfobject.h"

EXTERN_C_START
NTSTATUS WdfDeviceMiniportCreate(WDFDRIVER Driver,
                                 PWDF_OBJECT_ATTRIBUTES Attributes,
                                 PDEVICE_OBJECT DeviceObject,
                                 PDEVICE_OBJECT AttachedDeviceObject,
                                 PDEVICE_OBJECT Pdo, WDFDEVICE *Device);
EXTERN_C_END

EXTERN_C_START
VOID WdfDriverMiniportUnload(WDFDRIVER Driver);
EXTERN_C_END
