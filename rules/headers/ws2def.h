// Sockets: addresses, options, control codes.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "model/net_address.h"
#include "model/net_option.h"
