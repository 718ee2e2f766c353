// A finding with its story, as text; the file quoted is Inputs/driver.c.
// RUN: cd %S/Inputs && %units/report-story | FileCheck %s \
// RUN:   --match-full-lines --strict-whitespace
#include "report/print.h"

#include "engine/finding.h"
#include "support/arena.h"
#include "support/text.h"

#include <stdio.h>

static struct place at(const char *file, uint32_t line, uint32_t column)
{
    return (struct place){ file, line, column };
}

//      CHECK:driver.c:6:1: error: 'Client' is pending [nmr/pending]
// CHECK-NEXT:    6 | }
// CHECK-NEXT:      | ^
// CHECK-NEXT:  (1) driver.c:3:6: the system calls 'DriverUnload'
// CHECK-NEXT:        3 | VOID DriverUnload(PDRIVER_OBJECT Object)
// CHECK-NEXT:          |      ^
// CHECK-NEXT:  (2) driver.c:5:26: 'Stop' is called
// CHECK-NEXT:        5 | {{	}}Stop(L"größe 日本", Client);
// CHECK-NEXT:          | {{	}}                    ^
// CHECK-NEXT:    (3) driver.c:10:5: deregistration starts here
// CHECK-NEXT:         10 |     NmrDeregisterClient(Handle);
// CHECK-NEXT:            |     ^
// CHECK-NEXT:    (4) driver.c:10:5: it is pending, see (3)
// CHECK-NEXT:  (5) driver.c:11:1: 'Stop' returns
// CHECK-NEXT:       11 | }
// CHECK-NEXT:          | ^
// CHECK-NEXT:  (6) driver.c:6:1: unload returns without waiting for (3)
// CHECK-NEXT:        6 | }
// CHECK-NEXT:          | ^
static void add_pending(const char *file, struct text *out)
{
    static const struct rule rule = { .id = "nmr/pending" };
    struct event events[] = {
        { EVENT_PHASE, at(file, 3, 6), 0, "the system calls 'DriverUnload'",
          0, NULL, -1 },
        { EVENT_ENTER, at(file, 5, 26), 0, "'Stop' is called", 0, NULL, -1 },
        { EVENT_STEP, at(file, 10, 5), 1, "deregistration starts here", 0, NULL, -1 },
        { EVENT_STEP, at(file, 10, 5), 1, "it is pending", 3, NULL, -1 },
        { EVENT_LEAVE, at(file, 11, 1), 0, "'Stop' returns", 0, NULL, -1 },
        { EVENT_FAULT, at(file, 6, 1), 0,
          "unload returns without waiting for (3)", 3, NULL, -1 },
    };
    struct finding finding = {
        .rule = &rule,
        .severity = SEVERITY_ERROR,
        .place = at(file, 6, 1),
        .message = "'Client' is pending",
        .events = events,
        .event_count = sizeof(events) / sizeof(events[0]),
    };
    struct analysis analysis = { .findings = &finding, .finding_count = 1 };

    print_analysis(&analysis, &(struct print_options){ 0 }, out);
}

// Without a place the tool speaks for itself; without a source there is no
// quotation; a place behind the end of its line is shown at the end.
// CHECK-NEXT:gone.c:7:2: warning: possible: 'Client' is lost [nmr/lost]
// CHECK-NEXT:  (1) there is no unload routine
// CHECK-NEXT:  (2) driver.c:1:99: it is lost
// CHECK-NEXT:        1 | static HANDLE Client;
// CHECK-NEXT:          |                      ^
// CHECK-NEXT:driver.c:9:1: warning: analysis gave up: too many states
// CHECK-NEXT:    9 | {
// CHECK-NEXT:      | ^
// CHECK-NEXT:unloadcheck: warning: analysis gave up: of old age
// CHECK-NOT:{{.}}
static void add_sourceless(const char *file, struct text *out)
{
    static const struct rule rule = { .id = "nmr/lost" };
    struct event events[] = {
        { EVENT_PHASE, at(NULL, 0, 0), 0, "there is no unload routine", 0, NULL, -1 },
        { EVENT_FAULT, at(file, 1, 99), 0, "it is lost", 0, NULL, -1 },
    };
    struct finding finding = {
        .rule = &rule,
        .severity = SEVERITY_WARNING,
        .is_possible = true,
        .place = at("gone.c", 7, 2),
        .message = "'Client' is lost",
        .events = events,
        .event_count = sizeof(events) / sizeof(events[0]),
    };
    struct limit limits[] = {
        { at(file, 9, 1), "too many states" },
        { at(NULL, 0, 0), "of old age" },
    };
    struct analysis analysis = {
        .findings = &finding,
        .finding_count = 1,
        .limits = limits,
        .limit_count = 2,
    };

    print_analysis(&analysis, &(struct print_options){ 0 }, out);
}

int main(void)
{
    struct arena *arena = arena_open();
    struct text out = text_make(arena);
    const char *file = "driver.c";

    add_pending(file, &out);
    add_sourceless(file, &out);
    fputs(text_str(&out), stdout);
    arena_close(arena);
    return 0;
}
