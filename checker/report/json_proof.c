/* json_proof.c - a registration, with all that the analysis can say for it. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/proof.h"
#include "report/json_parts.h"
#include "report/json_priv.h"

static json_t *states_of(const struct proof *proof, state_set states)
{
    json_t *list = json_array();

    for (size_t i = 0; i < proof->protocol->state_count; i++)
        if (states & ((state_set)1 << i))
            json_push(list, json_text(proof->protocol->states[i].name));
    return list;
}

static json_t *calls_of(const struct report *report,
                        const struct proof_step *step)
{
    json_t *list = json_array();

    for (size_t i = 0; i < step->call_count; i++) {
        json_t *item = json_object();
        json_put_text(item, "function", step->calls[i].function);
        json_put(item, "place", json_place(report, step->calls[i].place));
        json_push(list, item);
    }
    return list;
}

static json_t *guards_of(const struct report *report,
                         const struct proof_step *step)
{
    json_t *list = json_array();

    for (size_t i = 0; i < step->guard_count; i++) {
        json_t *item = json_object();
        json_put_text(item, "text", step->guards[i].text);
        json_put(item, "place", json_place(report, step->guards[i].place));
        json_push(list, item);
    }
    return list;
}

static json_t *step_of(const struct report *report, const struct proof *proof,
                       const struct proof_step *step)
{
    json_t *item = json_object();

    json_put_text(item, "call", step->call);
    json_put(item, "place", json_place(report, step->place));
    json_put_text(item, "function", step->function);
    json_put_text(item, "routine", step->routine);
    json_put_text(item, "role", proof_role(step->role));
    json_put(item, "from", states_of(proof, step->from));
    json_put(item, "to", states_of(proof, step->to));
    json_put(item, "calls", calls_of(report, step));
    json_put(item, "guards", guards_of(report, step));
    return item;
}

static json_t *moment_of(const struct report *report, const struct proof *proof,
                         const struct proof_moment *moment)
{
    json_t *item = json_object();

    json_put_text(item, "at",
                  moment->at == AT_UNLOAD_RETURN ? "unload" : "entry-failure");
    json_put(item, "place", json_place(report, moment->place));
    json_put_text(item, "function", moment->function);
    json_put(item, "states", states_of(proof, moment->states));
    json_put(item, "gone", json_boolean(moment->is_gone));
    return item;
}

static json_t *assumptions_of(const struct report *report,
                              const struct proof *proof)
{
    json_t *list = json_array();

    for (size_t i = 0; i < proof->assumption_count; i++) {
        const struct proof_assumption *assumption = &proof->assumptions[i];
        json_t *item = json_object();
        json_put_text(item, "text", assumption->text);
        json_put(item, "place", json_place(report, assumption->place));
        json_push(list, item);
    }
    return list;
}

json_t *json_proof(const struct report *report, const struct proof *proof)
{
    json_t *item = json_object();
    json_t *steps = json_array();
    json_t *moments = json_array();
    json_t *images = json_array();

    for (size_t i = 0; i < proof->step_count; i++)
        json_push(steps, step_of(report, proof, &proof->steps[i]));
    for (size_t i = 0; i < proof->moment_count; i++)
        json_push(moments, moment_of(report, proof, &proof->moments[i]));
    for (size_t i = 0; i < proof->image_count; i++)
        json_push(images, json_text(proof->images[i]));
    json_put_text(item, "object", proof->protocol->object);
    json_put_text(item, "protocol", proof->protocol->name);
    json_put_text(item, "handle", proof->handle);
    json_put(item, "made", json_place(report, proof->made));
    json_put_text(item, "function", proof->function);
    json_put(item, "gone", json_boolean(proof->is_safe));
    json_put(item, "images", images);
    json_put(item, "steps", steps);
    json_put(item, "moments", moments);
    json_put(item, "assumptions", assumptions_of(report, proof));
    return item;
}
