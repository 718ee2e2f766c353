// Network drivers: miniports, filters and protocols.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "ntddk.h"
#include "ntddndis.h"
#include "netiodef.h"
#include "model/ndis_buffers.h"
#include "model/ndis_kit.h"
#include "model/ndis_drivers.h"
