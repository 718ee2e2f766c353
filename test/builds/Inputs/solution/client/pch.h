/* pch.h - what every file of the driver includes first.
 *
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 */
#include "shared.h"
