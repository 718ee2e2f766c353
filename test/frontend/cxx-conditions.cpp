// RUN: %capture %s | FileCheck %s

extern "C" int f(int);

struct Holder {
    Holder(int n);
    ~Holder();
    operator bool() const;
};

// The first part, then the test; both branches see it, and it ends behind them.
// CHECK-LABEL: as with_first {
// CHECK: live $status
// CHECK: call i32 @f(
// CHECK: branch {{.*}} "status < 0"
// CHECK: return
// CHECK: call i32 @f(
// CHECK: dead $status
int with_first(int n)
{
    if (int status = f(n); status < 0)
        return status;
    else
        f(status);
    return 0;
}

// CHECK-LABEL: as with_expression {
// CHECK: call i32 @f(
// CHECK: branch {{.*}} "n"
// CHECK: call i32 @f(
// CHECK-NOT: call
// CHECK: return
void with_expression(int n)
{
    if (f(1); n)
        f(2);
}

// CHECK-LABEL: as with_variable {
// CHECK: live $held
// CHECK: call void @"??0Holder@@QEAA@H@Z"(
// CHECK: call u8 @"??BHolder@@QEBA_NXZ"(
// CHECK: branch
// CHECK: call i32 @f(
// CHECK: call void @"??_DHolder@@QEAAXXZ"(
// CHECK-NEXT: dead $held
void with_variable(int n)
{
    if (Holder held{ n })
        f(1);
}

// libclang does not show the first part of a switch.
// CHECK-LABEL: as switched {
// CHECK: live $kind
// CHECK: call i32 @f(
// CHECK: switch {{.*}} 1: b{{[0-9]+}}, else: b{{[0-9]+}} "kind"
// CHECK: dead $kind
int switched(int n)
{
    switch (int kind = f(n); kind) {
    case 1: return 1;
    }
    return 0;
}

// CHECK-LABEL: as switched_on_variable {
// CHECK: live $kind
// CHECK: switch
// CHECK: dead $kind
void switched_on_variable(int n)
{
    switch (int kind = f(n)) {
    case 1: f(2); break;
    }
}

// A new one each time, destroyed on the way round and on the way out.
// CHECK-LABEL: as repeated {
// CHECK: jump b[[TEST:[0-9]+]]
// CHECK: b[[TEST]]:
// CHECK-NEXT: live $held
// CHECK: branch %{{[0-9]+}}, b[[INSIDE:[0-9]+]], b[[OUT:[0-9]+]]
// CHECK: b[[INSIDE]]:
// CHECK: call i32 @f(
// CHECK: call void @"??_DHolder@@QEAAXXZ"(
// CHECK-NEXT: dead $held
// CHECK-NEXT: jump b[[NEXT:[0-9]+]]
// CHECK: b[[NEXT]]:
// CHECK-NEXT: jump b[[TEST]]
// CHECK: b[[OUT]]:
// CHECK: call void @"??_DHolder@@QEAAXXZ"(
// CHECK-NEXT: dead $held
void repeated(int n)
{
    while (Holder held = n)
        f(n);
}

// CHECK-LABEL: as counted {
// CHECK: live $i
// CHECK: live $left
// CHECK: branch {{.*}} "left"
// CHECK: call i32 @f(
// CHECK: dead $left
// CHECK: add i32
// CHECK: dead $left
void counted()
{
    for (int i = 0; int left = f(i); i++)
        f(left);
}

// What can be told while compiling is not there.
// CHECK-LABEL: as constant {
// CHECK-NOT: branch
// CHECK: const i32 1
// CHECK: call i32 @f(
// CHECK-NOT: call
// CHECK: return
void constant()
{
    constexpr int size = 4;
    if constexpr (size == 4)
        f(1);
    else
        f(2);
}
