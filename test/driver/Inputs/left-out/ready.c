#include <ntddk.h>
static int Ready;
VOID SetReady(VOID)
{
    Ready = 1;
}
int IsReady(VOID)
{
    return Ready;
}
