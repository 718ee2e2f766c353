// Names of device properties.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "devpropdef.h"

EXTERN_C const DEVPROPKEY DEVPKEY_Device_InstanceId;
EXTERN_C const DEVPROPKEY DEVPKEY_Device_DeviceDesc;
EXTERN_C const DEVPROPKEY DEVPKEY_Device_HardwareIds;
EXTERN_C const DEVPROPKEY DEVPKEY_Device_FriendlyName;
EXTERN_C const DEVPROPKEY DEVPKEY_Device_ClassGuid;
EXTERN_C const DEVPROPKEY DEVPKEY_Device_Parent;
EXTERN_C const DEVPROPKEY DEVPKEY_Device_PDOName;
EXTERN_C const DEVPROPKEY DEVPKEY_NAME;
EXTERN_C const DEVPROPKEY DEVPKEY_Device_BusReportedDeviceDesc;
EXTERN_C const DEVPROPKEY DEVPKEY_DeviceInterface_ReferenceString;
EXTERN_C const DEVPROPKEY DEVPKEY_DeviceInterface_Restricted;
EXTERN_C const DEVPROPKEY DEVPKEY_DeviceInterface_UnrestrictedAppCapabilities;
