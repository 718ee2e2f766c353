// Objects, how they are reached and what they start as, run.
// RUN: %run %s | FileCheck %s

int printf(const char *format, ...);

struct inner {
    int x;
    short y[3];
};
struct outer {
    char tag;
    struct {
        union {
            int number;
            struct inner *link;
        };
        struct inner own;
    };
    unsigned flags : 3;
    int level : 5;
    int (*call)(struct outer *self, struct inner by_value);
    struct inner list[2];
};
#define CONTAINER(p, type, field) \
    ((type *)((char *)(p) - (unsigned long long)(&((type *)0)->field)))

static int sum(struct outer *self, struct inner in)
{
    in.x += 100;
    return self->own.x + in.x + in.y[2];
}
static struct outer Global = { 'g',     { { 5 }, { 6, { 7, 8 } } },
                               .level = -3, .call = sum,
                               { 1, 2, 3, 4, { .y[1] = 9, 10 } } };
static struct inner *Inside = &Global.list[1];
static short *Deep = &Global.own.y[1];
static struct outer *Array[] = { [2] = &Global, [0] = &Global };

static struct inner make(int x)
{
    struct inner made = { x, { x + 1, x + 2, x + 3 } };
    return made;
}

static int counted(void)
{
    static int count = 40;
    return ++count;
}

int main(void)
{
    // CHECK: 103 5 6 7 8 0 -3
    printf("%d %d %d %d %d", Global.tag, Global.number, Global.own.x,
           Global.own.y[0], Global.own.y[1]);
    printf(" %d %d\n", Global.flags, Global.level);
    // CHECK: 1 2 3 4 0 0 9 10
    for (int i = 0; i < 2; i++)
        printf("%d %d %d %d ", Global.list[i].x, Global.list[i].y[0],
               Global.list[i].y[1], Global.list[i].y[2]);
    // CHECK: 9 8 1
    printf("\n%d %d %d\n", Inside->y[1], *Deep,
           Array[2] == Array[0] && !Array[1]);

    struct outer local = Global;
    local.flags = 13;
    local.level += 20;
    local.own = make(50);
    // CHECK: 5 -15 50 53 6
    printf("%d %d %d %d %d\n", local.flags, local.level, local.own.x,
           local.own.y[2], Global.own.x);
    // CHECK: 163 50 53
    printf("%d %d %d\n", local.call(&local, make(5)),
           local.own.x, make(50).y[2]);
    short *last = &local.list[1].y[2];
    // CHECK: 5 10 1
    printf("%d %d %d\n",
           CONTAINER(last, struct outer, list[1].y[2])->flags, last[0],
           last - local.list[1].y == 2);
    int numbers[2][3] = { 1, 2, 3, [1][1] = 5, 6 };
    int *flat = &numbers[0][0], total = 0;
    for (int i = 0; i < 6; i++)
        total = total * 10 + *flat++;
    // CHECK: 123056 41 42
    printf("%d %d", total, counted());
    printf(" %d\n", counted());
    struct inner *literal = &(struct inner){ .y = { [2] = 4 } };
    literal->y[0] = (char)300;
    unsigned char small = 250;
    small += 10;
    // CHECK: 44 0 4 4 -1
    printf("%d %d %d %d %d\n", literal->y[0], literal->x, literal->y[2],
           small, (int)(unsigned short)-1 >> 15 == 1 ? -1 : 0);
    return 0;
}
