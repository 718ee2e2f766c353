// RUN: %capture %s | FileCheck %s

extern "C" int plain(int n);
int over(int n);
int over(void *p);

extern "C" {
typedef int ROUTINE(int n);
ROUTINE Routine;
}

inline int Shared = 4;

namespace net {
namespace {
int hidden(int n)
{
    return n;
}
} // namespace

enum class Kind : short { None, Client = 3 };

static int own(Kind kind)
{
    return kind == Kind::Client;
}

template <class T> struct Box {
    T value;
    T get() { return value; }
};
} // namespace net

// CHECK-LABEL: record "net::Box<int>" 32 {
// CHECK-LABEL: record "net::Box<void *>" 64 {
// CHECK: global i32 @"?Shared@@3HA" inline as Shared {
// CHECK: function i32 @"?hidden@{{.*}}@net@@YAHH@Z"(i32 $n) internal as "net::hidden" {
// CHECK: function i32 @"?own@net@@{{[^"]*}}"(i16 $kind) internal as "net::own" {

// CHECK-LABEL: function i32 @Routine(i32 $n) role ROUTINE {
// CHECK: call i32 @plain(
int Routine(int n)
{
    return plain(n);
}

// CHECK-LABEL: as use {
// CHECK: call i32 @"?over@@YAHH@Z"(
// CHECK: call i32 @"?over@@YAHPEAX@Z"(
// CHECK: call i32 @"?hidden@
// CHECK: const i16 3
// CHECK: call i32 @"?own@net@@
int use(net::Box<int> &a, net::Box<void *> &b)
{
    over(1);
    over(nullptr);
    net::hidden(2);
    net::own(net::Kind::Client);
    b.get();
    return a.get() + Shared;
}

// CHECK: function i32 @plain(
// CHECK: function i32 @"?over@@YAHH@Z"(
// CHECK: function ptr @"?get@?$Box@PEAX@net@@QEAAPEAXXZ"(ptr<"net::Box<void *>"> $this) inline as "net::Box<void *>::get" {
// CHECK: function i32 @"?get@?$Box@H@net@@QEAAHXZ"(ptr<"net::Box<int>"> $this) inline as "net::Box<int>::get" {
