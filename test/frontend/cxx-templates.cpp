// Newer versions of libclang show every member of an instantiation.
// REQUIRES: llvm-22
// RUN: %capture %s | FileCheck %s

typedef void *HANDLE;
extern "C" void Close(HANDLE h);
extern "C" int f(int);

template <class T, void (*F)(T)> class unique {
    T value;

public:
    explicit unique(T given = nullptr) : value(given) {}
    ~unique()
    {
        if (value)
            F(value);
    }
    unique(unique &&other) : value(other.release()) {}
    T release()
    {
        T old = value;
        value = nullptr;
        return old;
    }
    T get() const { return value; }
};

using handle = unique<HANDLE, Close>;

template <class F> struct guard {
    F run;
    ~guard() { run(); }
};

template <class F> guard<F> on_exit(F run)
{
    return guard<F>{ run };
}

template <class T> T larger(T a, T b)
{
    return a < b ? b : a;
}

template <int N> struct table {
    static constexpr int size = N;
    int rows[N];
    int last() { return rows[size - 1]; }
};

template <class... T> int sum(T... parts)
{
    return (0 + ... + parts) + sizeof...(parts);
}

template <> int larger<int>(int a, int b)
{
    return f(a + b);
}

// CHECK-LABEL: as held {
// CHECK: call void @"??0?$unique@{{[^"]*}}@@QEAA@PEAX@Z"(
// CHECK: call void @"??0?$unique@{{[^"]*}}@@QEAA@$$QEAV0@@Z"(
// CHECK: call void @"??_D?$unique@{{[^"]*}}"(
// CHECK-NEXT: dead $moved
// CHECK: call void @"??_D?$unique@{{[^"]*}}"(
// CHECK-NEXT: dead $first
void held(HANDLE h)
{
    handle first(h);
    handle moved(static_cast<handle &&>(first));
}

// CHECK-LABEL: as guarded {
// CHECK: call void @"??$on_exit@
// CHECK: call void @"??_D?$guard@
void guarded(int &n)
{
    auto at_end = on_exit([&] { n = 1; });
}

// CHECK-LABEL: as functions {
// CHECK: call i32 @"??$larger@J@@YAJJJ@Z"(
// CHECK: call i32 @"??$larger@H@@YAHHH@Z"(
// CHECK: call i32 @"?last@?$table@$03@@QEAAHXZ"(
// CHECK: call i32 @"??$sum@HH@@YAHHH@Z"(
int functions(table<4> &rows)
{
    larger<long>(1, 2);
    larger(3, 4);
    rows.last();
    return sum(5, 6);
}

// CHECK-LABEL: inline as "unique<void *, &Close>::unique" {
// CHECK: field {{.*}}.value
// CHECK: store ptr

// CHECK-LABEL: inline as "unique<void *, &Close>::~unique" {
// CHECK: branch {{.*}} "value"
// CHECK: call void @Close(

// CHECK-LABEL: as "guard<lambda:{{[0-9:]+}}>::~guard" {
// CHECK: %[[LAMBDA:[0-9]+]] = field {{.*}}.run
// CHECK: call void @"{{[^"]*}}lambda{{[^"]*}}"(%[[LAMBDA]])

// CHECK-LABEL: function i32 @"??$larger@J@@YAJJJ@Z"(i32 $a, i32 $b) inline as larger {
// CHECK: lt i32
