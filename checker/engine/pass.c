/* pass.c - runs a pass, or takes what another one did for it.
 *
 * Needs:  what a pass is to look at, and the passes that are still there.
 * Gives:  the pass, run. Where one that ran would have done the same
 *         (engine/twin.c) its run is shared.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/engine_priv.h"
#include "engine/twin.h"
#include "engine/verdict.h"

/* Memory of all passes that are kept, and what each may have even where the
 * others take all of that. */
#define MAX_BYTES ((size_t)1 << 30)
#define MIN_BYTES ((size_t)64 << 20)

/* Memory of all passes, beyond which none is kept only because another may be
 * like it. */
#define MAX_IDLE (MAX_BYTES / 2)

static void note_seen(void *seen, const struct function *function)
{
    map_put(seen, function, seen);
}

static void note_looked(void *looked, uint32_t place)
{
    ((bool *)looked)[place] = true;
}

/* Of a part only which functions it looked at. */
static void note_interest(struct verdict *verdict, const struct engine *engine)
{
    const struct interest *interest = verdict->options->interest;
    if (!interest)
        return;
    slice_each_function(engine->slice, note_seen, interest->seen);
    if (verdict->looked)
        slice_each_place(engine->slice, note_looked, verdict->looked);
}

static bool is_about_all(const struct verdict *verdict,
                         const struct engine *engine)
{
    for (size_t i = 0; i <= LAST_STEP; i++)
        if (engine == verdict->about_all[i])
            return true;
    return engine == verdict->first;
}

/* One who used it does so no more. */
void verdict_release(struct verdict *verdict, struct engine *engine)
{
    while (engine && --engine->users == 0) {
        struct engine *twin = engine->twin;
        verdict->bytes -= engine->bytes;
        engine_close(engine);
        engine = twin;
    }
}

/* Closes a pass about one subject; others know one about all. */
void verdict_close(struct verdict *verdict, struct engine *engine)
{
    if (!is_about_all(verdict, engine))
        verdict_release(verdict, engine);
}

void verdict_forget_recent(struct verdict *verdict)
{
    for (size_t i = 0; i <= LAST_STEP; i++) {
        verdict_release(verdict, verdict->recent[i]);
        verdict->recent[i] = NULL;
    }
}

/* One of another subject may be like it. */
void verdict_remember(struct verdict *verdict, size_t step,
                      struct engine *engine)
{
    if (engine->twin)
        return;
    verdict_release(verdict, verdict->recent[step]);
    verdict->recent[step] = engine;
    engine->users++;
}

static bool do_as(struct engine *engine, struct engine *other)
{
    if (other && other->twin)
        other = other->twin;
    if (!other || !twin_is_of(engine, other))
        return false;
    twin_take_over(engine, other);
    return true;
}

/* Has a pass do what another one did, if that is what it would do. */
static bool do_as_another(struct verdict *verdict, struct engine *engine)
{
    bool is_done = do_as(engine, verdict->first);
    for (size_t i = 0; i <= LAST_STEP && !is_done; i++)
        is_done = do_as(engine, verdict->about_all[i]) ||
                  do_as(engine, verdict->recent[i]);
    return is_done;
}

struct engine *verdict_run(struct verdict *verdict, struct pass pass)
{
    if (verdict->bytes > MAX_IDLE)
        verdict_forget_recent(verdict);
    size_t room = MAX_BYTES > verdict->bytes ? MAX_BYTES - verdict->bytes : 0;
    pass.max_bytes = room > MIN_BYTES ? room : MIN_BYTES;
    pass.proved = verdict->proved;
    pass.is_cut_out = verdict->about != NULL;
    pass.stop = verdict->options->stop;
    if (verdict->options->max_states > 0)
        pass.max_states = verdict->options->max_states;
    struct engine *engine = engine_make(arena_open(), verdict->survey, &pass);
    if (!do_as_another(verdict, engine)) {
        engine_run(engine);
        verdict->analysis->state_count += engine->node_count;
        verdict->analysis->summary_count += engine->context_list.count;
        verdict->analysis->pass_count++;
    }
    note_interest(verdict, engine);
    verdict->is_short |= engine->bytes >= pass.max_bytes;
    verdict->bytes += engine->bytes;
    return engine;
}
