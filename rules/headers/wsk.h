// Winsock Kernel: sockets for drivers.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "wdm.h"
#include "netioddk.h"
#include "ws2def.h"
#include "ws2ipdef.h"
#include "mstcpip.h"
#include "model/wsk_types.h"
#include "model/wsk_dispatch.h"
