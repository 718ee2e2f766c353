/* client.h - a driver that registers one client; its unload routine is what
 * the test is about.
 *
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 */
#ifndef CLIENT_H
#define CLIENT_H

#include "nmr.h"

static HANDLE Client;

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    UNREFERENCED_PARAMETER(Path);
    Driver->DriverUnload = DriverUnload;
    return NmrRegisterClient(&ClientCharacteristics, NULL, &Client);
}

#endif
