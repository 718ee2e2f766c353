// RUN: %capture %s | FileCheck %s

struct bits {
    unsigned flags : 3;
    int state : 5;
};

// Arithmetic of small types is done in int.
// CHECK-LABEL: @compound(
// CHECK: load u8
// CHECK: cast i32
// CHECK: add i32
// CHECK: cast u8
// CHECK: store u8
// CHECK: load i64
// CHECK: shl i64
int compound(unsigned char c, long long l, int n)
{
    c += n;
    l <<= 2;
    return c;
}

// CHECK-LABEL: @steps(
// CHECK: load i32
// CHECK: %[[NEW:[0-9]+]] = add i32
// CHECK: store i32 {{.*}}, %[[NEW]]
// CHECK: index {{.*}}, 4
// CHECK: store ptr
// CHECK: const i64 -1
// CHECK: index {{.*}}, 4
int steps(int n, int *p)
{
    int old = n++;
    p++;
    --p;
    return old;
}

// CHECK-LABEL: @old(
// CHECK: %[[OLD:[0-9]+]] = load i32
// CHECK: store i32
// CHECK: return %[[OLD]]
int old(int n)
{
    return n++;
}

// CHECK-LABEL: @pointers(
// CHECK: cast i64
// CHECK: index {{.*}}, 4
// CHECK: neg i64
// CHECK: index {{.*}}, 4
// CHECK: sub i64
// CHECK: div i64
long long pointers(int *p, int *q, int n)
{
    p = p + n;
    q = q - n;
    return p - q;
}

// CHECK-LABEL: @bit_fields(
// CHECK: field {{.*}} bits.flags
// CHECK: store u3
// CHECK: field {{.*}} bits.state
// CHECK: load i5
// CHECK: cast i32
int bit_fields(struct bits *b)
{
    b->flags = 2;
    return b->state;
}

// CHECK-LABEL: @unary(
// CHECK: neg i32
// CHECK: not i32
// CHECK: eq i32
int unary(int a, int b, int c)
{
    a = -a;
    b = ~b;
    c = !c;
    return +a;
}

// CHECK-LABEL: @booleans(
// CHECK: ne i32
// CHECK: cast u8
// CHECK: store u8
int booleans(int n)
{
    _Bool b = n;
    return b;
}

// CHECK-LABEL: @folded(
// CHECK-NEXT: b0:
// CHECK-NEXT: %0 = const i32 29
// CHECK-NEXT: return %0
int folded(void)
{
    return (1 << 4 | 8) + 'A' % 6 + (int)sizeof(long) - (3 > 2) * 4;
}
