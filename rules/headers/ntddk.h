// What drivers that are not only WDM may use.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once
#define _NTDDK_

#include "wdm.h"
#include "model/ddk.h"
