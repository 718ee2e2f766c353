/* ntddk.h - the same as wdm.h here.
 *
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 */
#ifndef MODEL_NTDDK_H
#define MODEL_NTDDK_H

#include "wdm.h"

#endif
