/* nmr.h - the headers of a driver under test, and what it can register.
 *
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 */
#ifndef NMR_H
#define NMR_H

#include <ntddk.h>
#include <netioddk.h>

static NPI_CLIENT_CHARACTERISTICS ClientCharacteristics;
static NPI_PROVIDER_CHARACTERISTICS ProviderCharacteristics;

EXTERN_C DRIVER_INITIALIZE DriverEntry;
EXTERN_C DRIVER_UNLOAD DriverUnload;

#endif
