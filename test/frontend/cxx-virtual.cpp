// RUN: %capture %s | FileCheck %s

extern "C" int f(int);

struct Device {
    int id;
    Device() : id(1) {}
    virtual ~Device() { f(0); }
    virtual int start() { return f(1); }
    virtual int stop() = 0;
    int run();
};

struct Port {
    virtual int open() { return f(2); }
    int port;
};

struct Adapter : Device, Port {
    int own;
    int start() override { return f(3); }
    int stop() override { return f(4); }
    int open() override { return own; }
    virtual int more() { return f(5); }
};

// What is new stands behind what the base has; what is pure is nowhere.
// CHECK-LABEL: record Device 128 {
// CHECK-NEXT: 0 vptr ptr
// CHECK-NEXT: 64 id i32
// CHECK-LABEL: record Adapter
// CHECK-NEXT: 0 Device agg128<Device>
// CHECK-NEXT: 128 Port agg128<Port>
// CHECK-NEXT: 256 own i32

// CHECK-LABEL: @"Device::$vtable" internal constant {
// CHECK-NEXT: 0 ptr function @"??_DDevice@@QEAAXXZ"
// CHECK-NEXT: 64 ptr function @"?start@Device@@UEAAHXZ"
// CHECK-NEXT: }

// CHECK-LABEL: global {{.*}} @"Adapter::$vtable" internal constant {
// CHECK-NEXT: 0 ptr function @"{{.*}}Adapter{{.*}}"
// CHECK-NEXT: 64 ptr function @"?start@Adapter@@UEAAHXZ"
// CHECK-NEXT: 128 ptr function @"?stop@Adapter@@UEAAHXZ"
// CHECK-NEXT: 192 ptr function @"?open@Adapter@@UEAAHXZ"
// CHECK-NEXT: 256 ptr function @"?more@Adapter@@UEAAHXZ"

// The table of the second base has a thunk for what the class overrides.
// CHECK-LABEL: global {{.*}} @"Adapter::$vtable for Port" internal constant {
// CHECK-NEXT: 0 ptr function @"?open@Adapter@@UEAAHXZ::$thunk-16"

// A call goes through the table, also on `this`; a qualified one does not, nor
// one on an object whose class is known.
// CHECK-LABEL: function i32 @"?run@Device@@QEAAHXZ"(
// CHECK: %[[VPTR:[0-9]+]] = field %[[THIS:[0-9]+]] Device.vptr
// CHECK: %[[TABLE:[0-9]+]] = load ptr %[[VPTR]]
// CHECK: %[[SLOT:[0-9]+]] = field %[[TABLE]] at 128
// CHECK: %[[STOP:[0-9]+]] = load ptr %[[SLOT]]
// CHECK: icall i32 %[[STOP]](%[[THIS]])
// CHECK: call i32 @"?start@Device@@UEAAHXZ"(
int Device::run()
{
    stop();
    return Device::start();
}

// CHECK-LABEL: as calls {
// CHECK: field %{{[0-9]+}} at 64
// CHECK: icall i32
// CHECK: field %{{[0-9]+}} Port.vptr
// CHECK: field %{{[0-9]+}} at 0
// CHECK: icall i32
// CHECK: call i32 @"?more@Adapter@@UEAAHXZ"(
int calls(Device *device, Port &port, Adapter *adapter)
{
    Adapter local;
    device->start();
    port.open();
    return local.more();
}

// Pointers are moved to the part they point to, and back.
// CHECK-LABEL: as converted {
// CHECK: branch
// CHECK: %[[DEVICE:[0-9]+]] = field {{.*}} Adapter.Port
// CHECK: store ptr %{{[0-9]+}}, %[[DEVICE]]
// CHECK: branch
// CHECK: %[[BACK:[0-9]+]] = field %{{[0-9]+}} at -128
// CHECK: cast ptr<Adapter> %[[BACK]]
void converted(Adapter *adapter)
{
    Port *port = adapter;
    Adapter *again = static_cast<Adapter *>(port);
}

// CHECK-LABEL: as deleted {
// CHECK: field %{{[0-9]+}} at 0
// CHECK: icall void %{{[0-9]+}}(%[[P:[0-9]+]])
// CHECK-NEXT: free %[[P]]
void deleted(Device *device)
{
    delete device;
}

// The constructor writes the tables: those of its bases first.
// CHECK-LABEL: function void @"??0Adapter@@QEAA@XZ"(
// CHECK: call void @"??0Device@@QEAA@XZ"(
// CHECK: global @"Port::$vtable"
// CHECK: global @"Adapter::$vtable"
// CHECK: global @"Adapter::$vtable for Port"

// CHECK-LABEL: function i32 @"?open@Adapter@@UEAAHXZ::$thunk-16"(
// CHECK: %[[WHOLE:[0-9]+]] = field %{{[0-9]+}} at -128
// CHECK: %[[RESULT:[0-9]+]] = call i32 @"?open@Adapter@@UEAAHXZ"(%[[WHOLE]])
// CHECK: return %[[RESULT]]
