// RUN: %capture %s | FileCheck %s

extern int call(int n);
#define SUCCESS(status) ((status) >= 0)
#define BOTH(a, b)      ((a) && (b))

// CHECK-LABEL: @short_circuit(
// CHECK: branch {{.*}}, [[B:b[0-9]+]], [[C:b[0-9]+]] "a"
// CHECK: [[B]]:
// CHECK: branch {{.*}}, [[YES:b[0-9]+]], [[C]] "b"
// CHECK: [[C]]:
// CHECK: branch {{.*}}, [[NO:b[0-9]+]], [[YES]] "c"
int short_circuit(int a, int b, int c)
{
    if (a && b || !c)
        return 1;
    return 0;
}

// CHECK-LABEL: @macros(
// CHECK: branch {{.*}} "SUCCESS(a)"
// CHECK: branch {{.*}} "a"
// CHECK: branch {{.*}} "b > 1"
// CHECK: branch {{.*}} "a == call( b)"
int macros(int a, int b)
{
    if (SUCCESS(a))
        return 1;
    if (BOTH(a, b > 1))
        return 2;
    if (a == /* what
              b says */ call(
            b))
        return 3;
    return 0;
}

// CHECK-LABEL: @values(
// CHECK: branch {{.*}} "a"
// CHECK: store i32 {{.*}}, %[[#]]
// CHECK: branch {{.*}} "b"
int values(int a, int b)
{
    int c = a ? b : 7;
    c += b && !c;
    return a ?: c;
}

// CHECK-LABEL: @comma(
// CHECK: call i32 @call
// CHECK: branch {{.*}} "a"
int comma(int a)
{
    if (call(1), a)
        return 1;
    return 0;
}

// CHECK-LABEL: @constant(
// CHECK-NOT: branch
// CHECK: const i32 2
// CHECK-NOT: const i32 3
// CHECK: }
int constant(void)
{
    if (0 || sizeof(int) == 4)
        return 2;
    return 3;
}
