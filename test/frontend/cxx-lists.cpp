// Lists in braces are shown as they are written: what the elements go through
// follows from the classes.
//
// RUN: %capture %s | FileCheck %s

typedef int (*ROUTINE)(int n);
extern "C" int f(int);

struct Holder {
    int handle;
    Holder(int n);
    Holder(const char *name, int n = 3);
    Holder(const Holder &other);
};

struct Number {
    operator int() const;
};

struct Base {
    int a;
};

struct Parts : Base {
    Holder holder;
    int number;
    ROUTINE routine;
};

// CHECK-LABEL: as converted {
// CHECK: %[[FIRST:[0-9]+]] = const i32 1
// CHECK-NEXT: call void @"??0Holder@@QEAA@H@Z"(%{{[0-9]+}}, %[[FIRST]])
// CHECK: %[[NAME:[0-9]+]] = string "two"
// CHECK-NEXT: %[[THREE:[0-9]+]] = const i32 3
// CHECK-NEXT: call void @"??0Holder@@QEAA@PEBDH@Z"(%{{[0-9]+}}, %[[NAME]], %[[THREE]])
// CHECK: string "four"
// CHECK-NEXT: const i32 4
// CHECK-NEXT: call void @"??0Holder@@QEAA@PEBDH@Z"(
// CHECK: %[[OTHER:[0-9]+]] = load ptr
// CHECK: call void @"??0Holder@@QEAA@AEBU0@@Z"(%{{[0-9]+}}, %[[OTHER]])
void converted(Holder &other)
{
    Holder held[] = { 1, "two", { "four", 4 }, other };
}

// CHECK-LABEL: as with_base {
// CHECK: %[[BASE:[0-9]+]] = field {{.*}} Parts.Base
// CHECK: field %[[BASE]] Base.a
// CHECK: store i32
// CHECK: field {{.*}} Parts.holder
// CHECK: call void @"??0Holder@@QEAA@H@Z"(
// CHECK: field {{.*}} Parts.number
// CHECK: call i32 @"??BNumber@@QEBAHXZ"(
// CHECK: field {{.*}} Parts.routine
// CHECK: function @"{{.*}}::$invoke"
// CHECK: store ptr
void with_base(Number &number)
{
    Parts parts = { { 1 }, 2, number, [](int n) { return n; } };
}

// A structure as C has it stays one.
struct Plain {
    int a;
    int b[2];
    struct {
        int c;
    } inner;
};

// CHECK-LABEL: as plain {
// CHECK-NOT: call
// CHECK: fill
// CHECK: field {{.*}} Plain.a
// CHECK: field {{.*}} Plain.b
// CHECK: index
// CHECK: field {{.*}} Plain.inner
// CHECK-NOT: opaque
// CHECK: return
void plain()
{
    Plain p = { 1, 2, 3, 4 };
}
