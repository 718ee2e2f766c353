// NDIS numbers that applications share: media, object identifiers, filters.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "ifdef.h"
#include "model/files.h"
#include "model/ndis_oids.h"
