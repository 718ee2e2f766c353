/* wsk.h - the headers of a driver under test that uses sockets, and its one
 * registration.
 *
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 */
#ifndef TEST_WSK_H
#define TEST_WSK_H

#include <ntddk.h>
#include <wsk.h>

static const WSK_CLIENT_DISPATCH Dispatch = { MAKE_WSK_VERSION(1, 0), 0, NULL };
static WSK_CLIENT_NPI ClientNpi = { NULL, &Dispatch };
static WSK_REGISTRATION Registration;
static WSK_PROVIDER_NPI Npi;

EXTERN_C DRIVER_INITIALIZE DriverEntry;
EXTERN_C DRIVER_UNLOAD DriverUnload;

#endif
