// A virtual call goes to the function of the object's own class.
// RUN: %right RIGHT
// RUN: %fault FAULT
#include "../../Inputs/client.h"

class Module {
  public:
    virtual void stop() { NmrDeregisterClient(Client); }
};

class PatientModule : public Module {
  public:
    void stop() override
    {
        Module::stop();
        NmrWaitForClientDeregisterComplete(Client);
    }
};

static void stop_any(Module &module)
{
    module.stop();
}

VOID DriverUnload(PDRIVER_OBJECT)
{
#ifdef FAULT
    Module module;
#else
    PatientModule module;
#endif

    stop_any(module);
} // FAULT: :[[#@LINE]]:1: error: {{.*}} [nmr/unload-returns-pending]
