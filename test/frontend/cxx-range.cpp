// RUN: %capture %s | FileCheck %s

typedef void *HANDLE;
extern "C" void Close(HANDLE h);

static HANDLE Handles[4];

// Over an array it is a loop with an index.
// CHECK-LABEL: as over_array {
// CHECK: %[[ARRAY:[0-9]+]] = global @Handles
// CHECK: %[[I:[0-9]+]] = load i64
// CHECK: %[[END:[0-9]+]] = const i64 4
// CHECK: lt i64 %[[I]], %[[END]]
// CHECK: branch
// CHECK: index %[[ARRAY]], %[[I]], 8
// CHECK: live $h
// CHECK: call void @Close(
// CHECK: dead $h
// CHECK: add i64
// CHECK: jump
void over_array()
{
    for (HANDLE &h : Handles) {
        if (!h)
            continue;
        Close(h);
    }
}

struct List {
    int *begin();
    int *end();
};

struct Step {
    int at;
    Step &operator++();
    int operator*();
    bool operator!=(const Step &other);
};

struct Chain {
    Step begin();
    Step end();
};

// With pointers for iterators, until they meet.
// CHECK-LABEL: as over_pointers {
// CHECK: call ptr @"?begin@List@@QEAAPEAHXZ"(
// CHECK: call ptr @"?end@List@@QEAAPEAHXZ"(
// CHECK: ne ptr
// CHECK: branch
// CHECK: live $x
// CHECK: index
// CHECK: jump
int over_pointers(List &list)
{
    int sum = 0;
    for (int x : list)
        sum += x;
    return sum;
}

// Otherwise any number of times.
// CHECK-LABEL: as over_iterators {
// CHECK: call void @"?begin@Chain@@QEAA?AUStep@@XZ"(
// CHECK: unknown i32
// CHECK: branch
// CHECK: call i32 @"??DStep@@QEAAHXZ"(
// CHECK: call ptr @"??EStep@@QEAAAEAU0@XZ"(
int over_iterators(Chain &chain)
{
    int sum = 0;
    for (int x : chain)
        sum += x;
    return sum;
}
