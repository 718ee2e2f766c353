// RUN: %capture %s | FileCheck %s

// CHECK-LABEL: @memory(
// CHECK: const u64 8
// CHECK: copy
// CHECK: fill
// CHECK: alloc
void *memory(char *to, char *from)
{
    __builtin_memcpy(to, from, 8);
    __builtin_memset(to, 0, 4);
    return __builtin_alloca(16);
}

// CHECK-LABEL: @ends(
// CHECK: branch {{.*}} "n == 1"
// CHECK: unreachable
// CHECK: branch {{.*}} "n == 2"
// CHECK: unreachable
// CHECK: branch {{.*}} "n != 3"
// CHECK: return
// CHECK: unreachable
void ends(int n)
{
    if (n == 1)
        __fastfail(3);
    if (n == 2)
        __builtin_unreachable();
    __debugbreak();
    __assume(n != 3);
}

// CHECK-LABEL: @pure(
// CHECK-NOT: call
// CHECK-NOT: opaque
// CHECK: }
int pure(int n)
{
    return __builtin_expect(n, 1) + __builtin_popcount(n) +
           __builtin_constant_p(n) + __builtin_bswap32(n);
}

// CHECK-LABEL: @overflow(
// CHECK: opaque u8 "builtin"
int overflow(int a, int b, int *sum)
{
    return __builtin_add_overflow(a, b, sum);
}

// CHECK-LABEL: @others(
// CHECK: opaque void "asm"
// CHECK: const i32 1
int others(int n)
{
    __asm__ volatile("nop" : "+r"(n));
    return _Generic(n, int: 1, default: 2);
}

// CHECK-LABEL: @statement_expression(
// CHECK: live $inner
// CHECK: dead $inner
// CHECK: store i32
int statement_expression(int n)
{
    n = ({
        int inner = n + 1;
        inner * 2;
    });
    return n;
}
