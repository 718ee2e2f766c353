// Labels may stand anywhere in the body.
// RUN: %capture %s | FileCheck %s

extern int call(int n);

// CHECK-LABEL: @fall_through(
// CHECK: switch {{.*}}, 1: [[ONE:b[0-9]+]], 2: [[TWO:b[0-9]+]], else: [[OUT:b[0-9]+]] "n"
// CHECK: [[ONE]]:
// CHECK-NEXT: const i32 1
// CHECK-NEXT: call i32 @call
// CHECK-NEXT: jump [[TWO]]
// CHECK: [[TWO]]:
// CHECK-NEXT: const i32 2
// CHECK-NEXT: call i32 @call
// CHECK-NEXT: jump [[OUT]]
void fall_through(int n)
{
    switch (n) {
    case 1: call(1);
    case 2: call(2);
    }
}

// CHECK-LABEL: @default_in_the_middle(
// CHECK: switch {{.*}}, 1: {{b[0-9]+}}, 2: [[TWO:b[0-9]+]], else: [[ELSE:b[0-9]+]] "n"
// CHECK: [[ELSE]]:
// CHECK-NEXT: const i32 9
// CHECK-NEXT: call
// CHECK-NEXT: jump [[TWO]]
void default_in_the_middle(int n)
{
    switch (n) {
    case 1: call(1); break;
    default: call(9);
    case 2: call(2);
    }
}

// CHECK-LABEL: @duff(
// CHECK: switch {{.*}}, 0: [[ZERO:b[0-9]+]], 1: [[ONE:b[0-9]+]],
// CHECK: [[ZERO]]:
// CHECK-NEXT: jump [[TOP:b[0-9]+]]
// CHECK: branch {{.*}}, [[TOP]], {{.*}} "--m"
void duff(int n, int m)
{
    switch (n) {
    case 0:
        do {
            call(0);
    case 1: call(1);
        } while (--m);
    }
}

// CHECK-LABEL: @ranges(
// CHECK: ge u32
// CHECK: le u32
// CHECK: switch {{.*}}, 5: [[B:b[0-9]+]], 6: [[B]], 7: [[B]], else:
int ranges(unsigned n)
{
    switch (n) {
    case 1000 ... 100000: return 1;
    case 5 ... 7: return 2;
    }
    return 3;
}

// The storage of `x` begins on the way to a label behind its declaration.
// CHECK-LABEL: @into_a_scope(
// CHECK: switch {{.*}}, 8: [[IN:b[0-9]+]],
// CHECK: [[IN]]:
// CHECK-NEXT: live $x
// CHECK: dead $x
int into_a_scope(int n)
{
    switch (n) {
        int x;
    case 8: x = call(8); return x;
    }
    return 0;
}
