/* run.h - one run of one of the driver's routines: its choices, events, faults.
 *
 * Where the outcome is open the model asks run_choose; the explorer decides by
 * the list it prepared and extends it, so that running again with the next list
 * shows the next outcome. A run ends when the routine returns, or at
 * run_end from any depth.
 *
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 */
#ifndef MODEL_RUN_H
#define MODEL_RUN_H

#include "world.h"

enum {
    RUN_CHOICES = 512,
    RUN_EVENTS = 512,
    RUN_FAULTS = 64,
    EVENT_TEXT = 160
};

enum rule {
#define RULE(id, name) RULE_##id,
#include "rule.def"
#undef RULE
    RULE_COUNT
};

enum end {
    END_RETURN,    /* the routine returned */
    END_FAULT,     /* a fault after which nothing has a meaning */
    END_BUGCHECK,  /* the driver stopped the machine itself */
    END_UNDEFINED, /* a wild access, or a call no document speaks of */
    END_HANG,      /* no end in sight */
    END_SEEN       /* from here another run of the routine went on */
};

struct event {
    char text[EVENT_TEXT];
};

/* A fault as one run shows it. `open`: one may call it a fault or not, so
 * neither a tool that says it nor one that is silent is wrong. `first`: the
 * registration had no fault before this one in the run. */
struct fault {
    enum rule rule;
    struct place site; /* where it was registered; else the call itself */
    struct place at;
    const char *moment;
    bool open;
    bool first;
    size_t events; /* how much of the run belongs to the proof */
};

struct run {
    uint8_t choice[RUN_CHOICES];
    uint8_t options[RUN_CHOICES];
    size_t choice_count;
    size_t choice_next;
    struct event events[RUN_EVENTS];
    size_t event_count;
    struct fault faults[RUN_FAULTS];
    size_t fault_count;
    struct place here;
};

extern struct run run;

const char *rule_name(enum rule rule);

/* Runs `routine(argument)` to its end, whatever that is. */
enum end run_guarded(void (*routine)(void *argument), void *argument);

/* The next outcome, in 0 .. options-1; 0 is the ordinary one. */
unsigned run_choose(unsigned options);

void run_end(enum end end) __attribute__((noreturn));

/* Adds a line to the story, with the place of the driver's last call. */
void run_event(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* `registration` may be NULL: then the fault belongs to the call. */
void run_fault(enum rule rule, struct registration *registration,
               const char *moment);
void run_open_fault(enum rule rule, struct registration *registration,
                    const char *moment);
/* One that stops the machine. What the run would come to then is open. */
void run_hiding_fault(enum rule rule, struct registration *registration,
                      const char *moment);

/* Installs the guards against wild accesses and endless loops; once. */
void run_guards(void);

#endif
