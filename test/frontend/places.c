// What stands left of `=`.
// RUN: %capture %s | FileCheck %s

struct inner {
    int x;
    int y[4];
};
struct outer {
    struct inner *next;
    struct {
        union {
            int tag;
            void *handle;
        };
        int deep;
    };
    struct inner in[3];
};
typedef struct outer *POUTER;

// CHECK-LABEL: record outer 704
// CHECK-NEXT: 0 next ptr<inner>
// CHECK-NEXT: 64 "" agg128<[[ANON:.*]]>
// CHECK-NEXT: 192 in agg480<inner>[3]

// CHECK-LABEL: @nested(
// CHECK: load ptr
// CHECK-NEXT: field {{.*}} outer.in
// CHECK-NEXT: const i64 2
// CHECK-NEXT: index {{.*}}, 20
// CHECK-NEXT: field {{.*}} inner.y
// CHECK: index {{.*}}, 4
// CHECK: store i32
void nested(POUTER p, int n)
{
    p->in[2].y[n] = 1;
}

// CHECK-LABEL: @anonymous(
// CHECK: field {{.*}} outer.""
// CHECK-NEXT: field {{.*}} [[ANON]].""
// CHECK-NEXT: field {{.*}}.handle
// CHECK-NEXT: store ptr
void anonymous(struct outer *p, void *handle)
{
    p->handle = handle;
}

#define CONTAINING_RECORD(address, type, field) \
    ((type *)((char *)(address) - (unsigned long long)(&((type *)0)->field)))

// CHECK-LABEL: @containing(
// CHECK: const i64 -16
// CHECK-NEXT: index {{.*}}, 1
// CHECK-NEXT: cast ptr<outer>
struct outer *containing(int *deep)
{
    return CONTAINING_RECORD(deep, struct outer, deep);
}

// CHECK-LABEL: @offset(
// CHECK: const i32 28
int offset(void)
{
    return __builtin_offsetof(struct outer, in[0].y[0]);
}

// CHECK-LABEL: @whole(
// CHECK: const u64 88
// CHECK-NEXT: copy
void whole(struct outer *to, struct outer *from)
{
    *to = *from;
}

// CHECK-LABEL: @through(
// CHECK: cast ptr<inner>
// CHECK: field {{.*}} inner.x
int through(void *context)
{
    return ((struct inner *)context)->x + *&((struct inner){ 5 }).x;
}

// CHECK-LABEL: @table(
// CHECK: string "two"
// CHECK: const i64 1
// CHECK: index {{.*}}, 1
// CHECK: load i8
char table(void)
{
    return "two"[1];
}
