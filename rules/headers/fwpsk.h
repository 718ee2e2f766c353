// Callouts of the filtering platform.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "ntddk.h"
#include "fwptypes.h"
#include "ndis.h"
#include "netiodef.h"
#include "ws2ipdef.h"
#include "model/fwp_layers.h"
#include "model/fwp_ale.h"
#include "model/fwps.h"
