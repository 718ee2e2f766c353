// What globals hold before anything runs.
// RUN: %capture %s | FileCheck %s

typedef int (*CALLBACK)(void *context, int n);
struct npi {
    unsigned long id;
    unsigned char d[4];
};
struct table {
    unsigned short version, length;
    CALLBACK attach, detach;
    struct {
        const struct npi *id;
        int y[2];
    } reg;
    const char *name;
    void *handle;
    union {
        int i;
        void *p;
    } u;
    unsigned flags : 3, more : 5;
};
static int attach(void *c, int n) { return n; }
static int detach(void *c, int n) { return -n; }

// CHECK: global agg64<npi> @Id constant {
// CHECK-NEXT: 0 u32 17
// CHECK-NEXT: 32 u8 1
// CHECK-NEXT: 40 u8 2
// CHECK-NEXT: }
const struct npi Id = { 0x11, { 1, 2 } };
// CHECK-NEXT: global i32 @counter
int counter;

// CHECK: @Table internal {
// CHECK-NEXT: 0 u16 1
// CHECK-NEXT: 16 u16 72
// CHECK-NEXT: 64 ptr function @attach
// CHECK-NEXT: 128 ptr function @detach
// CHECK-NEXT: 192 ptr global @Id
// CHECK-NEXT: 256 i32 6
// CHECK-NEXT: 384 ptr -1
// CHECK-NEXT: 448 ptr global @counter
// CHECK-NEXT: 515 u5 3
// CHECK-NEXT: }
static struct table Table = { 1,           sizeof(struct table),
                              attach,      &detach,
                              { &Id, { 6 } }, 0,
                              (void *)-1,  { .p = &counter },
                              .more = 3 };

// CHECK: @Designated {
// CHECK-NEXT: 128 ptr function @detach
// CHECK-NEXT: 288 i32 9
// CHECK-NEXT: 320 ptr string
// CHECK-NEXT: }
struct table Designated = { .detach = (CALLBACK)detach, .reg.y[1] = 9, "x" };

// CHECK: @Callbacks {
// CHECK-NEXT: 0 ptr function @attach
// CHECK-NEXT: 256 ptr function @detach
// CHECK-NEXT: }
CALLBACK Callbacks[] = { attach, 0, [4] = detach };

// CHECK: @Inside {
// CHECK-NEXT: 0 ptr global @Table + 288
int *Inside = &Table.reg.y[1];
// CHECK: @Bytes {
// CHECK-NEXT: 0 ptr global @Id + 24
char *Bytes = (char *)&Id + 3;

// Braces may be left out.
// CHECK: @Flat {
// CHECK-NEXT: 0 i32 1
// CHECK-NEXT: 32 i32 2
// CHECK-NEXT: 64 i32 3
// CHECK-NEXT: }
int Flat[2][2] = { 1, 2, 3 };
// CHECK: @Range {
// CHECK-NEXT: 0 i32 4
// CHECK-NEXT: 32 i32 4
// CHECK-NEXT: 64 i32 5
int Range[] = { [0 ... 1] = 4, 5 };

// The last one counts.
// CHECK: @Twice {
// CHECK-NEXT: 32 i32 8
// CHECK-NEXT: }
int Twice[2] = { [0] = 3, [1] = 7, [0] = 0, 8 };

// CHECK: @Literal {
// CHECK-NEXT: 0 ptr global @[[L:.*]]
// CHECK: global {{.*}} @[[L]] internal {
// CHECK-NEXT: 0 u32 3
void *Literal = &(struct npi){ 3 };

// CHECK: @Text {
// CHECK-NEXT: 0 u64 unknown
char Text[8] = "abc";
// CHECK: @Tentative{{$}}
int Tentative;
int Tentative;
// CHECK-NOT: global i32 @Tentative
// CHECK: @Shared inline
__declspec(selectany) int Shared = 4;
struct holder {
    void *first;
    struct {
        int tag;
        int deep;
    };
};
struct holder Holder;
// CHECK: @Deep {
// CHECK-NEXT: 0 ptr global @Holder + 96
int *Deep = &Holder.deep;

// CHECK: @"calls::count" internal as count {
// CHECK-NEXT: 0 i32 7
// CHECK: @Elsewhere extern
extern int Elsewhere;
int calls(void)
{
    static int count = 7;
    return count++ + Elsewhere;
}
