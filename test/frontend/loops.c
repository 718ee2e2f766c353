// Every part of a `for` may be missing, in a macro too.
// RUN: %capture %s | FileCheck %s

extern int more(void);
extern void work(int n);

// CHECK-LABEL: @forever(
// CHECK: call void @work
// CHECK-NOT: branch
// CHECK-NOT: return
void forever(void)
{
    for (;;)
        work(1);
}

// CHECK-LABEL: @test_only(
// CHECK-NOT: store
// CHECK: branch {{.*}} "n < 3"
// CHECK-NOT: store
// CHECK: return
void test_only(int n)
{
    for (; n < 3;)
        work(n);
}

// CHECK-LABEL: @start_only(
// CHECK: store i32
// CHECK: jump [[TEST:b[0-9]+]]
// CHECK: branch {{.*}} "more()"
// CHECK: call void @work
// CHECK-NOT: store
// CHECK: jump [[TEST]]
void start_only(int n)
{
    for (n = 0;;) {
        if (more())
            break;
        work(n);
    }
}

// CHECK-LABEL: @step_only(
// CHECK-NOT: store
// CHECK: branch {{.*}} "more()"
// CHECK: call void @work
// CHECK: add i32
// CHECK: store i32
// CHECK-NOT: branch
// CHECK: }
void step_only(int n)
{
    for (;; n++) {
        if (more())
            continue;
        work(n);
    }
}

#define EACH(i, n) for (int i = 0; i < (n); i++)
#define LOOP for (;;)

// CHECK-LABEL: @in_macro(
// CHECK: live $i
// CHECK: branch {{.*}} "EACH(i, n)"
// CHECK: dead $i
// CHECK: branch {{.*}} "more()"
// CHECK-NOT: branch
// CHECK: return
void in_macro(int n)
{
    EACH(i, n)
        work(i);
    LOOP {
        if (more())
            break;
    }
}

// CHECK-LABEL: @twice(
// CHECK: jump [[BODY:b[0-9]+]]
// CHECK: [[BODY]]:
// CHECK: call void @work
// CHECK: branch {{.*}} [[BODY]], {{.*}} "--n"
void twice(int n)
{
    do
        work(n);
    while (--n);
}

// CHECK-LABEL: @once(
// CHECK-NOT: branch
// CHECK: return
void once(int n)
{
    do {
        work(n);
    } while (0);
}

// CHECK-LABEL: @both(
// CHECK: branch {{.*}}, [[SECOND:b[0-9]+]], [[OUT:b[0-9]+]] "n"
// CHECK: [[SECOND]]:
// CHECK: branch {{.*}}, [[OUT]] "more()"
// CHECK: [[OUT]]:
void both(int n)
{
    while (n && more())
        n--;
}
