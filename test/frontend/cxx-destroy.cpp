// RUN: %capture %s | FileCheck %s

extern "C" int f(int);

struct Holder {
    int handle;
    Holder(int n);
    ~Holder();
};

// Last made, first destroyed, after what is returned is known.
// CHECK-LABEL: as by_return {
// CHECK: call i32 @f(
// CHECK: branch %{{[0-9]+}}, b[[EARLY:[0-9]+]], b[[LATE:[0-9]+]]
// CHECK: b[[EARLY]]:
// CHECK-NEXT: %[[VALUE:[0-9]+]] = const i32 1
// CHECK-NEXT: %[[A:[0-9]+]] = local $a
// CHECK-NEXT: call void @"{{[^"]*}}Holder@@{{[^"]*}}"(%[[A]])
// CHECK-NEXT: dead $a
// CHECK-NEXT: return %[[VALUE]]
// CHECK: b[[LATE]]:
// CHECK: live $b
// CHECK: %[[VALUE:[0-9]+]] = call i32 @f(
// CHECK-NEXT: %[[B:[0-9]+]] = local $b
// CHECK-NEXT: call void @"??_DHolder@@QEAAXXZ"(%[[B]])
// CHECK-NEXT: dead $b
// CHECK-NEXT: %[[A2:[0-9]+]] = local $a
// CHECK-NEXT: call void @"??_DHolder@@QEAAXXZ"(%[[A2]])
// CHECK-NEXT: dead $a
// CHECK-NEXT: return %[[VALUE]]
int by_return(int n)
{
    Holder a(n);
    if (f(n))
        return 1;
    Holder b(2);
    return f(3);
}

// CHECK-LABEL: as by_jumps {
// CHECK: live $held
// CHECK: switch {{.*}} 1: b[[BREAK:[0-9]+]], 2: b[[CONTINUE:[0-9]+]], 3: b[[GOTO:[0-9]+]], else: b[[END:[0-9]+]]
// CHECK: b[[BREAK]]:
// CHECK: call i32 @f(
// CHECK-NEXT: jump b[[END]]
// CHECK: b[[CONTINUE]]:
// CHECK-NEXT: local $held
// CHECK-NEXT: call void @"??_DHolder@@QEAAXXZ"
// CHECK-NEXT: dead $held
// CHECK: b[[GOTO]]:
// CHECK-NEXT: local $held
// CHECK-NEXT: call void @"??_DHolder@@QEAAXXZ"
// CHECK-NEXT: dead $held
// CHECK: b[[END]]:
// CHECK-NEXT: local $held
// CHECK-NEXT: call void @"??_DHolder@@QEAAXXZ"
// CHECK-NEXT: dead $held
void by_jumps(int n)
{
    while (n--) {
        Holder held(n);
        switch (n) {
        case 1: f(1); break;
        case 2: continue;
        case 3: goto out;
        }
    }
out:
    f(4);
}

// A destructor destroys the fields and bases on each way out of its body.
struct Outer : Holder {
    Holder one;
    int plain;
    Holder two[2];
    Outer();
    ~Outer();
};

// CHECK-LABEL: function void @"??_DOuter@@QEAAXXZ"(ptr<Outer> $this) as "Outer::~Outer" {
// CHECK: branch
// CHECK: field {{.*}} Outer.two
// CHECK: index
// CHECK: call void @"??_DHolder@@QEAAXXZ"
// CHECK: call void @"??_DHolder@@QEAAXXZ"
// CHECK: %[[ONE:[0-9]+]] = field {{.*}} Outer.one
// CHECK: call void @"??_DHolder@@QEAAXXZ"(%[[ONE]])
// CHECK: %[[BASE:[0-9]+]] = field {{.*}} Outer.Holder
// CHECK: call void @"??_DHolder@@QEAAXXZ"(%[[BASE]])
// CHECK: %[[SIZE:[0-9]+]] = const u64 20
// CHECK: fill {{.*}}, %[[SIZE]]
// CHECK-NEXT: return
// CHECK: call i32 @f(
// CHECK: field {{.*}} Outer.one
// CHECK: field {{.*}} Outer.Holder
Outer::~Outer()
{
    if (plain)
        return;
    f(1);
}

// One that nobody wrote does the same.
struct Implied {
    Holder one;
    Holder two;
};

// CHECK-LABEL: as implied {
// CHECK: call void @"??0Holder@@QEAA@H@Z"
// CHECK: call void @"??0Holder@@QEAA@H@Z"
// CHECK: field {{.*}} Implied.two
// CHECK-NEXT: call void @"??_DHolder@@QEAAXXZ"
// CHECK: field {{.*}} Implied.one
// CHECK-NEXT: call void @"??_DHolder@@QEAAXXZ"
// CHECK-NEXT: dead $both
void implied()
{
    Implied both = { Holder(1), Holder(2) };
}

// Nothing to do, nothing done.
struct Bare {
    int a;
};

// CHECK-LABEL: as bare {
// CHECK: live $b
// CHECK-NOT: call
// CHECK: dead $b
// CHECK-NEXT: return
void bare()
{
    Bare b = { 1 };
}
