/* kernel.h - the part of the kernel that the explorer drives.
 *
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 */
#ifndef MODEL_KERNEL_H
#define MODEL_KERNEL_H

#include "world.h"

/* The codes that device control requests carry; one request, one of them. */
void kernel_control_codes(const unsigned long *codes, unsigned count);

/* Calls the dispatch routine with a request of the major function. */
void kernel_send_request(unsigned major, DRIVER_DISPATCH *routine);

void kernel_call_offer(const struct offer *offer);

#endif
