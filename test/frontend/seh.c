// RUN: %capture %s | FileCheck %s

extern int call(int n);
extern void release(int how);
#define AbnormalTermination _abnormal_termination
#define GetExceptionCode    _exception_code

// CHECK-LABEL: @except(
// CHECK: call i32 @call
// CHECK-NEXT: %[[R:[0-9]+]] = raised
// CHECK-NEXT: branch %[[R]], [[CAUGHT:b[0-9]+]],
// CHECK: call i32 @call
// CHECK-NEXT: %[[S:[0-9]+]] = raised
// CHECK-NEXT: branch %[[S]], [[CAUGHT]],
// CHECK: [[CAUGHT]]:
// CHECK: branch {{.*}} "GetExceptionCode() == 5"
// CHECK: dead $status
// CHECK-NEXT: raise
int except(int n)
{
    int status = 0;
    __try {
        status = call(n);
        if (status)
            __leave;
        call(2);
    } __except (GetExceptionCode() == 5) {
        status = 3;
    }
    return status;
}

// The block is there once for every way out: by an exception, by return, over
// the end.
// CHECK-LABEL: @finally(
// CHECK: %[[RAISED:[0-9]+]] = const i32 1
// CHECK-NEXT: call void @release(%[[RAISED]])
// CHECK-NEXT: raise
// CHECK: branch {{.*}} "call(n)"
// CHECK: %[[VALUE:[0-9]+]] = const i32 1
// CHECK-NEXT: %[[EARLY:[0-9]+]] = const i32 1
// CHECK-NEXT: call void @release(%[[EARLY]])
// CHECK-NEXT: return %[[VALUE]]
// CHECK: %[[END:[0-9]+]] = const i32 0
// CHECK-NEXT: call void @release(%[[END]])
int finally(int n)
{
    __try {
        if (call(n))
            return 1;
    } __finally {
        release(AbnormalTermination());
    }
    return 2;
}

// CHECK-LABEL: @jumps_out(
// CHECK: "n == 1"
// CHECK: %[[B:[0-9]+]] = const i32 1
// CHECK-NEXT: call void @release(%[[B]])
// CHECK-NEXT: jump [[OUT:b[0-9]+]]
// CHECK: "n == 2"
// CHECK: %[[C:[0-9]+]] = const i32 1
// CHECK-NEXT: call void @release(%[[C]])
// CHECK: "n == 3"
// CHECK: %[[G:[0-9]+]] = const i32 1
// CHECK-NEXT: call void @release(%[[G]])
// CHECK: "n == 4"
// CHECK: %[[L:[0-9]+]] = const i32 0
// CHECK-NEXT: call void @release(%[[L]])
int jumps_out(int n)
{
    while (n) {
        __try {
            if (n == 1)
                break;
            if (n == 2)
                continue;
            if (n == 3)
                goto out;
            if (n == 4)
                __leave;
            n--;
        } __finally {
            release(AbnormalTermination());
        }
    }
out:
    return n;
}

// Memory that is not there raises where it is touched.
// CHECK-LABEL: @touches(
// CHECK: %[[USER:[0-9]+]] = load ptr
// CHECK-NEXT: %[[F:[0-9]+]] = faults %[[USER]]
// CHECK-NEXT: branch %[[F]], [[HANDLER:b[0-9]+]], [[NEXT:b[0-9]+]]
// CHECK: [[NEXT]]:
// CHECK: store i32 %[[USER]]
int touches(int *user)
{
    __try {
        *user = 1;
    } __except (1) {
        return 1;
    }
    return 0;
}

// From the inner block's clean-up to the outer handler.
// CHECK-LABEL: @nested(
// CHECK: raised
// CHECK: call void @release
// CHECK-NEXT: raised
// CHECK-NEXT: branch {{.*}}, [[HANDLER:b[0-9]+]],
// CHECK: jump [[HANDLER]]
int nested(int n)
{
    __try {
        __try {
            call(n);
        } __finally {
            release(n);
        }
    } __except (1) {
        return 1;
    }
    return 0;
}
