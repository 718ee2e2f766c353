/* explore.c - every run of a driver, up to a bound, and the faults they show.
 *
 * Between two routines of the driver no local variable lives, so what can
 * happen next depends on its image, its pool and the world alone. Those states
 * are the nodes; one run of one routine under one list of outcomes is an edge.
 * Breadth first, each state once: the first way found to a state is a shortest
 * one, and a driver that comes back to where it was is done with.
 *
 * Method: a routine is run again and again from the same state. Each run
 * follows the list of choices prepared; past its end every choice is 0. Then
 * the last choice that has another outcome is advanced, as an odometer is. A run
 * that comes to where another one was is not followed further (seen.h).
 *
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 */
#include "explore.h"

#include "kernel.h"
#include "memory.h"
#include "nmr.h"
#include "seen.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NO_PARENT ((size_t)-1)

/* A state between two routines, and how it was reached. */
struct node {
    unsigned char *bytes;
    size_t size;
    uint64_t hash;
    size_t parent;
    unsigned depth;
    size_t weight; /* events on the way here */
    char **story;
    size_t story_length;
};

struct explorer {
    DRIVER_INITIALIZE *entry;
    const struct limits *limits;
    struct node *nodes;
    size_t node_count;
    size_t node_room;
    size_t *buckets; /* open hash of node numbers plus one */
    size_t bucket_count;
    struct outcome outcome;
    size_t finding_room;
};

/* One routine of the driver, about to be run from a state. */
enum step_kind { STEP_ENTRY, STEP_UNLOAD, STEP_REQUEST, STEP_OFFER, STEP_ATTACH,
                 STEP_DETACH };

struct step {
    enum step_kind kind;
    size_t index;
    uint32_t binding; /* STEP_DETACH: which one */
    DRIVER_INITIALIZE *entry;
    NTSTATUS status;
};

static void *must(void *memory)
{
    if (memory)
        return memory;
    fprintf(stderr, "model: out of memory\n");
    exit(2);
}

static char *copy_text(const char *text)
{
    size_t size = strlen(text) + 1;

    return memcpy(must(malloc(size)), text, size);
}

/* States. */

static void grow_buckets(struct explorer *explorer)
{
    size_t count = explorer->bucket_count ? explorer->bucket_count * 2 : 256;

    if (explorer->node_count * 2 < explorer->bucket_count)
        return;
    free(explorer->buckets);
    explorer->buckets = must(calloc(count, sizeof(size_t)));
    explorer->bucket_count = count;
    for (size_t i = 0; i < explorer->node_count; i++) {
        size_t at = explorer->nodes[i].hash & (count - 1);
        while (explorer->buckets[at])
            at = (at + 1) & (count - 1);
        explorer->buckets[at] = i + 1;
    }
}

/* Gives where the state is, or where it would go. */
static size_t *find_bucket(struct explorer *explorer, const struct node *node)
{
    size_t mask = explorer->bucket_count - 1;
    size_t at = node->hash & mask;

    while (explorer->buckets[at]) {
        const struct node *known =
            &explorer->nodes[explorer->buckets[at] - 1];
        if (known->hash == node->hash && known->size == node->size &&
            memcmp(known->bytes, node->bytes, node->size) == 0)
            break;
        at = (at + 1) & mask;
    }
    return &explorer->buckets[at];
}

static char **copy_story(const char *title, size_t events)
{
    char **story = must(malloc((events + 1) * sizeof(char *)));

    story[0] = copy_text(title);
    for (size_t i = 0; i < events; i++)
        story[i + 1] = copy_text(run.events[i].text);
    return story;
}

/* Entry leads to depth 1, each routine after it one further. */
static bool is_within(const struct explorer *explorer, const struct node *node)
{
    return node->depth <= explorer->limits->callbacks + 1 &&
           explorer->node_count < explorer->limits->states;
}

static void add_state(struct explorer *explorer, size_t parent,
                      const char *title)
{
    struct node node = {.parent = parent, .size = memory_state_size()};
    size_t *bucket;

    if (parent != NO_PARENT)
        node.depth = explorer->nodes[parent].depth + 1;

    grow_buckets(explorer);
    node.bytes = must(malloc(node.size));
    memory_save(node.bytes);
    node.hash = memory_hash(0, node.bytes, node.size);
    bucket = find_bucket(explorer, &node);
    if (*bucket || !is_within(explorer, &node)) {
        if (!*bucket)
            explorer->outcome.complete = false;
        free(node.bytes);
        return;
    }
    if (parent != NO_PARENT) {
        node.weight = explorer->nodes[parent].weight + run.event_count + 1;
        node.story = copy_story(title, run.event_count);
        node.story_length = run.event_count + 1;
    }
    if (explorer->node_count == explorer->node_room) {
        explorer->node_room = explorer->node_room * 2 + 16;
        explorer->nodes =
            must(realloc(explorer->nodes,
                         explorer->node_room * sizeof(struct node)));
    }
    explorer->nodes[explorer->node_count++] = node;
    *bucket = explorer->node_count;
}

/* Findings. */

static bool same_place(struct place a, struct place b)
{
    return a.line == b.line &&
           (a.file == b.file ||
            (a.file && b.file && strcmp(a.file, b.file) == 0));
}

static struct finding *find_finding(struct explorer *explorer,
                                    const struct fault *fault)
{
    struct outcome *outcome = &explorer->outcome;

    for (size_t i = 0; i < outcome->finding_count; i++) {
        struct finding *finding = &outcome->findings[i];
        if (finding->fault.rule == fault->rule &&
            same_place(finding->fault.site, fault->site))
            return finding;
    }
    if (outcome->finding_count == explorer->finding_room) {
        explorer->finding_room = explorer->finding_room * 2 + 8;
        outcome->findings =
            must(realloc(outcome->findings,
                         explorer->finding_room * sizeof(struct finding)));
    }
    outcome->findings[outcome->finding_count] =
        (struct finding){.fault = *fault, .open = true};
    return &outcome->findings[outcome->finding_count++];
}

static size_t story_size(const struct explorer *explorer, size_t node)
{
    size_t size = 0;

    for (; node != NO_PARENT; node = explorer->nodes[node].parent)
        size += explorer->nodes[node].story_length;
    return size;
}

static void free_story(struct finding *finding)
{
    for (size_t i = 0; i < finding->story_length; i++)
        free(finding->story[i]);
    free(finding->story);
}

static void tell_story(struct explorer *explorer, struct finding *finding,
                       size_t node, const char *title, size_t events)
{
    size_t before = story_size(explorer, node);
    size_t at = before;
    char **own = copy_story(title, events);

    free_story(finding);
    finding->story_length = before + events + 1;
    finding->story = must(malloc(finding->story_length * sizeof(char *)));
    memcpy(finding->story + before, own, (events + 1) * sizeof(char *));
    free(own);
    for (; node != NO_PARENT; node = explorer->nodes[node].parent)
        for (size_t i = explorer->nodes[node].story_length; i-- > 0;)
            finding->story[--at] = copy_text(explorer->nodes[node].story[i]);
}

/* Breadth first gives the fewest routines; among those, the fewest events. */
static void keep_fault(struct explorer *explorer, const struct fault *fault,
                       size_t node, const char *title)
{
    struct finding *finding = find_finding(explorer, fault);
    size_t weight = explorer->nodes[node].depth * (size_t)RUN_EVENTS +
                    explorer->nodes[node].weight + fault->events;
    bool better = !finding->story || (finding->open && !fault->open) ||
                  (finding->open == fault->open && weight < finding->weight);

    if (better) {
        tell_story(explorer, finding, node, title, fault->events);
        finding->weight = weight;
        finding->fault = *fault;
        finding->open = fault->open;
    }
    finding->first = finding->first || fault->first;
}

/* What the moments ask. */

static bool is_live(const struct registration *registration)
{
    return registration->state == STATE_REGISTERED ||
           registration->state == STATE_PENDING;
}

static void blame(struct registration *registration, bool unload)
{
    const char *moment = unload ? "unload returns" : "DriverEntry fails";
    bool pending = registration->state == STATE_PENDING;

    if (registration->kind == KIND_WSK) {
        run_fault(unload ? RULE_WSK_UNLOAD_REGISTERED
                         : RULE_WSK_ENTRY_REGISTERED,
                  registration, moment);
        if (registration->captured)
            run_fault(RULE_WSK_NPI_NOT_RELEASED, registration, moment);
        return;
    }
    if (unload)
        run_fault(pending ? RULE_UNLOAD_PENDING : RULE_UNLOAD_REGISTERED,
                  registration, moment);
    else
        run_fault(RULE_ENTRY_REGISTERED, registration, moment);
    if (!registration->lost && !memory_holds(nmr_handle_word(registration)))
        run_open_fault(RULE_HANDLE_LOST, registration, moment);
}

static void check_moment(bool unload)
{
    run.here = (struct place){NULL, 0};
    memory_mark(false);
    for (size_t i = 0; i < world.registration_count; i++)
        if (is_live(&world.registrations[i]))
            blame(&world.registrations[i], unload);
}

static bool may_be_lost(const struct registration *registration)
{
    return registration->kind != KIND_WSK && !registration->lost &&
           is_live(registration) &&
           !memory_holds(nmr_handle_word(registration));
}

/* What only NMR can lead back to is lost or not, as one reads it. */
static void check_lost(void)
{
    memory_mark(false);
    for (size_t i = 0; i < world.registration_count; i++)
        if (may_be_lost(&world.registrations[i]))
            run_open_fault(RULE_HANDLE_LOST, &world.registrations[i],
                           "a routine returns");
    memory_mark(true);
    for (size_t i = 0; i < world.registration_count; i++) {
        struct registration *registration = &world.registrations[i];
        if (!may_be_lost(registration))
            continue;
        run_fault(RULE_HANDLE_LOST, registration, "a routine returns");
        registration->lost = true;
        registration->faulted = true;
    }
}

/* What is nowhere in memory when a run is cut short may be in a local still. */
static void check_cut_short(void)
{
    run.here = (struct place){NULL, 0};
    memory_mark(false);
    for (size_t i = 0; i < world.registration_count; i++)
        if (may_be_lost(&world.registrations[i]))
            run_open_fault(RULE_HANDLE_LOST, &world.registrations[i],
                           "the run is cut short");
}

/* A lost registration is like every other lost at the same place. */
static bool is_repeated(size_t index)
{
    const struct registration *registration = &world.registrations[index];

    if (!registration->lost)
        return false;
    for (size_t i = 0; i < index; i++)
        if (world.registrations[i].lost &&
            world.registrations[i].state == registration->state &&
            same_place(world.registrations[i].site, registration->site))
            return true;
    return false;
}

static bool is_forgotten(size_t index)
{
    const struct registration *registration = &world.registrations[index];

    if (is_live(registration))
        return is_repeated(index);
    return registration->kind == KIND_WSK ||
           !memory_holds(nmr_handle_word(registration));
}

static void drop_forgotten(void)
{
    uint32_t kept = 0;

    for (size_t i = 0; i < world.registration_count; i++)
        if (!is_forgotten(i))
            world.registrations[kept++] = world.registrations[i];
    memset(&world.registrations[kept], 0,
           (world.registration_count - kept) * sizeof(struct registration));
    world.registration_count = kept;
}

/* Steps. */

static PDRIVER_UNLOAD wdm_unload(void)
{
    return world.driver.DriverUnload;
}

static PFN_WDF_DRIVER_UNLOAD wdf_unload(void)
{
    return world.wdf_created ? world.wdf_config.EvtDriverUnload : NULL;
}

/* The driver object of KMDF goes away at both moments. */
static void clean_up_wdf(void)
{
    WDFOBJECT object = &world.driver;

    if (!world.wdf_created)
        return;
    if (world.wdf_attributes.EvtCleanupCallback)
        world.wdf_attributes.EvtCleanupCallback(object);
    if (world.wdf_attributes.EvtDestroyCallback)
        world.wdf_attributes.EvtDestroyCallback(object);
}

static bool has_unload(void)
{
    return wdm_unload() || wdf_unload() ||
           (world.wdf_created && (world.wdf_attributes.EvtCleanupCallback ||
                                  world.wdf_attributes.EvtDestroyCallback));
}

static void take_step(void *argument)
{
    static WCHAR no_path[1];
    UNICODE_STRING path = {0, sizeof(no_path), no_path};
    struct step *step = argument;

    switch (step->kind) {
    case STEP_ENTRY:
        step->status = step->entry(&world.driver, &path);
        if (!NT_SUCCESS(step->status))
            clean_up_wdf();
        break;
    case STEP_UNLOAD:
        if (wdf_unload())
            wdf_unload()((WDFDRIVER)&world.driver);
        else if (wdm_unload())
            wdm_unload()(&world.driver);
        clean_up_wdf();
        break;
    case STEP_REQUEST:
        kernel_send_request((unsigned)step->index,
                            world.driver.MajorFunction[step->index]);
        break;
    case STEP_OFFER: kernel_call_offer(&world.offers[step->index]); break;
    case STEP_ATTACH: nmr_attach(&world.registrations[step->index]); break;
    case STEP_DETACH:
        nmr_detach(&world.registrations[step->index], step->binding);
        break;
    }
}

static const char *step_title(const struct step *step)
{
    static char title[64];

    switch (step->kind) {
    case STEP_ENTRY: return "DriverEntry is called";
    case STEP_UNLOAD: return "the unload routine is called";
    case STEP_REQUEST:
        snprintf(title, sizeof(title), "a request of major function 0x%02x",
                 (unsigned)step->index);
        return title;
    case STEP_OFFER:
        snprintf(title, sizeof(title), "the system calls %s",
                 world.offers[step->index].name);
        return title;
    case STEP_ATTACH: return "a module attaches";
    case STEP_DETACH: return "a module detaches";
    }
    return "";
}

static void after_entry(struct explorer *explorer, size_t node,
                        const struct step *step, const char *title)
{
    run.here = (struct place){NULL, 0};
    run_event("DriverEntry returns 0x%08x", (unsigned)step->status);
    if (!NT_SUCCESS(step->status)) {
        check_moment(false);
        return;
    }
    check_lost();
    for (size_t i = 0; i < world.registration_count && !has_unload(); i++)
        if (is_live(&world.registrations[i]))
            run_fault(RULE_NO_UNLOAD, &world.registrations[i],
                      "DriverEntry succeeds");
    drop_forgotten();
    memory_sweep();
    add_state(explorer, node, title);
}

static void after_callback(struct explorer *explorer, size_t node,
                           const char *title)
{
    run.here = (struct place){NULL, 0};
    check_lost();
    drop_forgotten();
    memory_sweep();
    add_state(explorer, node, title);
}

static void finish_run(struct explorer *explorer, size_t node,
                       const struct step *step, enum end end,
                       const char *title)
{
    explorer->outcome.runs++;
    explorer->outcome.ends[end]++;
    if (end == END_RETURN && step->kind == STEP_ENTRY) {
        after_entry(explorer, node, step, title);
    } else if (end == END_RETURN && step->kind == STEP_UNLOAD) {
        run.here = (struct place){NULL, 0};
        run_event("the unload routine returns");
        check_moment(true);
    } else if (end == END_RETURN) {
        after_callback(explorer, node, title);
    } else if (end == END_FAULT) {
        check_cut_short();
    }
    for (size_t i = 0; i < run.fault_count; i++)
        keep_fault(explorer, &run.faults[i], node, title);
}

/* Prepares the next list of choices; false when this was the last. */
static bool next_choices(void)
{
    while (run.choice_count > 0) {
        size_t last = run.choice_count - 1;
        if (run.choice[last] + 1 < run.options[last]) {
            run.choice[last]++;
            return true;
        }
        run.choice_count--;
    }
    return false;
}

static void start_run(struct explorer *explorer, size_t node)
{
    memory_restore(explorer->nodes[node].bytes, explorer->nodes[node].size);
    run.choice_next = 0;
    run.event_count = 0;
    run.fault_count = 0;
    run.here = (struct place){NULL, 0};
}

static void explore_step(struct explorer *explorer, size_t node,
                         struct step step)
{
    size_t runs = 0;

    run.choice_count = 0;
    seen_start();
    do {
        char title[64];
        enum end end;
        if (runs++ == explorer->limits->runs) {
            explorer->outcome.complete = false;
            return;
        }
        start_run(explorer, node);
        snprintf(title, sizeof(title), "%s", step_title(&step));
        end = run_guarded(take_step, &step);
        finish_run(explorer, node, &step, end, title);
    } while (next_choices());
}

static void explore_requests(struct explorer *explorer, size_t node)
{
    for (size_t i = 0; i <= IRP_MJ_MAXIMUM_FUNCTION; i++) {
        start_run(explorer, node);
        if (world.driver.MajorFunction[i])
            explore_step(explorer, node,
                         (struct step){.kind = STEP_REQUEST, .index = i});
    }
}

static void explore_modules(struct explorer *explorer, size_t node)
{
    start_run(explorer, node);
    for (size_t i = 0; i < world.registration_count; i++) {
        const struct registration *registration = &world.registrations[i];
        bool attaches = nmr_may_attach(registration);
        uint32_t bindings = is_live(registration) ? registration->bindings : 0;
        if (attaches)
            explore_step(explorer, node,
                         (struct step){.kind = STEP_ATTACH, .index = i});
        for (uint32_t k = 0; k < bindings; k++)
            explore_step(explorer, node,
                         (struct step){.kind = STEP_DETACH,
                                       .index = i,
                                       .binding = k});
        start_run(explorer, node);
    }
}

static void explore_node(struct explorer *explorer, size_t node)
{
    start_run(explorer, node);
    if (has_unload())
        explore_step(explorer, node, (struct step){.kind = STEP_UNLOAD});
    explore_requests(explorer, node);
    start_run(explorer, node);
    for (size_t i = 0, count = world.offer_count; i < count; i++) {
        start_run(explorer, node);
        explore_step(explorer, node,
                     (struct step){.kind = STEP_OFFER, .index = i});
    }
    explore_modules(explorer, node);
}

static int by_place(const void *left, const void *right)
{
    const struct fault *a = &((const struct finding *)left)->fault;
    const struct fault *b = &((const struct finding *)right)->fault;
    int files = strcmp(a->site.file ? a->site.file : "",
                       b->site.file ? b->site.file : "");

    if (files)
        return files;
    if (a->site.line != b->site.line)
        return a->site.line < b->site.line ? -1 : 1;
    return strcmp(rule_name(a->rule), rule_name(b->rule));
}

static void release(struct explorer *explorer)
{
    for (size_t i = 0; i < explorer->node_count; i++) {
        struct node *node = &explorer->nodes[i];
        for (size_t j = 0; j < node->story_length; j++)
            free(node->story[j]);
        free(node->story);
        free(node->bytes);
    }
    free(explorer->nodes);
    free(explorer->buckets);
}

struct outcome explore(DRIVER_INITIALIZE *entry, const struct limits *limits)
{
    struct explorer explorer = {.entry = entry, .limits = limits};

    explorer.outcome.complete = true;
    add_state(&explorer, NO_PARENT, "");
    explore_step(&explorer, 0,
                 (struct step){.kind = STEP_ENTRY, .entry = entry});
    for (size_t i = 1; i < explorer.node_count; i++)
        explore_node(&explorer, i);
    qsort(explorer.outcome.findings, explorer.outcome.finding_count,
          sizeof(struct finding), by_place);
    explorer.outcome.states = explorer.node_count - 1;
    release(&explorer);
    return explorer.outcome;
}
