// Registration is optional; the guard in unload holds across entry points.
// RUN: %right BITS
// RUN: %right COUNTER
// RUN: %right ENUM
// RUN: %right FLAG
// RUN: %right HEAP_CONTEXT
// RUN: %right NULL_GUARD
// RUN: %fault BAD_BITS
// RUN: %fault BAD_ENUM
// RUN: %fault BAD_FLAG
// RUN: %fault BAD_FLAG_SET
// RUN: %fault BAD_NO_GUARD
// RUN: %fault BAD_NULL_GUARD
#include <ntddk.h>
#include <netioddk.h>
#include "Inputs/client.h"

static HANDLE ClientHandle;
static BOOLEAN Registered;
static enum { STATE_NONE, STATE_READY, STATE_REGISTERED } State;
static LONG Count;
static ULONG Flags;
#define FLAG_DEVICE 0x1
#define FLAG_NMR 0x4
static struct context {
    HANDLE Handle;
} *Context;

VOID DriverUnload(PDRIVER_OBJECT DriverObject)
{
    HANDLE Handle = ClientHandle;

    UNREFERENCED_PARAMETER(DriverObject);
#if defined(BITS)
    if (Flags & FLAG_NMR) {
#elif defined(COUNTER)
    if (Count > 0) {
#elif defined(ENUM)
    if (State == STATE_REGISTERED) {
#elif defined(HEAP_CONTEXT)
    if (Context) {
        Handle = Context->Handle;
#elif defined(NULL_GUARD)
    if (ClientHandle != NULL) {
#elif defined(BAD_BITS)
    if (Flags & FLAG_DEVICE) {
#elif defined(BAD_ENUM)
    if (State == STATE_READY) {
#elif defined(BAD_FLAG)
    if (!Registered) {
#elif defined(BAD_NO_GUARD)
    {
#elif defined(BAD_NULL_GUARD)
    if (ClientHandle == NULL) {
#else
    if (Registered) {
#endif
        if (NmrDeregisterClient(Handle) == STATUS_PENDING)
        // BAD_ENUM: :[[#@LINE-1]]:13: error: {{.*}} [nmr/deregister-unregistered]
        // BAD_FLAG: :[[#@LINE-2]]:13: error: {{.*}} [nmr/deregister-unregistered]
        // BAD_NO_GUARD: :[[#@LINE-3]]:13: error: {{.*}} [nmr/deregister-unregistered]
        // BAD_NULL_GUARD: :[[#@LINE-4]]:13: error: {{.*}} [nmr/deregister-unregistered]
            NmrWaitForClientDeregisterComplete(Handle);
#ifdef HEAP_CONTEXT
        ExFreePoolWithTag(Context, 'xtnC');
#endif
    }
}
// BAD_BITS: :[[#@LINE-1]]:1: error: {{.*}} [nmr/unload-returns-registered]
// BAD_ENUM: :[[#@LINE-2]]:1: error: {{.*}} [nmr/unload-returns-registered]
// BAD_FLAG: :[[#@LINE-3]]:1: error: {{.*}} [nmr/unload-returns-registered]
// BAD_FLAG_SET: :[[#@LINE-4]]:1: error: {{.*}} [nmr/unload-returns-registered]
// BAD_NULL_GUARD: :[[#@LINE-5]]:1: error: {{.*}} [nmr/unload-returns-registered]

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    HANDLE *Slot = &ClientHandle;
    NTSTATUS Status;

    UNREFERENCED_PARAMETER(RegistryPath);
    DriverObject->DriverUnload = DriverUnload;
    State = STATE_READY;
#ifdef HEAP_CONTEXT
    Context = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*Context), 'xtnC');
    if (Context == NULL)
        return STATUS_INSUFFICIENT_RESOURCES;
    Slot = &Context->Handle;
#endif
    Status = NmrRegisterClient(&Client, NULL, Slot);
    if (!NT_SUCCESS(Status)) {
        /* The driver is useful without the client too. */
        DbgPrint("no client: 0x%x\n", Status);
#ifdef HEAP_CONTEXT
        ExFreePoolWithTag(Context, 'xtnC');
        Context = NULL;
#endif
        return STATUS_SUCCESS;
    }
#if defined(FLAG) || defined(BAD_FLAG)
    Registered = TRUE;
#elif defined(BAD_FLAG_SET)
    Registered = FALSE;
#endif
    State = STATE_REGISTERED;
    Count++;
    Flags |= FLAG_NMR;
    return STATUS_SUCCESS;
}
