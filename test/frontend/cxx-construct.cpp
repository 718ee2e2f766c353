// RUN: %capture %s | FileCheck %s

typedef void *HANDLE;
extern "C" void Open(HANDLE *h, int n);

struct Base {
    int a;
    explicit Base(int x) : a(x) {}
};

struct Member {
    Member();
    Member(int n);
};

// Base, then the fields as they are declared, whatever order is written; a field
// without an initialiser gets that of its declaration.
struct Order : Base {
    HANDLE first;
    int second = 7;
    Member third;
    Member fourth;
    Order(HANDLE h) : fourth(4), first(h), Base(1) { Open(&first, second); }
    // Hands over to the other one, and does no more.
    Order() : Order(nullptr) {}
};

// CHECK-LABEL: function void @"??0Order@@QEAA@PEAX@Z"(ptr<Order> $this, ptr void $h) inline as "Order::Order" {
// CHECK: %[[BASE:[0-9]+]] = field %{{[0-9]+}} Order.Base
// CHECK-NEXT: %[[ONE:[0-9]+]] = const i32 1
// CHECK-NEXT: call void @"??0Base@@QEAA@H@Z"(%[[BASE]], %[[ONE]])
// CHECK: %[[FIRST:[0-9]+]] = field {{.*}} Order.first
// CHECK: store ptr %[[FIRST]],
// CHECK: %[[SECOND:[0-9]+]] = field {{.*}} Order.second
// CHECK: const i32 7
// CHECK: store i32 %[[SECOND]],
// CHECK: %[[THIRD:[0-9]+]] = field {{.*}} Order.third
// CHECK-NEXT: call void @"??0Member@@QEAA@XZ"(%[[THIRD]])
// CHECK: %[[FOURTH:[0-9]+]] = field {{.*}} Order.fourth
// CHECK: call void @"??0Member@@QEAA@H@Z"(%[[FOURTH]],
// CHECK: call void @Open(

// CHECK-LABEL: function void @"??0Order@@QEAA@XZ"(ptr<Order> $this) inline as "Order::Order" {
// CHECK-NEXT: b0:
// CHECK-NEXT: local $this
// CHECK-NEXT: load ptr
// CHECK-NEXT: const ptr 0
// CHECK-NEXT: call void @"??0Order@@QEAA@PEAX@Z"(
// CHECK-NEXT: return

// What the language implies: nothing where there is nothing to do.
struct Plain {
    int a, b;
};

struct Whole {
    Plain plain;
    Member member;
};

// CHECK-LABEL: as implied {
// CHECK: live $plain
// CHECK-NEXT: live $whole
// CHECK: call void @"??0Whole@@QEAA@XZ"(
// CHECK: live $zero
// CHECK: fill
// CHECK: live $copy
// CHECK-NOT: call
// CHECK: copy
// CHECK: live $listed
// CHECK: field {{.*}} Plain.b
// CHECK: store i32
// CHECK: return
void implied()
{
    Plain plain;
    Whole whole;
    Plain zero = Plain();
    Plain copy = zero;
    Plain listed = { 1, 2 };
    (void)plain;
}

// Each element of an array: one by one, or in a loop.
// CHECK-LABEL: as arrays {
// CHECK: call void @"??0Member@@QEAA@XZ"(
// CHECK: call void @"??0Member@@QEAA@XZ"(
// CHECK: lt i64
// CHECK: branch
// CHECK: index
// CHECK: call void @"??0Member@@QEAA@XZ"(
// CHECK: jump
void arrays()
{
    Member two[2];
    Member many[100];
}

// A part that is left out of a list has what the class gives it.
struct Options {
    int depth = 4;
    Member member;
    int width;
};

// CHECK-LABEL: as listed {
// CHECK: fill
// CHECK: field {{.*}} Options.depth
// CHECK: const i32 9
// CHECK: field {{.*}} Options.member
// CHECK-NEXT: call void @"??0Member@@QEAA@XZ"(
void listed()
{
    Options options = { 9 };
}

// The base's constructors may be used as the class' own.
struct Heir : Base {
    using Base::Base;
    Member more;
};

// CHECK-LABEL: as inherited {
// CHECK: call void @"??0Heir@@QEAA@H@Z"(
void inherited()
{
    Heir heir(5);
}

// CHECK-LABEL: function void @"??0Whole@@QEAA@XZ"(
// CHECK: %[[MEMBER:[0-9]+]] = field {{.*}} Whole.member
// CHECK-NEXT: call void @"??0Member@@QEAA@XZ"(%[[MEMBER]])

// CHECK-LABEL: function void @"??0Heir@@QEAA@H@Z"(ptr<Heir> $this, i32
// CHECK: %[[AT:[0-9]+]] = field {{.*}} Heir.Base
// CHECK: call void @"??0Base@@QEAA@H@Z"(%[[AT]],
// CHECK: field {{.*}} Heir.more
// CHECK: call void @"??0Member@@QEAA@XZ"(
