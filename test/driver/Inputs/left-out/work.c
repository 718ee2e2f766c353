#include <ntddk.h>
static ULONG Total;
static int twice(int number)
{
    return 2 * number;
}
int Work(const UCHAR *bytes, ULONG length)
{
    ULONG i;

    for (i = 0; i < length; i++)
        Total += twice(bytes[i]);
    return Total > 5;
}
