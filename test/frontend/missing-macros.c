// Macros that a missing header defines, seen from what the parser stumbles over.
// RUN: %capture %s 2>%t | FileCheck %s --implicit-check-not=opaque
// RUN: FileCheck --check-prefix=NOTE --input-file=%t %s
// NOTE-NOT: error:
// NOTE: names are declared nowhere
// NOTE-NOT: not understood

// CHECK: global i32 @slop internal
// CHECK: global i32 @count
// CHECK: global agg128 @table
static int slop __read_mostly = 5;
int __read_mostly count = 1;
int table[4] CACHE_ALIGNED;
extern void work(int n);

// CHECK-LABEL: function i32 @called(
// CHECK: call void @work
int CALL_CONVENTION called(int n)
{
    work(n);
    return 0;
}

// CHECK-LABEL: function i32 @wrapped(
// CHECK: call void @work
DECLARE_RESULT(int) wrapped(void)
{
    work(1);
    return 0;
}

// The statement may be repeated and may be left out.
// CHECK-LABEL: @loop(
// CHECK: call i32 @made_up_for_each_item
// CHECK: branch
// CHECK: call void @work
// CHECK: call void @work
void loop(int n, int m)
{
    for_each_item(n, m)
        work(1);
    work(2);
}

struct list {
    struct list *next;
};
#define CONTAINER(entry, type, field) \
    ((type *)((char *)(entry) - __builtin_offsetof(type, field)))
// CHECK-LABEL: @container(
// CHECK: call void @use
extern void use(void *p);
void container(struct list *entry)
{
    use(CONTAINER(entry, UNKNOWN_ITEM, Link));
}

typedef int (LIKE_STDCALL *POINTER)(int n);
// CHECK-LABEL: @pointer(ptr $f)
// CHECK: icall i32
int pointer(POINTER f)
{
    return f(1);
}

// By its name, and since nothing follows it, it returns.
// CHECK-LABEL: function i32 @leave(
// CHECK: call void @work
// CHECK: return %
// CHECK-NOT: call void @work
// CHECK-LABEL: function i32 @leave_if(
// CHECK: call i32 @made_up_LEAVE_RETURN_IF
// CHECK: branch
// CHECK: call void @work
int leave(int n)
{
    work(n);
    LEAVE_RETURN_STATUS(n);
}

int leave_if(int n)
{
    LEAVE_RETURN_IF(n);
    work(n);
    return 0;
}
