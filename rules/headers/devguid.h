// Identifiers of device classes.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "guiddef.h"

EXTERN_C const GUID GUID_DEVCLASS_NET;
EXTERN_C const GUID GUID_DEVCLASS_SYSTEM;
EXTERN_C const GUID GUID_DEVCLASS_SCSIADAPTER;
EXTERN_C const GUID GUID_DEVCLASS_UNKNOWN;
