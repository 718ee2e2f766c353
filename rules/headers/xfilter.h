// Filtering by Ethernet address.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "model/ndis_oids.h"

#define ETH_COMPARE_NETWORK_ADDRESSES(Left, Right, Result)  \
    {                                                       \
        *(Result) = __builtin_memcmp((Left), (Right), 6);   \
    }
#define ETH_COPY_NETWORK_ADDRESS(To, From) \
    __builtin_memcpy((To), (From), ETH_LENGTH_OF_ADDRESS)
#define ETH_IS_MULTICAST(Address) ((((PUCHAR)(Address))[0] & 1) != 0)
#define ETH_IS_BROADCAST(Address) \
    ((((PUCHAR)(Address))[0] == 0xff) && (((PUCHAR)(Address))[1] == 0xff))
