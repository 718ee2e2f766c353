// Types of network interfaces.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#define IF_TYPE_OTHER              1
#define IF_TYPE_ETHERNET_CSMACD    6
#define IF_TYPE_ISO88025_TOKENRING 9
#define IF_TYPE_PPP                23
#define IF_TYPE_SOFTWARE_LOOPBACK  24
#define IF_TYPE_PROP_VIRTUAL       53
#define IF_TYPE_IEEE80211          71
#define IF_TYPE_TUNNEL             131
#define IF_TYPE_IEEE1394           144
