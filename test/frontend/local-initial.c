// RUN: %capture %s | FileCheck %s

typedef int (*CALLBACK)(int n);
struct inner {
    int x;
    CALLBACK call;
};
struct outer {
    int version;
    struct inner in[2];
};
extern int one(int n);

// CHECK-LABEL: @partly(
// CHECK: live $o
// CHECK: const u64 40
// CHECK-NEXT: fill
// CHECK: field {{.*}} outer.in
// CHECK-NEXT: const i64 1
// CHECK-NEXT: index {{.*}}, 16
// CHECK-NEXT: field {{.*}} inner.call
// CHECK-NEXT: store ptr
int partly(void)
{
    struct outer o = { .in[1].call = one };
    return o.version;
}

// CHECK-LABEL: @copied(
// CHECK-NOT: fill
// CHECK: copy
struct inner copied(struct inner *from)
{
    struct inner to = *from;
    return to;
}

// CHECK-LABEL: @flat(
// CHECK: field {{.*}} outer.in
// CHECK-NEXT: field {{.*}} inner.x
// CHECK-NEXT: store i32
// CHECK: field {{.*}} outer.in
// CHECK-NEXT: field {{.*}} inner.call
// CHECK-NEXT: store ptr
int flat(int n)
{
    struct outer o = { 1, n, one };
    return o.in[0].x;
}

// CHECK-LABEL: @inside(
// CHECK: fill
// CHECK: field {{.*}} outer.in
// CHECK: copy
// CHECK: const i64 1
// CHECK-NEXT: index {{.*}}, 16
// CHECK-NEXT: field {{.*}} inner.x
// CHECK-NEXT: const i32 5
int inside(struct inner *from)
{
    struct outer o = { 1, { *from, { 5 } } };
    return o.version;
}

// CHECK-LABEL: @text(
// CHECK: string "ab"
// CHECK: const u64 8
// CHECK-NEXT: copy
int text(void)
{
    char name[8] = "ab";
    int scalar = { 3 };
    return name[0] + scalar;
}
