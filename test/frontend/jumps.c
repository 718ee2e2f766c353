// goto in and out of scopes, forward and back.
// RUN: %capture %s | FileCheck %s

extern int call(int n);

// CHECK-LABEL: @cleanup(
// CHECK: branch {{.*}} "status"
// CHECK: live $late
// CHECK-NEXT: jump [[EXIT:b[0-9]+]]
// CHECK: branch {{.*}} "inner"
// CHECK: dead $inner
// CHECK-NEXT: live $late
// CHECK-NEXT: jump [[EXIT]]
// CHECK: [[EXIT]]:
// CHECK: dead $late
// CHECK: dead $status
// CHECK: return
int cleanup(void)
{
    int status = call(1);
    if (status)
        goto Exit;
    {
        int inner = call(2);
        if (inner)
            goto Exit;
    }
    int late = call(3);
    status = late;
Exit:
    return status;
}

// CHECK-LABEL: @back(
// CHECK: jump [[AGAIN:b[0-9]+]]
// CHECK: [[AGAIN]]:
// CHECK: branch {{.*}} "call(n)"
// CHECK: jump [[AGAIN]]
int back(int n)
{
again:
    if (call(n))
        goto again;
    return 0;
}

// Any label whose address is taken may be meant.
// CHECK-LABEL: @computed(
// CHECK: unknown i32
// CHECK: const i32 11
// CHECK: unknown i32
// CHECK: const i32 12
// CHECK-NOT: const i32 13
// CHECK: }
int computed(int n)
{
    void *labels[] = { &&a, &&b };
    goto *labels[n];
a:
    return 11;
b:
    return 12;
c:
    return 13;
}
