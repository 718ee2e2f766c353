// What --proof says of a registration: the calls that take it further, from
// which routines and under which conditions, and what it is in at each moment.
// RUN: cd %S && %unloadcheck --proof proof.c | FileCheck %s \
// RUN:   --match-full-lines --strict-whitespace
// Of a driver with a fault, too; there the moment is told that is not shown.
// RUN: sh -c 'cd %S && %unloadcheck --proof proof.c -- -DNO_WAIT; test $? = 1' \
// RUN:   | FileCheck %s --check-prefix=FAULT
// Of a part of a driver; and only what the rules that were asked for look at.
// RUN: cd %S && %unloadcheck --proof proof.c -- -DPART \
// RUN:   | FileCheck %s --check-prefix=PART
// RUN: cd %S && %unloadcheck --proof --rule 'wsk/*' proof.c \
// RUN:   | FileCheck %s --check-prefix=OTHER
// From the cache it is the same.
// RUN: rm -rf %t && mkdir -p %t
// RUN: cd %S && %unloadcheck --proof proof.c --cache-dir %t/cache > %t/cold
// RUN: cd %S && %unloadcheck --proof proof.c --cache-dir %t/cache > %t/warm
// RUN: diff %t/cold %t/warm
#include "../Inputs/nmr.h"

static HANDLE Client;

NTSTATUS ReadMode(PUNICODE_STRING path);
VOID Publish(HANDLE handle);

static VOID stop(VOID)
{
    NTSTATUS status;

    if (Client == NULL)
        return;
    status = NmrDeregisterClient(Client);
#ifndef NO_WAIT
    if (status == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(Client);
#endif
    Client = NULL;
}

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    stop();
}

#ifdef PART
#define DriverEntry Start
NTSTATUS Start(PDRIVER_OBJECT Driver, PUNICODE_STRING Path);
#endif

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    NTSTATUS status = STATUS_SUCCESS;

    Driver->DriverUnload = DriverUnload;
    switch (Path->Length) {
    case 1:
    case 3:
        status = NmrRegisterClient(&ClientCharacteristics, NULL, &Client);
        break;
    default: break;
    }
    if (!NT_SUCCESS(status))
        return status;
    if (Client != NULL)
        Publish(Client);
    status = ReadMode(Path);
    if (!NT_SUCCESS(status))
        stop();
    return status;
}

//      CHECK:made at        what                 kept in   when the driver's code goes
// CHECK-NEXT:proof.c:58:18  client registration  'Client'  gone
// CHECK-EMPTY:
// CHECK-NEXT:client registration 'Client': gone
// CHECK-NEXT:  made         proof.c:58:18  'NmrRegisterClient' in 'DriverEntry' (entry)
// CHECK-NEXT:  ended        proof.c:31:14  'NmrDeregisterClient' in 'stop', called from 'DriverEntry' (entry)
// CHECK-NEXT:               proof.c:62:10    if 'NT_SUCCESS(status)' is true
// CHECK-NEXT:               proof.c:67:10    if 'NT_SUCCESS(status)' is false
// CHECK-NEXT:               proof.c:29:9     if 'Client == NULL' is false
// CHECK-NEXT:  ended        proof.c:31:14  'NmrDeregisterClient' in 'stop', called from 'DriverUnload' (unload)
// CHECK-NEXT:               proof.c:29:9     if 'Client == NULL' is false
// CHECK-NEXT:  completed    proof.c:34:9   'NmrWaitForClientDeregisterComplete' in 'stop', called from 'DriverEntry' (entry)
// CHECK-NEXT:               proof.c:62:10    if 'NT_SUCCESS(status)' is true
// CHECK-NEXT:               proof.c:67:10    if 'NT_SUCCESS(status)' is false
// CHECK-NEXT:               proof.c:29:9     if 'Client == NULL' is false
// CHECK-NEXT:               proof.c:33:9     if 'status == STATUS_PENDING' is true
// CHECK-NEXT:  completed    proof.c:34:9   'NmrWaitForClientDeregisterComplete' in 'stop', called from 'DriverUnload' (unload)
// CHECK-NEXT:               proof.c:29:9     if 'Client == NULL' is false
// CHECK-NEXT:               proof.c:33:9     if 'status == STATUS_PENDING' is true
// CHECK-NEXT:  unload       proof.c:43:1   when 'DriverUnload' returns, it is deregistered or could not be deregistered
// CHECK-NEXT:  entry fails  proof.c:63:9   when 'DriverEntry' fails, it is not there
// CHECK-NEXT:  entry fails  proof.c:69:5   when 'DriverEntry' fails, it is deregistered or could not be deregistered
// CHECK-NEXT:  assumed      proof.c:65:9   'Publish' gets the handle and ends nothing
// CHECK-NEXT:  assumed      proof.c:66:14  'ReadMode' has no body here, and registers and ends nothing
// CHECK-NOT:{{.}}

// FAULT: client registration 'Client': not shown to be gone
// FAULT: unload       proof.c:43:1   when 'DriverUnload' returns, it has not finished deregistering or is deregistered or could not be deregistered: not shown to be gone
// FAULT: entry fails  proof.c:69:5   when 'DriverEntry' fails, it has not finished deregistering or is deregistered or could not be deregistered: not shown to be gone

// PART: proof.c:58:18  client registration  'Client'  nothing wrong in this part
// PART: client registration 'Client': nothing wrong in this part
// PART: assumed    -              the rest of the driver is not here, and calls no routine of this part in an order that goes wrong
// PART-NOT: DriverUnload' returns

// OTHER: nothing is registered that the rules look after
