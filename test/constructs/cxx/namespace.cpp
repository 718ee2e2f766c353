// Functions of one name in two namespaces are two.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../../Inputs/client.h"

namespace eager {
static void stop(HANDLE handle)
{
    NmrDeregisterClient(handle);
}
} // namespace eager

namespace patient {
namespace inner {
static void stop(HANDLE handle)
{
    if (NmrDeregisterClient(handle) == STATUS_PENDING)
        NmrWaitForClientDeregisterComplete(handle);
}
} // namespace inner
using namespace inner;
} // namespace patient

#ifdef FAULT
namespace chosen = eager;
#else
namespace chosen = patient;
#endif

VOID DriverUnload(PDRIVER_OBJECT)
{
    chosen::stop(Client);
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]
