#include <ntddk.h>
int Compare(const VOID *one, const VOID *other)
{
    return *(const int *)one - *(const int *)other;
}
