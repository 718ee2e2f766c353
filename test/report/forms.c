// The other forms of a report: one line for each finding, colours, the proof.
// RUN: %units/report-forms brief | FileCheck %s --check-prefix=BRIEF \
// RUN:   --match-full-lines
// RUN: %units/report-forms color | FileCheck %s --check-prefix=COLOR \
// RUN:   --match-full-lines
// RUN: %units/report-forms proof | FileCheck %s --check-prefix=PROOF \
// RUN:   --match-full-lines --strict-whitespace
// RUN: %units/report-forms nothing | FileCheck %s --check-prefix=NOTHING
#include "engine/finding.h"
#include "report/print.h"
#include "report/proof_table.h"
#include "support/arena.h"
#include "support/text.h"

#include <stdio.h>
#include <string.h>

static const struct rule rules[] = { { .id = "nmr/lost" },
                                     { .id = "nmr/pending" } };

static struct event events[] = {
    { EVENT_FAULT, { "a.c", 1, 2 }, 0, "it is lost", 0, NULL, -1 },
};

static struct finding findings[] = {
    {
        .rule = &rules[0],
        .severity = SEVERITY_NOTE,
        .place = { "a.c", 1, 2 },
        .message = "'A' is lost",
        .events = events,
        .event_count = 1,
    },
    {
        .rule = &rules[1],
        .severity = SEVERITY_ERROR,
        .is_possible = true,
        .place = { "b.c", 3, 4 },
        .message = "'B' is pending",
    },
};

static struct limit limits[] = { { { "c.c", 5, 6 }, "too much" } };

//      PROOF:made at   what                   kept in            when the driver's code goes
// PROOF-NEXT:a.c:1:2   client registration    'Table[i].Handle'  gone
// PROOF-NEXT:b.c:33:4  provider registration  -                  not shown to be gone
static const struct protocol client = { .object = "client registration" };
static const struct protocol provider = { .object = "provider registration" };

static struct proof_moment moments[] = { { .at = AT_UNLOAD_RETURN } };
static struct proof proofs[] = {
    {
        .made = { "a.c", 1, 2 },
        .handle = "Table[i].Handle",
        .protocol = &client,
        .is_safe = true,
        .moments = moments,
        .moment_count = 1,
    },
    { .made = { "b.c", 33, 4 }, .handle = "", .protocol = &provider },
};

// BRIEF:a.c:1:2: note: 'A' is lost [nmr/lost]
// BRIEF-NEXT:b.c:3:4: error: possible: 'B' is pending [nmr/pending]
// BRIEF-NEXT:c.c:5:6: warning: analysis gave up: too much
// BRIEF-NOT:{{.}}

// COLOR:{{.}}[1ma.c:1:2:{{.}}[0m {{.}}[1;36mnote:{{.}}[0m {{.}}[1m'A' is lost{{.}}[0m [nmr/lost]
// COLOR-NEXT:  {{.}}[36m(1){{.}}[0m a.c:1:2: it is lost
// COLOR-NEXT:{{.}}[1mb.c:3:4:{{.}}[0m {{.}}[1;31merror:{{.}}[0m {{.}}[1mpossible: 'B' is pending{{.}}[0m {{.*}}
// COLOR-NEXT:{{.}}[1mc.c:5:6:{{.}}[0m {{.}}[1;35mwarning:{{.}}[0m {{.}}[1manalysis gave up: too much{{.}}[0m

// NOTHING: nothing is registered that the rules look after
// NOTHING-NOT: {{.}}
static const struct analysis everything = {
    .findings = findings,
    .finding_count = 2,
    .limits = limits,
    .limit_count = 1,
    .proofs = proofs,
    .proof_count = 2,
};
static const struct analysis nothing = { 0 };

int main(int argc, char **argv)
{
    struct arena *arena = arena_open();
    struct text out = text_make(arena);
    const char *form = argc > 1 ? argv[1] : "";
    struct print_options options = {
        .is_brief = strcmp(form, "brief") == 0,
        .color = strcmp(form, "color") == 0,
    };

    if (strcmp(form, "proof") == 0)
        proof_table_add(&everything, true, &out);
    else if (strcmp(form, "nothing") == 0)
        proof_table_add(&nothing, false, &out);
    else
        print_analysis(&everything, &options, &out);
    fputs(text_str(&out), stdout);
    arena_close(arena);
    return 0;
}
