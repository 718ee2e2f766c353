// RUN: %capture %s | FileCheck %s

struct device {
    int state;
    void *handle;
};

extern int start(struct device *device);
static int count = 3;

// CHECK-LABEL: function i32 @run(ptr<device> $device) {
// CHECK: %[[#P:]] = load ptr
// CHECK: %[[#R:]] = call i32 @start(%[[#P]])
// CHECK: store i32 %{{[0-9]+}}, %[[#R]]
// CHECK: branch %{{[0-9]+}}, b1, b2 "status < 0"
// CHECK: b1:
// CHECK: dead $status
// CHECK: return
// CHECK: b2:
// CHECK: global @count
// CHECK: field %{{[0-9]+}} device.state
int run(struct device *device)
{
    int status = start(device);
    if (status < 0)
        return status;
    device->state = count;
    return 0;
}
