// RUN: %fault BAD_KIND
// RUN: %fault BAD_KIND_OF_WAIT
// RUN: %fault BAD_ADDRESS
// RUN: %fault BAD_ADDRESS_IN_WAIT
#include "../../../Inputs/client.h"

VOID DriverUnload(PDRIVER_OBJECT Driver)
{
    UNREFERENCED_PARAMETER(Driver);
#if defined(BAD_KIND)
    NmrDeregisterProvider(Client);
    // BAD_KIND: :[[#@LINE-1]]:5: error: 'NmrDeregisterProvider' is given 'Client' in 'DriverUnload', which is not a handle of its kind [nmr/wrong-handle]
#elif defined(BAD_ADDRESS)
    NmrDeregisterClient(&Client);
    // BAD_ADDRESS: :[[#@LINE-1]]:5: error: 'NmrDeregisterClient' is given {{.*}} [nmr/wrong-handle]
#else
    NmrDeregisterClient(Client);
#endif
#if defined(BAD_KIND_OF_WAIT)
    NmrWaitForProviderDeregisterComplete(Client);
    // BAD_KIND_OF_WAIT: :[[#@LINE-1]]:5: error: 'NmrWaitForProviderDeregisterComplete' is given 'Client' {{.*}} [nmr/wrong-handle]
#elif defined(BAD_ADDRESS_IN_WAIT)
    NmrWaitForClientDeregisterComplete(&Client);
    // BAD_ADDRESS_IN_WAIT: :[[#@LINE-1]]:5: error: {{.*}} [nmr/wrong-handle]
#endif
}
