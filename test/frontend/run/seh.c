// Structured exceptions, run.
// RUN: %run %s | FileCheck %s

int printf(const char *format, ...);
void raise_exception(void);
#define AbnormalTermination _abnormal_termination

static void call(int n)
{
    if (n == 9)
        raise_exception();
}

// 1: caught; 2: over the end; 3, 4: by return and by __leave
static int catches(int n)
{
    int result = 0;
    __try {
        if (n == 3)
            return 3;
        if (n == 4)
            __leave;
        call(n);
        result = 2;
    } __except (n == 9) {
        result = 1;
    }
    return result + (n == 4 ? 4 : 0);
}

static int ends;
static int finally(int n)
{
    for (int i = 0; i < 3; i++) {
        __try {
            if (n == 1 && i == 1)
                break;
            if (n == 2 && i == 1)
                continue;
            if (n == 3)
                goto out;
            if (n == 4)
                return i;
            if (n == 5)
                __leave;
            call(n);
            ends += 100;
        } __finally {
            ends += AbnormalTermination() ? 10 : 1;
        }
    }
out:
    return 7;
}

static int inner_first(int n)
{
    __try {
        __try {
            call(n);
        } __finally {
            ends = ends * 10 + 1;
        }
    } __except (1) {
        ends = ends * 10 + 2;
    }
    return ends;
}

static int passed_on(int n)
{
    __try {
        __try {
            call(n);
            return 0;
        } __except (0) {
            return 1;
        }
    } __except (1) {
        return 2;
    }
}

int main(void)
{
    // CHECK: 1 2 3 4
    printf("%d %d %d %d\n", catches(9), catches(1), catches(3), catches(4));
    for (int n = 0; n <= 5; n++) {
        ends = 0;
        int result = finally(n);
        printf("finally %d: %d %d\n", n, result, ends);
    }
    // CHECK: finally 0: 7 303
    // CHECK: finally 1: 7 111
    // CHECK: finally 2: 7 212
    // CHECK: finally 3: 7 10
    // CHECK: finally 4: 0 10
    // CHECK: finally 5: 7 3
    ends = 0;
    // CHECK: 12
    printf("%d\n", inner_first(9));
    // CHECK: 2 0
    printf("%d %d\n", passed_on(9), passed_on(1));
    return 0;
}
