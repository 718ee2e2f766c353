// RUN: %capture %s | FileCheck %s

typedef decltype(sizeof(0)) size_t;
enum Pool { Paged, NonPaged };

struct Node {
    int state;
    Node(int n);
    ~Node();
};

struct Own {
    int a;
    void *operator new(size_t size, int tag);
    void operator delete(void *p);
};

struct Bare {
    int a;
};

inline void *operator new(size_t size, void *place)
{
    return place;
}

// The driver's own operators are called, and may give nothing.
void *operator new(size_t size, Pool pool, unsigned tag);
void operator delete(void *p, size_t size);

// CHECK-LABEL: as with_operators {
// CHECK: %[[SIZE:[0-9]+]] = const u64 4
// CHECK: %[[RAW:[0-9]+]] = call ptr @"??2@YAPEAX_KW4Pool@@I@Z"(%[[SIZE]],
// CHECK: %[[NEW:[0-9]+]] = object %[[RAW]]
// CHECK: %[[P:[0-9]+]] = cast ptr<Node> %[[NEW]]
// CHECK: branch %[[P]], b[[MADE:[0-9]+]], b[[DONE:[0-9]+]]
// CHECK: b[[MADE]]:
// CHECK: call void @"??0Node@@QEAA@H@Z"(%[[P]],
// CHECK: b[[DONE]]:
// CHECK: branch %[[Q:[0-9]+]], b[[THERE:[0-9]+]], b{{[0-9]+}}
// CHECK: b[[THERE]]:
// CHECK-NEXT: call void @"??_DNode@@QEAAXXZ"(%[[Q]])
// CHECK: fill %[[Q]],
// CHECK-NEXT: %[[BYTES:[0-9]+]] = const u64 4
// CHECK-NEXT: call void @"??3@YAXPEAX_K@Z"(%[[Q]], %[[BYTES]])
// CHECK-NEXT: free %[[Q]]
void with_operators(int n)
{
    Node *node = new (NonPaged, 'tag1') Node(n);
    delete node;
}

// Those of a class come first.
// CHECK-LABEL: as with_own {
// CHECK: call ptr @"??2Own@@SAPEAX_KH@Z"(
// CHECK: call void @"??3Own@@SAXPEAX@Z"(
void with_own()
{
    Own *own = new (3) Own;
    delete own;
}

// Without any, there is an object.
// CHECK-LABEL: as without_operators {
// CHECK: %[[P:[0-9]+]] = alloc
// CHECK: call void @"??0Node@@QEAA@H@Z"(%[[P]],
// CHECK-NOT: branch
// CHECK: alloc
// CHECK: fill
// CHECK: return
void without_operators()
{
    Node *node = new Node(1);
    int *zero = new int();
}

// The one for a place gives the place.
// CHECK-LABEL: as in_place {
// CHECK-NOT: alloc
// CHECK: %[[AT:[0-9]+]] = load ptr
// CHECK: %[[RAW:[0-9]+]] = call ptr @"??2@YAPEAX_KPEAX@Z"(%{{[0-9]+}}, %[[AT]])
// CHECK: %[[P:[0-9]+]] = cast ptr<Node> %[[RAW]]
// CHECK: call void @"??0Node@@QEAA@H@Z"(%[[P]],
// CHECK: call void @"??_DNode@@QEAAXXZ"(
// CHECK-NOT: free
// CHECK: return
void in_place(void *memory)
{
    Node *node = new (memory) Node(2);
    node->~Node();
}

// CHECK-LABEL: as arrays {
// CHECK: %[[BYTES:[0-9]+]] = mul u64
// CHECK: alloc %[[BYTES]]
// CHECK: const u64 3
// CHECK: call ptr @"??2@YAPEAX_KW4Pool@@I@Z"(
// CHECK: %[[BLOCK:[0-9]+]] = index %{{[0-9]+}}, %{{[0-9]+}}, -8
// CHECK: %[[NUMBER:[0-9]+]] = load i64 %[[BLOCK]]
// CHECK: lt i64 %{{[0-9]+}}, %[[NUMBER]]
// CHECK: call void @"??_DNode@@QEAAXXZ"(
// CHECK: call void @"??3@YAXPEAX_K@Z"(%[[BLOCK]],
void arrays(int n, Node *nodes)
{
    int *numbers = new int[n];
    unsigned char *bytes = new (Paged, 1) unsigned char[3];
    delete[] nodes;
}
