// RUN: %capture %s | FileCheck %s

struct pair {
    int a;
    void *b;
};
typedef int HOOK(struct pair *p);
typedef HOOK *PHOOK;
struct ops {
    PHOOK hook;
    PHOOK hooks[2];
};
extern struct pair make(int n);
extern void take(struct pair p, int n);
extern struct ops *Ops;
__declspec(noreturn) void stop(int code);

HOOK Hook;
// CHECK-LABEL: function i32 @Hook(ptr<pair> $p) role HOOK {
int Hook(struct pair *p)
{
    return p->a;
}

// A structure goes by the address of a copy, and comes through an argument.
// CHECK-LABEL: function void<pair> @pass(ptr<pair> $p, ptr<pair> $$1) {
// CHECK: load ptr
// CHECK: field {{.*}} pair.a
// CHECK: copy
// CHECK-NEXT: return{{$}}
struct pair pass(struct pair p)
{
    p.a++;
    return p;
}

// CHECK-LABEL: @structures(
// CHECK: call void @make(%{{[0-9]+}}, %[[MADE:[0-9]+]])
// CHECK: copy %[[COPY:[0-9]+]], %[[MADE]],
// CHECK: call void @take(%[[COPY]],
// CHECK: call void @make(%{{[0-9]+}}, %[[AGAIN:[0-9]+]])
// CHECK-NEXT: field %[[AGAIN]] pair.a
int structures(void)
{
    take(make(1), 2);
    return make(3).a;
}

// CHECK-LABEL: @pointers(
// CHECK: icall i32
// CHECK: icall i32
// CHECK: call i32 @Hook
// CHECK: call i32 @Hook
// CHECK: field {{.*}} ops.hook
// CHECK-NEXT: %[[F:[0-9]+]] = load ptr
// CHECK: icall i32 %[[F]]
// CHECK: field {{.*}} ops.hooks
// CHECK: icall i32
void pointers(PHOOK hook, struct pair *p, int n)
{
    hook(p);
    (*hook)(p);
    (&Hook)(p);
    (***Hook)(p);
    Ops->hook(p);
    Ops->hooks[n](p);
}

// CHECK-LABEL: @ends(
// CHECK: call void @stop
// CHECK-NEXT: unreachable
void ends(int n)
{
    if (n)
        stop(n);
}

// CHECK-LABEL: @variadic(
// CHECK: unknown i32
// CHECK-NOT: opaque
// CHECK: }
int variadic(const char *format, ...)
{
    __builtin_va_list list;
    __builtin_va_start(list, format);
    int x = __builtin_va_arg(list, int);
    __builtin_va_end(list);
    return x;
}

// CHECK-LABEL: @old(i8 $a, i32 $b)
int old(a, b)
char a;
int b;
{
    return a + b;
}
// CHECK: function void @stop(i32 $code) noreturn
