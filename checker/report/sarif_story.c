/* sarif_story.c - the story of a finding as a code flow.
 *
 * A viewer shows the essential locations first and the others on demand; so
 * steps of the automaton are essential, calls important, and branches are
 * neither, as compilers' viewers expect of them.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "report/json_parts.h"
#include "report/sarif_priv.h"
#include "rules/rules.h"
#include "support/arena.h"

/* As many as GitHub keeps. Of a longer story the ends are told. */
enum { MOST_STEPS = 1000, MOST_RELATED = 100 };

struct manner {
    const char *importance;
    const char *kinds[3];
};

static const struct manner manners[] = {
    [EVENT_PHASE] = { "important", { "enter", "function" } },
    [EVENT_ENTER] = { "important", { "call", "function" } },
    [EVENT_LEAVE] = { "unimportant", { "return", "function" } },
    [EVENT_BRANCH] = { "unimportant", { "branch" } },
    [EVENT_STEP] = { "essential", { "call" } },
    [EVENT_FAULT] = { "essential", { "danger" } },
};

static json_t *kinds(const struct manner *manner)
{
    json_t *list = json_array();

    for (size_t i = 0; manner->kinds[i]; i++)
        json_push(list, json_string(manner->kinds[i]));
    return list;
}

/* What is true of the registration behind the event. */
static json_t *state(const struct finding *finding, const struct event *event)
{
    const struct protocol_state *now;
    json_t *state;

    if (!finding->protocol || event->state < 0)
        return NULL;
    now = &finding->protocol->states[event->state];
    state = json_object();
    json_put(state, finding->handle ? finding->handle : "the handle",
             sarif_message(now->name));
    return state;
}

static json_t *step(const struct report *report, const struct finding *finding,
                    size_t index)
{
    const struct event *event = &finding->events[index];
    const struct manner *manner = &manners[event->kind];
    json_t *step = json_object();

    json_put(step, "location",
             sarif_told_location(report, event->place, event->text,
                                 event->function));
    json_put(step, "kinds", kinds(manner));
    json_put(step, "state", state(finding, event));
    json_put(step, "nestingLevel", json_integer(event->depth));
    json_put(step, "executionOrder", json_integer((json_int_t)index + 1));
    json_put(step, "importance", json_string(manner->importance));
    return step;
}

json_t *sarif_code_flows(const struct report *report,
                         const struct finding *finding)
{
    json_t *steps = json_array();
    json_t *thread = json_object();
    size_t left_out = finding->event_count > MOST_STEPS
                          ? finding->event_count - MOST_STEPS
                          : 0;

    for (size_t i = 0; i < finding->event_count; i++)
        if (i < MOST_STEPS / 2 || i >= MOST_STEPS / 2 + left_out)
            json_push(steps, step(report, finding, i));
    json_put(thread, "locations", steps);
    return json_pack("[{s:[o]}]", "threadFlows", thread);
}

/* The places at which the registration changed: they are shown without the
 * code flow, too. */
json_t *sarif_related(const struct report *report,
                      const struct finding *finding)
{
    json_t *related = json_array();
    json_int_t number = 0;

    for (size_t i = 0; i < finding->event_count && number < MOST_RELATED; i++) {
        const struct event *event = &finding->events[i];
        if (event->kind != EVENT_STEP || !event->place.file)
            continue;
        json_t *location = sarif_told_location(report, event->place,
                                               event->text, event->function);
        json_put(location, "id", json_integer(++number));
        json_push(related, location);
    }
    return related;
}
