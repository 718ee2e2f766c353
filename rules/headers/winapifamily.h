// Which part of the API is available: all of it.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#define WINAPI_FAMILY_PARTITION(Partitions) 1
#define WINAPI_PARTITION_DESKTOP 1
