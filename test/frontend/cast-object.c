// RUN: %capture %s | FileCheck %s

long increment(long *count);
static unsigned long Count;

// CHECK-LABEL: function i32 @address(
// CHECK: %[[COUNT:[0-9]+]] = global @Count
// CHECK-NEXT: call i32 @increment(%[[COUNT]])
long address(void)
{
    return increment(&(long)Count);
}

// What is assigned is not known.
// CHECK-LABEL: function void @assigned(
// CHECK: %[[AT:[0-9]+]] = local $at
// CHECK-NEXT: %[[NEXT:[0-9]+]] = unknown ptr
// CHECK-NEXT: store ptr %[[AT]], %[[NEXT]]
// CHECK: call i32 @increment(
// CHECK: %[[N:[0-9]+]] = unknown i32
// CHECK-NEXT: store i32 %{{[0-9]+}}, %[[N]]
void assigned(void *at, int n)
{
    ((char *)at)++;
    (long)n = increment(0);
}
