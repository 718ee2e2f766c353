// CONTAINING_RECORD leads from a member back to the record around it.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../Inputs/client.h"

struct module {
    HANDLE handle;
    LIST_ENTRY first, second;
    HANDLE other;
};

static struct module Module;

static VOID stop(LIST_ENTRY *Entry)
{
#ifdef FAULT
    struct module *module = CONTAINING_RECORD(Entry, struct module, first);
#else
    struct module *module = CONTAINING_RECORD(Entry, struct module, second);
#endif

    if (module->handle && NmrDeregisterClient(module->handle) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(module->handle);
}

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
    Module.handle = Client;
    stop(&Module.second);
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-registered]
