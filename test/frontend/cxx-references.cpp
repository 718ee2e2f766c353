// RUN: %capture %s | FileCheck %s

extern "C" int f(int);

struct Pair {
    int a;
    int &b;
    Pair(int &x) : a(1), b(x) {}
};

// CHECK-LABEL: function void @"??0Pair@@QEAA@AEAH@Z"(
// CHECK: %[[B:[0-9]+]] = field {{.*}} Pair.b
// CHECK: %[[X:[0-9]+]] = load ptr
// CHECK: store ptr %[[B]], %[[X]]

// A parameter that is a reference is a pointer; `const` is kept.
// CHECK-LABEL: function i32 @"?parameters@@YAHAEAHAEBH@Z"(ptr $x, ptr const $y) as parameters {
// CHECK: %[[Y:[0-9]+]] = load ptr
// CHECK: %[[VALUE:[0-9]+]] = load i32 %[[Y]]
// CHECK: %[[X:[0-9]+]] = load ptr
// CHECK: store i32 %[[X]], %[[VALUE]]
int parameters(int &x, const int &y)
{
    x = y;
    return x;
}

// The address goes to the call, not the value.
// CHECK-LABEL: as arguments {
// CHECK: %[[N:[0-9]+]] = local $n
// CHECK: %[[FIVE:[0-9]+]] = const i32 5
// CHECK: store i32 %[[T:[0-9]+]], %[[FIVE]]
// CHECK: call i32 @"?parameters@@YAHAEAHAEBH@Z"(%[[N]], %[[T]])
void arguments(int n)
{
    parameters(n, 5);
}

// CHECK-LABEL: as variables {
// CHECK: live $r
// CHECK: %[[N:[0-9]+]] = local $n
// CHECK: store ptr %{{[0-9]+}}, %[[N]]
// CHECK: live $c
// CHECK: store ptr
// CHECK: %[[R:[0-9]+]] = load ptr
// CHECK-NEXT: %[[TEN:[0-9]+]] = const i32 10
// CHECK-NEXT: store i32 %[[R]], %[[TEN]]
int variables(int n)
{
    auto &r = n;
    const auto &c = r;
    r = 10;
    return c;
}

// What is returned by reference can be assigned to.
// CHECK-LABEL: function ptr @"?slot@@YAAEAHPEAHH@Z"(
// CHECK: %[[AT:[0-9]+]] = index
// CHECK: return %[[AT]]
int &slot(int *array, int n)
{
    return array[n];
}

// CHECK-LABEL: as assigned {
// CHECK: %[[SLOT:[0-9]+]] = call ptr @"?slot@@YAAEAHPEAHH@Z"(
// CHECK: store i32 %[[SLOT]],
// CHECK: %[[OTHER:[0-9]+]] = call ptr @"?slot@@YAAEAHPEAHH@Z"(
// CHECK: load i32 %[[OTHER]]
int assigned(int *array)
{
    slot(array, 1) = 3;
    return slot(array, 2);
}

// A field that is a reference.
// CHECK-LABEL: as fields {
// CHECK: %[[B:[0-9]+]] = field {{.*}} Pair.b
// CHECK: %[[TARGET:[0-9]+]] = load ptr %[[B]]
// CHECK: store i32 %[[TARGET]],
void fields(Pair &p)
{
    p.b = 4;
}

// Either of two objects.
// CHECK-LABEL: as chosen {
// CHECK: branch
// CHECK: local $a
// CHECK: store ptr
// CHECK: local $b
// CHECK: store ptr
// CHECK: %[[AT:[0-9]+]] = load ptr
// CHECK: store i32 %[[AT]],
void chosen(int n)
{
    int a, b;
    (n ? a : b) = 1;
}

// A global one is set before the driver starts.
int Target;
int &Alias = Target;

// CHECK-LABEL: function void @"?Alias@@3AEAHEA::$init"() internal initializer as Alias {
// CHECK: %[[TARGET:[0-9]+]] = global @"?Target@@3HA"
// CHECK: store ptr %{{[0-9]+}}, %[[TARGET]]

// CHECK-LABEL: as aliased {
// CHECK: %[[ALIAS:[0-9]+]] = load ptr
// CHECK: store i32 %[[ALIAS]],
void aliased()
{
    Alias = 2;
}
