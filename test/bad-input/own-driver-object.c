// A driver object that has no member for the unload routine, because a file was
// broken or somebody wrote one for a test, can have no such routine.
//
// RUN: %unloadcheck --format=brief %s | FileCheck %s
//
// CHECK:     note: {{.*}}never sets an unload routine
// CHECK-NOT: error:
typedef struct _DRIVER_OBJECT {
    short Type;
    short Size;
} DRIVER_OBJECT;
typedef long NTSTATUS;
typedef void *HANDLE;

NTSTATUS NmrRegisterClient(void *Characteristics, void *Context,
                           HANDLE *Handle);

static HANDLE Client;

NTSTATUS DriverEntry(DRIVER_OBJECT *Driver, void *Path)
{
    (void)Driver;
    (void)Path;
    return NmrRegisterClient(&Client, 0, &Client);
}
