// RUN: %capture %s | FileCheck %s

typedef void *HANDLE;
extern "C" int f(int);
extern "C" int g(void *context);

struct Table {
    int size;
    int (*run)(void *context);
    HANDLE *slot;
};

struct State {
    HANDLE handle;
    State(int n);
    void *operator new(decltype(sizeof(0)) n) = delete;
};

// What can be told is there from the start.
static HANDLE Slot;
Table Static = { sizeof(Table), g, &Slot };
// CHECK: global agg192<Table> @"?Static@@3UTable@@A" as Static {
// CHECK-NEXT: 0 i32 24
// CHECK-NEXT: 64 ptr function @g
// CHECK-NEXT: 128 ptr global @Slot
// CHECK-NEXT: }

struct Routines {
    static int stop(void *context);
};
typedef int (*ROUTINE)(void *context);

struct Dispatch {
    void *context;
    ROUTINE routines[3];
    HANDLE mark;
};

// With the constants of C++, too.
Dispatch Constants = {
    nullptr,
    { &Routines::stop, static_cast<ROUTINE>(g), [](void *) { return 1; } },
    reinterpret_cast<HANDLE>(-1),
};
// CHECK: @"?Constants@@3UDispatch@@A" as Constants {
// CHECK-NEXT: 64 ptr function @"?stop@Routines@@SAHPEAX@Z"
// CHECK-NEXT: 128 ptr function @g
// CHECK-NEXT: 192 ptr function @"{{.*}}::$invoke"
// CHECK-NEXT: 256 ptr -1
// CHECK-NEXT: }
// CHECK-NOT: @"?Constants@@3UDispatch@@A::$init"

// The rest is done by code, before the driver starts.
State Made(3);
int Computed = f(4);
Table Mixed = { f(5), g };
struct Plain {
    int a;
} Nothing;

struct Holder {
    static State shared;
    static int counter;
};
State Holder::shared(6);
int Holder::counter;

// CHECK: function void @"?Made@@3UState@@A::$init"() internal initializer as Made {
// CHECK: %[[MADE:[0-9]+]] = global @"?Made@@3UState@@A"
// CHECK: call void @"??0State@@QEAA@H@Z"(%[[MADE]],

// CHECK: function void @"?Computed@@3HA::$init"() internal initializer as Computed {
// CHECK: call i32 @f(
// CHECK: store i32

// CHECK: as Mixed {
// CHECK: call i32 @f(

// CHECK-NOT: ?Nothing@@{{.*}}::$init
// CHECK: as "Holder::shared" {
// CHECK-NOT: ?counter@{{.*}}::$init

// One that is local is made once.
// CHECK-LABEL: as counted {
// CHECK: %[[FLAG:[0-9]+]] = global @"{{.*}}::state::$made"
// CHECK: %[[IS:[0-9]+]] = load u8 %[[FLAG]]
// CHECK: branch %[[IS]], b[[DONE:[0-9]+]], b[[FIRST:[0-9]+]]
// CHECK: b[[FIRST]]:
// CHECK: call void @"??0State@@QEAA@H@Z"(
// CHECK: jump b[[DONE]]
// CHECK: b[[DONE]]:
// CHECK: add i32
int counted(int n)
{
    static State state(n);
    static int count = 1;
    return count++;
}
