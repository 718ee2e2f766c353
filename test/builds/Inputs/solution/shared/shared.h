/* shared.h - a library that registers a client for whoever uses it.
 *
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 */
#ifndef SHARED_H
#define SHARED_H

#include <ntddk.h>
#include <netioddk.h>

NTSTATUS SharedStart(void);
void SharedStop(void);

#endif
