// RUN: %capture %s | FileCheck %s

extern "C" int f(int);

struct Lock {
    int state;
    void take();
};

// CHECK-LABEL: as "Guarded::run" {
// CHECK: call i32 @f(
// CHECK-NEXT: raised
// CHECK: call i32 @f(
// CHECK: return
struct Guarded {
    Lock lock;
    int run()
    {
        __try {
            return f(lock.state);
        } __finally {
            f(2);
        }
    }
};

// CHECK-LABEL: as handled {
// CHECK: call void @"?take@Lock@@QEAAXXZ"(
// CHECK-NEXT: raised
// CHECK: const i32 -1
// CHECK: return
int handled(Lock &lock)
{
    __try {
        lock.take();
    } __except (1) {
        return -1;
    }
    return 0;
}
