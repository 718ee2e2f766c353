// RUN: %capture %s | FileCheck %s

struct Vector {
    int x;
    Vector operator+(const Vector &other) const;
    Vector &operator+=(int n);
    Vector &operator++();
    Vector operator++(int);
    int &operator[](int n);
    Vector *operator->();
    int operator()(int n, int m = 7);
    bool operator!() const;
    operator int() const;
    Vector &operator=(int n);
};

bool operator==(const Vector &a, const Vector &b);

// The first operand is the object.
// CHECK-LABEL: as methods {
// CHECK: %[[A:[0-9]+]] = load ptr
// CHECK: %[[B:[0-9]+]] = load ptr
// CHECK: call void @"??HVector@@QEBA?AU0@AEBU0@@Z"(%[[A]], %[[B]], %{{[0-9]+}})
// CHECK: call ptr @"??YVector@@QEAAAEAU0@H@Z"(
// CHECK: call ptr @"??EVector@@QEAAAEAU0@XZ"(
// CHECK: call void @"??EVector@@QEAA?AU0@H@Z"(
// CHECK: %[[AT:[0-9]+]] = call ptr @"??AVector@@QEAAAEAHH@Z"(
// CHECK: store i32 %[[AT]],
// CHECK: call ptr @"??CVector@@QEAAPEAU0@XZ"(
// CHECK: field {{.*}} Vector.x
// CHECK: %[[SEVEN:[0-9]+]] = const i32 7
// CHECK: call i32 @"??RVector@@QEAAHHH@Z"(%{{[0-9]+}}, %{{[0-9]+}}, %[[SEVEN]])
// CHECK: call ptr @"??4Vector@@QEAAAEAU0@H@Z"(
void methods(Vector &a, Vector &b)
{
    a + b;
    a += 1;
    ++a;
    a++;
    a[2] = 3;
    a->x = 4;
    a(5);
    a = 6;
}

// CHECK-LABEL: as functions {
// CHECK: call u8 @"??8@YA_NAEBUVector@@0@Z"(
// CHECK: branch
// CHECK: call u8 @"??7Vector@@QEBA_NXZ"(
// CHECK: call i32 @"??BVector@@QEBAHXZ"(
int functions(Vector &a, Vector &b)
{
    if (a == b && !a)
        return a;
    return 0;
}

// One that nobody wrote copies.
// CHECK-LABEL: as implied {
// CHECK-NOT: call
// CHECK: copy
// CHECK-NEXT: return
void implied(Vector &a, Vector &b)
{
    a = b;
}

struct Counted {
    int count;
    Counted &operator=(const Counted &other);
};

struct Outer {
    int plain;
    Counted counted[2];
};

// CHECK-LABEL: as by_members {
// CHECK: field {{.*}} Outer.plain
// CHECK: store i32
// CHECK: call ptr @"??4Counted@@QEAAAEAU0@AEBU0@@Z"(
// CHECK: call ptr @"??4Counted@@QEAAAEAU0@AEBU0@@Z"(
void by_members(Outer &a, Outer &b)
{
    a = b;
}
