// RUN: %capture %s | FileCheck %s

extern "C" int f(int);

struct Holder {
    int handle;
    Holder(int n);
    ~Holder();
    int get() const;
    operator bool() const;
};

Holder make(int n);
void take(Holder h, int n);
void look(const Holder &h);

// Destroyed where the expression ends.
// CHECK-LABEL: as statement {
// CHECK: call void @"??0Holder@@QEAA@H@Z"(%[[T:[0-9]+]],
// CHECK-NEXT: call i32 @"?get@Holder@@QEBAHXZ"(%[[T]])
// CHECK-NEXT: %[[T2:[0-9]+]] = local $$1
// CHECK-NEXT: call void @"??_DHolder@@QEAAXXZ"(%[[T2]])
// CHECK: call i32 @f(
void statement()
{
    Holder(1).get();
    f(2);
}

// Made in place: no temporary, one destructor.
// CHECK-LABEL: as elided {
// CHECK: %[[H:[0-9]+]] = local $h
// CHECK: call void @"?make@@YA?AUHolder@@H@Z"(%{{[0-9]+}}, %[[H]])
// CHECK-COUNT-1: ??_DHolder
// CHECK-NOT: ??_DHolder
// CHECK: return
void elided()
{
    Holder h = make(1);
}

// CHECK-LABEL: @"?returned@@YA?AUHolder@@H@Z"(i32 $n, ptr<Holder> $$1) as returned {
// CHECK: %[[TO:[0-9]+]] = load ptr
// CHECK: call void @"??0Holder@@QEAA@H@Z"(%[[TO]],
// CHECK-NOT: ??_DHolder
// CHECK: return
Holder returned(int n)
{
    return Holder(n);
}

// A reference keeps it for as long as its scope.
// CHECK-LABEL: as kept {
// CHECK: call void @"?make@@YA?AUHolder@@H@Z"(
// CHECK: call i32 @f(
// CHECK: call void @"??_DHolder@@QEAAXXZ"
// CHECK-NEXT: dead $kept
void kept()
{
    const Holder &kept = make(1);
    f(2);
}

// What is passed by value is the caller's.
// CHECK-LABEL: as arguments {
// CHECK: %[[ONE:[0-9]+]] = local $$1
// CHECK: call void @"??0Holder@@QEAA@H@Z"(%[[ONE]],
// CHECK: call void @"?take@@YAXUHolder@@H@Z"(%[[ONE]],
// CHECK-NEXT: %[[AGAIN:[0-9]+]] = local $$1
// CHECK-NEXT: call void @"??_DHolder@@QEAAXXZ"(%[[AGAIN]])
// CHECK: call void @"?look@@YAXAEBUHolder@@@Z"(
// CHECK: call void @"??_DHolder@@QEAAXXZ"
void arguments()
{
    take(Holder(1), 2);
    look(make(3));
}

// Before the branch; only where it was made.
// CHECK-LABEL: as conditions {
// CHECK: load i32
// CHECK-NEXT: branch %{{[0-9]+}}, b[[SECOND:[0-9]+]], b[[NO:[0-9]+]]
// CHECK: b[[SECOND]]:
// CHECK: call void @"?make@@YA?AUHolder@@H@Z"(
// CHECK: call u8 @"??BHolder@@QEBA_NXZ"(
// CHECK-NEXT: local
// CHECK-NEXT: call void @"??_DHolder@@QEAAXXZ"
// CHECK-NEXT: branch
// CHECK: b[[NO]]:
// CHECK-NOT: ??_DHolder
int conditions(int n)
{
    if (n && make(n))
        return 1;
    return 0;
}

// Either of two is made in one place.
// CHECK-LABEL: as chosen {
// CHECK: %[[H:[0-9]+]] = local $h
// CHECK: branch
// CHECK: call void @"?make@@YA?AUHolder@@H@Z"(%{{[0-9]+}}, %[[H]])
// CHECK: call void @"??0Holder@@QEAA@H@Z"(%[[H]],
// CHECK: ??_DHolder
// CHECK-NEXT: dead $h
// CHECK-NEXT: return
void chosen(int n)
{
    Holder h = n ? make(1) : Holder(2);
}
