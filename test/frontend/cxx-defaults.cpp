// RUN: %capture %s | FileCheck %s

extern "C" int f(int);

struct Options {
    int depth;
    Options(int n = 3);
};

int call(int a, int b = 4, const Options &o = Options(5));
int later(int a, int b);
int later(int a, int b = f(6));

// CHECK-LABEL: as use {
// CHECK: %[[FOUR:[0-9]+]] = const i32 4
// CHECK: const i32 5
// CHECK: call void @"??0Options@@QEAA@H@Z"(%[[O:[0-9]+]],
// CHECK: call i32 @"?call@@YAHHHAEBUOptions@@@Z"(%{{[0-9]+}}, %[[FOUR]], %[[O]])
// CHECK: %[[SIX:[0-9]+]] = call i32 @f(
// CHECK: call i32 @"?later@@YAHHH@Z"(%{{[0-9]+}}, %[[SIX]])
// CHECK: %[[THREE:[0-9]+]] = const i32 3
// CHECK: call void @"??0Options@@QEAA@H@Z"(%{{[0-9]+}}, %[[THREE]])
void use()
{
    call(1);
    later(1);
    Options options;
}
