// Control flow, run.
// RUN: %run %s | FileCheck %s

int printf(const char *format, ...);

static int trace;
static int note(int n)
{
    trace = trace * 10 + n;
    return n;
}

static int duff(int n)
{
    int sum = 0;
    switch (n % 4) {
    case 0:
        do {
            sum += 1;
    case 3: sum += 10;
    case 2: sum += 100;
    case 1: sum += 1000;
        } while ((n -= 4) > 0);
    }
    return sum;
}

static int jumps(int n)
{
    int tries = 0;
again:
    if (++tries < n)
        goto again;
    for (int i = 0;; i++) {
        if (i == 2)
            continue;
        for (int j = 0; j < 5; j++) {
            if (j == 3)
                break;
            if (i == 4)
                goto out;
            tries += 100;
        }
    }
out:
    return tries;
}

static int computed(int n)
{
    static const void *const labels[] = { 0 };
    void *here[] = { &&one, &&two };
    (void)labels;
    if (n > 1)
        return here[0] != 0;
    goto one;
two:
    return 22;
one:
    return 11;
}

static int choose(int n)
{
    switch (n) {
    default: return 0;
    case 1 ... 3: return 1;
    case 1000 ... 2000: return 2;
    case -5: return 3;
    }
}

int main(void)
{
    // CHECK: 2111 2211 1000
    printf("%d %d %d\n", duff(5), duff(6), duff(1));
    // CHECK: 903
    printf("%d\n", jumps(3));
    // CHECK: 1 11
    printf("%d %d\n", computed(2), computed(0));
    // CHECK: 0 1 2 3
    printf("%d %d %d %d\n", choose(9), choose(2), choose(1500), choose(-5));
    int value = note(0) && note(2) || note(3) && !note(0);
    // CHECK: 30 1
    printf("%d %d\n", trace, value);
    trace = 0;
    value = note(1) ? note(2), note(3) : note(4);
    // CHECK: 123 3
    printf("%d %d\n", trace, value);
    value = note(0) ?: 5;
    int i = 3;
    do
        value += i;
    while (--i);
    while (i < 3)
        i++, value += 2;
    // CHECK: 17
    printf("%d\n", value);
    return 0;
}
