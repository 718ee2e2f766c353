/* story.c - from the chain of nodes to numbered events.
 *
 * Method: the chain is walked from the fault back to the entry of its context,
 * then on at the first call that leads there, up to the driver's life; a call
 * on the way that returned is walked inside too. What has nothing to do with
 * the object (calls in which no step of the automaton happened, branches of
 * routines that only were passed) is left out.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/story.h"

#include "engine/condense.h"
#include "support/text.h"

#include <assert.h>
#include <string.h>

struct visits vec_of(struct visit);

struct story {
    struct engine *engine;
    const struct fault *fault;
    struct events events;
    struct visits visits;
    unsigned depth;
    const struct function *function; /* that the story is in */
    int state;                       /* of the object */
    size_t last_step;                /* number of the last step's event */
};

struct chain vec_of(const struct node *);

static void add(struct story *story, enum event_kind kind, struct place place,
                const char *text)
{
    struct event event = {
        .kind = kind,
        .place = place,
        .depth = story->depth,
        .text = text,
        .function = story->function ? story->function->spelling : NULL,
        .state = story->state,
    };
    vec_push(story->engine->arena, &story->events, event);
}

static const char *role_value(struct engine *engine, const struct fault *fault,
                              const char *role, size_t length)
{
    const char *function = fault->function ? fault->function->spelling : "";
    const struct protocol *protocol =
        fault->origin ? fault->origin->protocol : NULL;
    const struct protocol_call *call =
        fault->call ? rules_call(engine->rules, fault->call) : NULL;
    if (!protocol && call)
        protocol = call->protocol;
    if (strncmp(role, "handle", length) == 0)
        return fault->handle && fault->handle[0] ? fault->handle : "the handle";
    if (strncmp(role, "function", length) == 0)
        return function;
    if (strncmp(role, "call", length) == 0)
        return fault->call ? fault->call : "";
    if (strncmp(role, "object", length) == 0)
        return protocol ? protocol->object : "";
    if (strncmp(role, "state", length) == 0 && protocol && fault->origin)
        return protocol->states[fault->step].meaning;
    return "";
}

const char *story_sentence(struct engine *engine, const struct fault *fault,
                           const char *sentence)
{
    struct text text = text_make(engine->arena);
    while (*sentence) {
        const char *open = strchr(sentence, '{');
        const char *close = open ? strchr(open, '}') : NULL;
        if (!close) {
            text_add(&text, sentence);
            break;
        }
        text_add_n(&text, sentence, (size_t)(open - sentence));
        text_add(&text, role_value(engine, fault, open + 1,
                                   (size_t)(close - open - 1)));
        sentence = close + 1;
    }
    return text_str(&text);
}

/* The nodes of one context that lead to `node`, first to last. */
static struct chain chain_to(struct engine *engine, const struct node *node)
{
    struct chain chain = { NULL, 0, 0 };
    for (; node; node = node->parent)
        vec_push(engine->arena, &chain, node);
    for (size_t i = 0, j = chain.count; i + 1 < j; i++) {
        const struct node *swap = chain.items[i];
        chain.items[i] = chain.items[--j];
        chain.items[j] = swap;
    }
    return chain;
}

static void tell_happenings(struct story *story,
                            const struct happening *happening)
{
    if (!happening)
        return;
    tell_happenings(story, happening->before);
    story->state = happening->transition->to;
    if (!happening->transition->event)
        return;
    struct fault fault = *story->fault;
    const struct protocol_call *call = rules_call(
        story->engine->rules, happening->instruction->function->name);
    fault.call = call ? call->function : NULL;
    add(story, EVENT_STEP, happening->instruction->place,
        story_sentence(story->engine, &fault, happening->transition->event));
}

static const char *switch_way(struct arena *arena, const struct terminator *end,
                              uint32_t target)
{
    struct text text = text_make(arena);
    const char *word = "is";
    text_addf(&text, "'%s'", end->text);
    for (uint32_t i = 0; i < end->target_count; i++) {
        if (end->targets[i] != target)
            continue;
        if (i + 1 < end->target_count)
            text_addf(&text, " %s %lld", word, (long long)end->cases[i]);
        else
            text_addf(&text, " %s none of the cases", word);
        word = "or";
    }
    return text_str(&text);
}

const char *story_way(struct arena *arena, const struct terminator *end,
                      uint32_t target)
{
    if (!end->text)
        return NULL;
    if (end->kind == END_SWITCH)
        return switch_way(arena, end, target);
    if (end->kind != END_BRANCH || end->targets[0] == end->targets[1])
        return NULL;
    return arena_format(arena, "'%s' is %s", end->text,
                        target == end->targets[0] ? "true" : "false");
}

static void tell_branch(struct story *story, const struct node *from,
                        const struct node *to)
{
    const struct terminator *end =
        &from->context->function->blocks[from->block].end;
    if (to->pc != 0 || to->is_inside ||
        !from->context->flow->decided[from->block])
        return;
    const char *text = story_way(story->engine->arena, end, to->block);
    if (text)
        add(story, EVENT_BRANCH, end->place, text);
}

static bool is_life(const struct story *story, const struct context *context)
{
    return context->function == story->engine->life->function;
}

static void visit(struct story *story, const struct context *context,
                  uint32_t from, uint32_t to)
{
    struct visit visit = { context->function, from, to };
    if (from != to && !is_life(story, context) && !context->function->is_weak)
        vec_push(story->engine->arena, &story->visits, visit);
}

/* "FIELD of _RECORD": people know the record by the name without the mark. */
static const char *without_tag(struct arena *arena, const char *how)
{
    const char *mark = strstr(how, " of _");
    return mark ? arena_format(arena, "%.*s of %s", (int)(mark - how), how,
                               mark + strlen(" of _"))
                : how;
}

/* What a routine that the system calls is for, as far as that is known. */
static const char *role_text(const struct story *story,
                             const struct function *function)
{
    const struct roots *roots = story->engine->roots;
    struct arena *arena = story->engine->arena;
    const char *name = function->spelling;
    const char *how = NULL;
    for (size_t i = 0; i < roots_count(roots); i++) {
        struct handed_over item = roots_at(roots, i);
        if (item.function != function)
            continue;
        if (item.role == ROOT_ENTRY)
            return arena_format(arena, "the driver is loaded: '%s' is called",
                                name);
        if (item.role == ROOT_UNLOAD)
            return arena_format(arena, "the driver is unloaded: '%s' is called",
                                name);
        how = how ? how : item.how;
    }
    if (!how)
        return arena_format(arena, "'%s' is called from outside", name);
    return arena_format(arena, "'%s' (%s) is called from outside", name,
                        without_tag(arena, how));
}

/* What a model of a system function does, the driver does by calling it. */
static void tell_enter(struct story *story, const struct context *from,
                       const struct instruction *call,
                       const struct function *callee)
{
    if (callee->is_weak)
        return;
    if (is_life(story, from)) {
        story->function = callee;
        add(story, EVENT_PHASE, callee->place, role_text(story, callee));
        return;
    }
    add(story, EVENT_ENTER, call->place,
        arena_format(story->engine->arena, "'%s' is called", callee->spelling));
    story->function = callee;
    story->depth++;
}

static bool has_step(const struct story *story, size_t from)
{
    for (size_t i = from; i < story->events.count; i++)
        if (story->events.items[i].kind == EVENT_STEP)
            return true;
    return false;
}

static void tell_chain(struct story *story, const struct node *node);

/* A call on the way that returned: told only if something happened in it. */
static void tell_inside(struct story *story, const struct node *node)
{
    const struct node *call = node->parent;
    const struct function *callee = node->exit->context->function;
    const struct instruction *instruction =
        &call->context->function->blocks[call->block].instructions[call->pc];
    size_t before = story->events.count;
    size_t visits = story->visits.count;
    unsigned depth = story->depth;
    const struct function *function = story->function;
    if (callee->is_weak)
        return;
    tell_enter(story, call->context, instruction, callee);
    tell_chain(story, node->exit);
    tell_happenings(story, node->exit->happenings);
    bool in_life = is_life(story, call->context);
    bool is_at_fault = in_life && callee == story->fault->function;
    if (!has_step(story, before) && !is_at_fault) {
        story->events.count = before;
        story->visits.count = visits;
    } else if (!in_life)
        add(story, EVENT_LEAVE, callee->blocks[node->exit->block].end.place,
            arena_format(story->engine->arena, "'%s' returns",
                         callee->spelling));
    story->depth = depth;
    story->function = function;
}

/* An exit is a copy of its parent, at the end of the block. */
static bool is_exit_of(const struct node *from, const struct node *to)
{
    return to->pc ==
               from->context->function->blocks[to->block].instruction_count &&
           to->block == from->block && to->pc != from->pc;
}

static void tell_chain(struct story *story, const struct node *node)
{
    struct chain chain = chain_to(story->engine, node);
    visit(story, node->context, NO_BLOCK, chain.items[0]->block);
    for (size_t i = 1; i < chain.count; i++) {
        const struct node *at = chain.items[i];
        visit(story, at->context, chain.items[i - 1]->block, at->block);
        if (at->exit) {
            tell_inside(story, at);
            continue;
        }
        if (is_exit_of(chain.items[i - 1], at) && i + 1 == chain.count)
            break;
        tell_happenings(story, at->happenings);
        tell_branch(story, chain.items[i - 1], at);
    }
}

static void tell_prefix(struct story *story, const struct context *context)
{
    if (context->callers.count == 0)
        return;
    const struct caller *caller = &context->callers.items[0];
    tell_prefix(story, caller->node->context);
    tell_chain(story, caller->node);
    tell_enter(story, caller->node->context, caller->instruction,
               context->function);
}

/* Where nothing was done in time, every condition of the routine may be why. */
static bool is_late(const struct engine *engine, const struct fault *fault)
{
    for (size_t i = 0; i < roots_count(engine->roots); i++) {
        struct handed_over item = roots_at(engine->roots, i);
        if (item.function == fault->function && item.role == ROOT_UNLOAD)
            return !fault->instruction;
    }
    return false;
}

/* The number of the step that took the object to where it is in the end. */
static size_t number_of_last_change(const struct story *story)
{
    size_t number = 0;
    int state = -1;
    for (size_t i = 0; i < story->events.count; i++) {
        const struct event *event = &story->events.items[i];
        if (event->kind != EVENT_STEP)
            continue;
        if (number == 0 || event->state != state)
            number = i + 1;
        state = event->state;
    }
    return number;
}

void story_tell(struct engine *engine, const struct fault *fault,
                struct finding *finding)
{
    struct story story = { .engine = engine, .fault = fault, .state = -1 };
    tell_prefix(&story, fault->node->context);
    tell_chain(&story, fault->node);
    tell_happenings(&story, fault->happenings);
    const char *sentence =
        fault->rule->event ? fault->rule->event : fault->rule->message;
    if (fault->function)
        story.function = fault->helper ? fault->helper : fault->function;
    if (fault->origin)
        story.state = (int)fault->step;
    add(&story, EVENT_FAULT, fault->helper ? fault->deed : fault->place,
        story_sentence(engine, fault, sentence));
    condense(engine->arena, &story.events, is_late(engine, fault));
    vec_last(&story.events).refers_to = number_of_last_change(&story);
    finding->events = story.events.items;
    finding->event_count = story.events.count;
    finding->shapes = shapes_make(engine->arena, story.visits.items,
                                  story.visits.count, &finding->shape_count);
}
