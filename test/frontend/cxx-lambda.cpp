// RUN: %capture %s | FileCheck %s

extern "C" int f(int);
typedef void (*CALLBACK)(int);
extern "C" void keep(CALLBACK callback);

struct Owner {
    int state;
    int go();
};

// By value, by reference, with a name of its own: the fields of an object.
// CHECK-LABEL: as captures {
// CHECK: %[[N:[0-9]+]] = field %[[L:[0-9]+]] {{.*}}.n{{$}}
// CHECK: store i32 %[[N]],
// CHECK: %[[M:[0-9]+]] = field %[[L]] {{.*}}.m{{$}}
// CHECK-NEXT: %[[LOCAL:[0-9]+]] = local $m
// CHECK-NEXT: store ptr %[[M]], %[[LOCAL]]
// CHECK: %[[K:[0-9]+]] = field %[[L]] {{.*}}.k{{$}}
// CHECK: %[[MADE:[0-9]+]] = call i32 @f(
// CHECK: store i32 %[[K]], %[[MADE]]
// CHECK: %[[CALL:[0-9]+]] = local $call
// CHECK: call i32 @"{{[^"]*}}lambda_{{[^"]*}}"(%[[CALL]],
int captures(int n)
{
    int m = 2;
    auto call = [n, &m, k = f(3)](int x) {
        m = x;
        return n + k;
    };
    return call(1);
}

// All that is used, and `this`.
// CHECK-LABEL: as "Owner::go" {
// CHECK-DAG: field {{.*}}.local{{$}}
// CHECK-DAG: field {{.*}}.this{{$}}
int Owner::go()
{
    int local = 1;
    auto all = [&] { state = local; };
    all();
    return local;
}

// One that captures nothing is a function, as drivers hand them over.
// CHECK-LABEL: as handed_over {
// CHECK: %[[F:[0-9]+]] = function @"{{[^"]*}}::$invoke"
// CHECK: call void @keep(%[[F]])
void handed_over()
{
    keep([](int n) { f(n); });
}

// A lambda in a lambda reaches what the outer one has.
// CHECK-LABEL: as nested {
int nested(int n)
{
    auto outer = [&] {
        auto inner = [&] { n = 5; };
        inner();
    };
    outer();
    return n;
}

// The bodies come behind.
// CHECK-LABEL: "(ptr<{{.*}}> $this, i32 $x) internal inline as "captures::lambda" {
// CHECK: %[[BY:[0-9]+]] = field {{.*}}.m{{$}}
// CHECK: %[[TO:[0-9]+]] = load ptr %[[BY]]
// CHECK: store i32 %[[TO]],
// CHECK: field {{.*}}.n{{$}}
// CHECK: field {{.*}}.k{{$}}

// CHECK-LABEL: as "Owner::go::lambda" {
// CHECK: %[[FROM:[0-9]+]] = field {{.*}}.local{{$}}
// CHECK: %[[VALUE:[0-9]+]] = load i32
// CHECK: %[[SELF:[0-9]+]] = field {{.*}}.this{{$}}
// CHECK: %[[OWNER:[0-9]+]] = load ptr %[[SELF]]
// CHECK: %[[STATE:[0-9]+]] = field %[[OWNER]] Owner.state
// CHECK: store i32 %[[STATE]], %[[VALUE]]

// CHECK-LABEL: "(ptr<{{.*}}> $this, i32 $n) internal inline as "handed_over::lambda" {
// CHECK: call i32 @f(

// CHECK-LABEL: function void @"{{[^"]*}}::$invoke"(i32 $n) internal as "handed_over::lambda" {
// CHECK: %[[ARG:[0-9]+]] = load i32
// CHECK: call void @"{{[^"]*}}"(%{{[0-9]+}}, %[[ARG]])

// CHECK-LABEL: as "nested::lambda" {
// CHECK: %[[INNER:[0-9]+]] = field {{.*}}.n{{$}}
// CHECK: %[[OUTER:[0-9]+]] = field {{.*}}.n{{$}}
// CHECK-NEXT: %[[ADDRESS:[0-9]+]] = load ptr %[[OUTER]]
// CHECK-NEXT: store ptr %[[INNER]], %[[ADDRESS]]

// CHECK-LABEL: as "nested::lambda::lambda" {
