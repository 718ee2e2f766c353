// RUN: %capture %s | FileCheck %s

struct Base {
    int a;
    int set(int n);
};

struct Derived : Base {
    int b;
};

enum class Kind : unsigned char { One = 1 };

// CHECK-LABEL: as casts {
// CHECK: cast u8
// CHECK: cast i64
// CHECK: cast ptr<Derived>
// CHECK: cast ptr<Base>
void casts(int n, Base *base, void *raw)
{
    Kind kind = static_cast<Kind>(n);
    auto wide = (long long)n;
    auto *derived = static_cast<Derived *>(base);
    auto *other = reinterpret_cast<Base *>(raw);
    auto *same = const_cast<const Base *>(base);
    auto number = int(Kind::One);
    auto *null = static_cast<Base *>(nullptr);
}

// The base of an object.
// CHECK-LABEL: as parts {
// CHECK: %[[BASE:[0-9]+]] = field {{.*}} Derived.Base
// CHECK: %[[A:[0-9]+]] = field %[[BASE]] Base.a
// CHECK: store i32 %[[A]],
// CHECK: %[[COPY:[0-9]+]] = field {{.*}} Derived.Base
// CHECK: copy %{{[0-9]+}}, %[[COPY]],
void parts(Derived &d)
{
    d.a = 1;
    Base copy = d;
}

// Pointers to members: an offset, a function.
// CHECK-LABEL: as members {
// CHECK: const ptr 4
// CHECK: function @"?set@Base@@QEAAHH@Z"
// CHECK: %[[OFFSET:[0-9]+]] = cast i64
// CHECK: index %{{[0-9]+}}, %[[OFFSET]], 1
// CHECK: icall i32 %{{[0-9]+}}(%{{[0-9]+}}, %{{[0-9]+}})
int members(Derived &d)
{
    int Derived::*field = &Derived::b;
    int (Base::*method)(int) = &Base::set;
    d.*field = 3;
    return (d.*method)(4);
}

// What the analyzer does not know is said to be so.
// CHECK-LABEL: as thrown {
// CHECK: opaque {{.*}} "CXXThrowExpr"
void thrown(int n)
{
    if (n)
        throw n;
}
