// RUN: %capture %s | FileCheck %s

typedef void *HANDLE;
extern "C" long Close(HANDLE h);

namespace net {

struct Part {
    int state;
};

class Transport : public Part {
    HANDLE handle;
    static int count;

public:
    void set(HANDLE h);
    long stop() const { return Close(handle); }
    static int live() { return count; }
    int run();
};

int Transport::count = 3;

// CHECK-LABEL: global i32 @"?count@Transport@net@@0HA" as "net::Transport::count" {
// CHECK-NEXT: 0 i32 3

// `this` is the first parameter.
// CHECK-LABEL: function i32 @"?stop@Transport@net@@{{.*}}"(ptr<"net::Transport"> $this) inline as "net::Transport::stop" {
// CHECK: %[[THIS:[0-9]+]] = load ptr %0
// CHECK: %[[FIELD:[0-9]+]] = field %[[THIS]] "net::Transport".handle
// CHECK: %[[HANDLE:[0-9]+]] = load ptr %[[FIELD]]
// CHECK: call i32 @Close(%[[HANDLE]])

// A static method has none.
// CHECK-LABEL: "{{[^"]*}}live@Transport@net@@{{[^"]*}}"() inline as "net::Transport::live" {

// CHECK-LABEL: as "net::Transport::set" {
// CHECK: field {{.*}} "net::Transport".handle
// CHECK: store ptr
void Transport::set(HANDLE h)
{
    handle = h;
}

// A field of the base, a method of the own object, a static one.
// CHECK-LABEL: as "net::Transport::run" {
// CHECK: %[[PART:[0-9]+]] = field {{.*}} "net::Transport".Part
// CHECK: field %[[PART]] "net::Part".state
// CHECK: call i32 @"?stop@Transport@net@@{{[^"]*}}"(%{{[0-9]+}})
// CHECK: call i32 @"{{[^"]*}}live@Transport@net@@{{[^"]*}}"()
int Transport::run()
{
    state = 1;
    stop();
    return live();
}

} // namespace net

// CHECK-LABEL: as use {
// CHECK: %[[T:[0-9]+]] = load ptr
// CHECK: call void @"?set@Transport@net@@{{[^"]*}}"(%[[T]], %{{[0-9]+}})
// CHECK: %[[U:[0-9]+]] = load ptr
// CHECK: call i32 @"?run@Transport@net@@{{[^"]*}}"(%[[U]])
int use(net::Transport *t, net::Transport &u, HANDLE h)
{
    t->set(h);
    return u.run();
}

// A static method may be declared by the type of a routine, too.
typedef long ROUTINE(void *context);

struct Driver {
    static ROUTINE Unload;
};

// CHECK-LABEL: function i32 @"?Unload@Driver@@SAJPEAX@Z"(ptr void $context) as "Driver::Unload" role ROUTINE {
long Driver::Unload(void *context)
{
    for (int i = 0; i < 3; i++)
        Close(context);
    return 0;
}
