#include <ntddk.h>
#include <netioddk.h>
static HANDLE Handle;
static NPI_CLIENT_CHARACTERISTICS Characteristics;
static int Set, Total;
int Idle = 0;
int More(int by);
int Start(void)
{
    return (int)NmrDeregisterClient(0);
}
VOID Unload(PDRIVER_OBJECT Driver)
{
    if (Set)
        NmrDeregisterClient(Handle);
}
NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    NTSTATUS status;

    Driver->DriverUnload = Unload;
    status = NmrRegisterClient(&Characteristics, NULL, &Handle);
    if (NT_SUCCESS(status))
        Set = 1;
    return status;
}
static int counted(int by)
{
    Total += by;
    if (Total > 5)
        return 77;
    switch (by & 4) {
    case 9: return 2;
    }
    return 0;
}
int Moved(int *by)
{
    return counted(by[1]) + More(3);
}
int Absent(int by);
static int Once, Count;
static int *Held;
static int plain(void)
{
    return Once;
}
int Several(int *by)
{
    Count++;
    Held = 0;
    return plain() + Absent(3) + (by == 0);
}
