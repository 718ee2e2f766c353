/* expect.h - what a unit test program says when it is wrong. */
#ifndef EXPECT_H
#define EXPECT_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define expect(condition) \
    do { \
        if (!(condition)) { \
            printf("%s:%d: error: not so: %s\n", __FILE__, __LINE__, \
                   #condition); \
            exit(1); \
        } \
    } while (0)

#define expect_text(got, wanted) \
    do { \
        const char *got_ = (got); \
        if (strcmp(got_, (wanted)) != 0) { \
            printf("%s:%d: error: got '%s', wanted '%s'\n", __FILE__, \
                   __LINE__, got_, (wanted)); \
            exit(1); \
        } \
    } while (0)

#endif
