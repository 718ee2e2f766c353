/* run.c - choices, events and faults of the run under way; how it is stopped.
 *
 * The calls a driver makes have no room for a context argument, so the run is
 * one object for the whole process, as the machine is in reality.
 *
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 */
#include "run.h"

#include "model_harness.h"
#include "seen.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>

struct run run;

/* Where a run that cannot go on returns to; armed only while one is going. */
static sigjmp_buf way_out;
static const void *stack_base;
static volatile sig_atomic_t armed;
static volatile sig_atomic_t ticks;

enum { TICK_MICROSECONDS = 100000, TICKS_ALLOWED = 3 };

const char *rule_name(enum rule rule)
{
    static const char *const names[] = {
#define RULE(id, name) name,
#include "rule.def"
#undef RULE
    };
    return names[rule];
}

void run_end(enum end end)
{
    siglongjmp(way_out, 1 + (int)end);
}

static void on_wild_access(int signal)
{
    if (!armed) {
        fprintf(stderr, "model: signal %d outside of a run\n", signal);
        _Exit(2);
    }
    run_end(END_UNDEFINED);
}

/* How a driver built with -fsanitize=bounds leaves an array. What stands there is
 * no handle, if it is used as one. */
static void on_trap(int signal)
{
    if (armed)
        run_open_fault(RULE_DEREGISTER_UNREGISTERED, NULL,
                       "an index leaves its array");
    on_wild_access(signal);
}

static void on_tick(int signal)
{
    (void)signal;
    if (armed && ++ticks > TICKS_ALLOWED)
        run_end(END_HANG);
}

/* A driver that recurses without end has no stack left to be told so on. */
static void give_signals_a_stack(void)
{
    static unsigned char room[64 * 1024];
    stack_t stack = {.ss_sp = room, .ss_size = sizeof(room)};
    sigaltstack(&stack, NULL);
}

void run_guards(void)
{
    struct sigaction action = {.sa_flags = SA_ONSTACK | SA_NODEFER};
    struct itimerval timer = {{0, TICK_MICROSECONDS}, {0, TICK_MICROSECONDS}};

    give_signals_a_stack();
    action.sa_handler = on_wild_access;
    sigaction(SIGSEGV, &action, NULL);
    sigaction(SIGBUS, &action, NULL);
    sigaction(SIGFPE, &action, NULL);
    action.sa_handler = on_trap;
    sigaction(SIGILL, &action, NULL);
    action.sa_handler = on_tick;
    sigaction(SIGVTALRM, &action, NULL);
    setitimer(ITIMER_VIRTUAL, &timer, NULL);
}

static __attribute__((noinline)) void begin(void (*routine)(void *argument),
                                            void *argument)
{
    stack_base = __builtin_frame_address(0);
    routine(argument);
    __asm__ volatile(""); /* it stays on the stack */
}

/* Two runs must look the same to seen.h where only the explorer differs: what it
 * has in registers that calls preserve is not left there. */
static __attribute__((noinline)) void enter(void (*routine)(void *argument),
                                            void *argument)
{
#ifdef __x86_64__
    __asm__ volatile("xor %%ebx, %%ebx\n\txor %%r12d, %%r12d\n\t"
                     "xor %%r13d, %%r13d\n\txor %%r14d, %%r14d\n\t"
                     "xor %%r15d, %%r15d"
                     :
                     :
                     : "rbx", "r12", "r13", "r14", "r15", "cc");
#endif
    begin(routine, argument);
    __asm__ volatile("");
}

enum end run_guarded(void (*routine)(void *argument), void *argument)
{
    int outcome = sigsetjmp(way_out, 0);

    if (outcome == 0) {
        ticks = 0;
        armed = 1;
        enter(routine, argument);
        outcome = 1 + (int)END_RETURN;
    }
    armed = 0;
    return (enum end)(outcome - 1);
}

unsigned run_choose(unsigned options)
{
    size_t at;

    if (options <= 1)
        return 0;
    if (run.choice_next == RUN_CHOICES)
        run_end(END_HANG);
    if (run.choice_next == run.choice_count) {
        seen_check(stack_base);
        run.choice[run.choice_count] = 0;
        run.options[run.choice_count] = (uint8_t)options;
        run.choice_count++;
    }
    at = run.choice_next++;
    return run.choice[at];
}

static const char *base_name(const char *path)
{
    const char *slash = path ? strrchr(path, '/') : NULL;

    return slash ? slash + 1 : path;
}

void run_event(const char *format, ...)
{
    struct event *event;
    va_list arguments;
    int used = 0;

    if (run.event_count == RUN_EVENTS)
        run_end(END_HANG);
    event = &run.events[run.event_count++];
    if (run.here.file)
        used = snprintf(event->text, EVENT_TEXT, "%s:%d: ",
                        base_name(run.here.file), run.here.line);
    if (used < 0 || used >= EVENT_TEXT)
        used = 0;
    va_start(arguments, format);
    vsnprintf(event->text + used, (size_t)(EVENT_TEXT - used), format,
              arguments);
    va_end(arguments);
}

static void add_fault(enum rule rule, struct registration *registration,
                      const char *moment, bool open)
{
    if (run.fault_count == RUN_FAULTS)
        return;
    run.faults[run.fault_count++] = (struct fault){
        .rule = rule,
        .site = registration ? registration->site : run.here,
        .at = run.here,
        .moment = moment,
        .open = open || world.is_hidden,
        .first = !registration || !registration->faulted,
        .events = run.event_count,
    };
}

void run_fault(enum rule rule, struct registration *registration,
               const char *moment)
{
    add_fault(rule, registration, moment, false);
}

void run_open_fault(enum rule rule, struct registration *registration,
                    const char *moment)
{
    add_fault(rule, registration, moment, true);
}

void run_hiding_fault(enum rule rule, struct registration *registration,
                      const char *moment)
{
    add_fault(rule, registration, moment, false);
    world.is_hidden = true;
}

void model_here(const char *file, int line)
{
    run.here.file = file;
    run.here.line = line;
    seen_wipe();
}

ULONG model_choose(PCSTR function, ULONG options)
{
    ULONG value = run_choose(options);

    run_event("%s() gives %u", function, value);
    return value;
}

NTSTATUS model_status(PCSTR function)
{
    static const struct {
        NTSTATUS status;
        const char *name;
    } outcomes[] = {
        {STATUS_SUCCESS, "STATUS_SUCCESS"},
        {STATUS_UNSUCCESSFUL, "STATUS_UNSUCCESSFUL"},
        {STATUS_PENDING, "STATUS_PENDING"},
    };
    unsigned choice = run_choose(RTL_NUMBER_OF(outcomes));

    run_event("%s() gives %s", function, outcomes[choice].name);
    return outcomes[choice].status;
}
