// In which line something stands may be any number; one that the text has, and
// is that of its line, is that number.
//
// RUN: %unloadcheck dump cfg %s | FileCheck %s
#define SAYS(where) Log(where, __LINE__)
#define SAYS_MORE(where) SAYS(where)

void Log(int where, int line);

void Function(void)
{
    Log(1, __LINE__);
    Log(2, 13);
    SAYS(3);
    SAYS_MORE(
        4);
    Log(5, __COUNTER__ + 17);
}

// CHECK-LABEL: @Function
// CHECK:      const i32 1
// CHECK-NEXT: unknown i32
// CHECK-NEXT: call void @Log
// CHECK-NEXT: const i32 2
// CHECK-NEXT: const i32 13
// CHECK-NEXT: call void @Log
// CHECK-NEXT: const i32 3
// CHECK-NEXT: unknown i32
// CHECK-NEXT: call void @Log
// CHECK-NEXT: const i32 4
// CHECK-NEXT: unknown i32
// CHECK-NEXT: call void @Log
// CHECK-NEXT: const i32 5
// CHECK-NEXT: const i32 17
// CHECK-NEXT: call void @Log
