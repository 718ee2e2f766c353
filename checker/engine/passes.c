/* passes.c - from a coarse look at the driver to an exact one.
 *
 * A pass with a short reach (engine/slice.h) lets the driver do more than it
 * can: what it does not find is not there. So what ends well in a pass that
 * came to its end is done with. The first pass is about all that the driver
 * makes; what it leaves is looked at one by one, each with a reach that grows
 * until it holds all that matters. What is left then is replayed with next to
 * no states merged, along the ways that led there: what the replay meets is a
 * fault with its witness, what it shows to be impossible is dropped, and where
 * it tells neither the fault is possible.
 *
 * Reference: E. Clarke, O. Grumberg, S. Jha, Y. Lu, H. Veith,
 * "Counterexample-guided abstraction refinement" (CAV 2000), for the idea.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/engine.h"
#include "engine/engine_priv.h"
#include "engine/idle.h"
#include "engine/part.h"
#include "engine/part_file.h"
#include "engine/pointers.h"
#include "engine/verdict.h"
#include "support/text.h"

#include <stdlib.h>
#include <string.h>

/* Nodes of a coarse pass, of one that looks at all that matters, and of a
 * replay. */
#define MAX_COARSE 40000
#define MAX_STATES 120000
#define MAX_EXACT  80000

/* Nodes of a pass where a replay may do. */
#define MAX_BRIEF 10000

/* Nodes of the pass about all where there are that many subjects: what is made,
 * and what is given, of each. It takes longer than one about each then, if it
 * ends at all; a driver that does next to nothing else is through before. */
#define MAX_FIRST     100
#define MANY_SUBJECTS 16

/* How often that may be tried in vain, with as many nodes as there may be. */
#define PATIENCE 2

/* Of a part of the driver (engine/part.h): nodes, and steps of callers. */
#define MAX_PART 20000
#define STEPS_UP 2

struct faults vec_of(struct fault);

/* Whether the call that is at fault may be given what is made there, or nobody
 * knows what it is given. */
static bool may_be_given(const struct verdict *verdict,
                         const struct fault *fault,
                         const struct instruction *site)
{
    const struct pointers *pointers = roots_pointers(verdict->survey->roots);
    const struct protocol_call *call =
        rules_call(verdict->survey->rules, fault->call);
    const struct pointer_set *set =
        pointers_of_temp(pointers, fault->function,
                         fault->instruction->operands[call->argument]);
    bool is_known = false;
    for (uint32_t i = 0; i < set->count; i++) {
        const struct instruction *made =
            pointers_handle(pointers, set->items[i]);
        is_known |= made != NULL;
        if (made == site)
            return true;
    }
    return !is_known;
}

static bool is_about(const struct verdict *verdict,
                     const struct subject *subject, const struct fault *fault)
{
    if (!subject->is_given)
        return fault->origin && fault->origin->site == subject->site;
    return !fault->origin &&
           (!subject->site || may_be_given(verdict, fault, subject->site));
}

static bool has_ended(const struct engine *engine)
{
    return engine->limits.count == 0;
}

static bool has_faults(const struct verdict *verdict,
                       const struct subject *subject,
                       const struct engine *engine)
{
    for (size_t i = 0; i < engine->faults.count; i++)
        if (is_about(verdict, subject, &engine->faults.items[i]))
            return true;
    return false;
}

static bool is_stopped(const struct verdict *verdict)
{
    return verdict->options->stop && atomic_load(verdict->options->stop);
}

static const struct origin *origin_at(const struct engine *engine,
                                      const struct instruction *site)
{
    for (size_t i = 0; i < engine->origins.count; i++)
        if (engine->origins.items[i]->site == site)
            return engine->origins.items[i];
    return NULL;
}

/* What is known of the object must outlive the pass. */
static void keep_origin(struct verdict *verdict, struct subject *subject,
                        const struct origin *origin)
{
    if (!origin || subject->origin)
        return;
    struct origin *kept = arena_copy(verdict->arena, origin, sizeof(*origin));
    kept->name = arena_strdup(verdict->arena, origin->name);
    subject->origin = kept;
}

/* What a pass says of one subject. */
static void learn(struct verdict *verdict, struct subject *subject,
                  struct engine *engine)
{
    if (!subject->is_given)
        keep_origin(verdict, subject, origin_at(engine, subject->site));
    subject->last = engine;
    if (!has_ended(engine))
        return;
    verdict_close(verdict, subject->ended);
    subject->ended = engine;
    subject->is_tried = false;
    subject->is_proved = !has_faults(verdict, subject, engine);
    if (subject->is_proved && !subject->is_given)
        map_put(verdict->proved, subject->site, subject);
}

static void add_subject(struct verdict *verdict, const struct instruction *site,
                        bool is_given)
{
    struct subject subject = { .site = site, .is_given = is_given };
    for (size_t i = 0; i < verdict->subjects.count; i++)
        if (verdict->subjects.items[i].site == site &&
            verdict->subjects.items[i].is_given == is_given)
            return;
    vec_push(verdict->arena, &verdict->subjects, subject);
}

static void add_made_in(struct verdict *verdict,
                        const struct function *function)
{
    for (size_t b = 0; b < function->block_count; b++) {
        const struct block *block = &function->blocks[b];
        for (size_t i = 0; i < block->instruction_count; i++) {
            const struct instruction *at = &block->instructions[i];
            const struct protocol_call *call =
                rules_call_at(verdict->survey->rules, at);
            if (!call || !call->creates)
                continue;
            add_subject(verdict, at, false);
            add_subject(verdict, at, true);
        }
    }
}

static void find_subjects(struct verdict *verdict)
{
    for (size_t i = 0; i < verdict->survey->program->function_count; i++)
        if (!verdict->survey->program->functions[i]->is_weak)
            add_made_in(verdict, verdict->survey->program->functions[i]);
    if (verdict->subjects.count == 0)
        add_subject(verdict, NULL, true);
}

/* In a part of a program objects are met that were made elsewhere. */
static void find_others(struct verdict *verdict, const struct engine *first)
{
    for (size_t i = 0; i < first->origins.count; i++)
        add_subject(verdict, first->origins.items[i]->site, false);
}

static bool is_made_here(const struct subject *subject,
                         const struct rule_set *rules)
{
    const struct protocol_call *call = rules_call_at(rules, subject->site);
    return call && call->creates;
}

/* The last pass is not needed once there is another, unless it was the last one
 * that came to its end, or says where there may be faults. */
static void drop(struct verdict *verdict, struct subject *subject)
{
    struct engine *last = subject->last;
    subject->last = NULL;
    if (last == subject->ended)
        return;
    if (has_faults(verdict, subject, last)) {
        struct engine *before = subject->hint;
        subject->hint = last;
        last = before;
    }
    verdict_close(verdict, last);
}

static struct pass pass_about(const struct verdict *verdict,
                              const struct subject *subject, size_t step)
{
    static const unsigned reaches[] = { 0, 1, 2, SLICE_ALL };
    static const size_t apart[] = { 4, 8, 16, 0 };
    bool is_last = step == LAST_STEP && verdict->given_up < PATIENCE;
    size_t most = verdict->about ? MAX_PART : MAX_COARSE;
    struct pass pass = { .subject.reach = reaches[step],
                         .apart = apart[step],
                         .max_states = is_last ? MAX_STATES : most,
                         .follows_none = subject->is_given };
    if (is_made_here(subject, verdict->survey->rules))
        pass.subject.only = subject->site;
    return pass;
}

static bool is_about_one(const struct pass *pass)
{
    return pass->subject.only || pass->follows_none;
}

/* Runs it, if it was not run for another subject. */
static struct engine *pass_at(struct verdict *verdict, struct pass pass,
                              size_t step)
{
    if (is_about_one(&pass)) {
        struct engine *engine = verdict_run(verdict, pass);
        verdict_remember(verdict, step, engine);
        return engine;
    }
    if (!verdict->about_all[step])
        verdict->about_all[step] = verdict_run(verdict, pass);
    return verdict->about_all[step];
}

static void add_limit(struct verdict *verdict, struct place place,
                      const char *text)
{
    for (size_t i = 0; i < verdict->limits.count; i++)
        if (place_compare(verdict->limits.items[i].place, place) == 0 &&
            strcmp(verdict->limits.items[i].text, text) == 0)
            return;
    struct limit limit = { place, arena_strdup(verdict->arena, text) };
    vec_push(verdict->arena, &verdict->limits, limit);
}

/* Whether a fault of the same object is certain: then it is clear that the
 * driver must be changed where that object is concerned. */
static bool is_settled(const struct verdict *verdict,
                       const struct subject *subject, const struct fault *fault)
{
    const struct instruction *site =
        fault->origin ? fault->origin->site : subject->site;
    for (size_t i = 0; site && i < verdict->findings.count; i++) {
        const struct finding *finding = &verdict->findings.items[i];
        if (!finding->is_possible &&
            place_compare(finding->origin, site->place) == 0)
            return true;
    }
    return false;
}

/* A fault of which nobody could tell whether it can happen: it says so itself,
 * and all such together are told as a limit once. Of a part it is not told,
 * since that may not happen anyway. */
static void leave_open(struct verdict *verdict, const struct subject *subject,
                       struct engine *engine, const struct fault *fault)
{
    static const struct place nowhere;
    if (verdict->about) {
        verdict->given_up++;
        return;
    }
    verdict_tell(verdict, engine, fault, true);
    if (!is_settled(verdict, subject, fault))
        add_limit(verdict, nowhere,
                  "cannot tell whether what is called possible can happen");
}

/* Whether a pass that came to its end met the fault too, or none did. */
static bool is_candidate(const struct verdict *verdict,
                         const struct subject *subject,
                         const struct fault *fault)
{
    return is_about(verdict, subject, fault) &&
           (!subject->ended || engine_find_fault(subject->ended, fault));
}

static void tell_limits(struct verdict *verdict, const struct engine *engine)
{
    for (size_t i = 0; i < engine->limits.count; i++)
        add_limit(verdict, engine->limits.items[i].place,
                  engine->limits.items[i].text);
}

/* Merges next to nothing, and goes only where `guide` went towards faults, the
 * nearest first, with all that matters. */
static struct engine *replay(struct verdict *verdict,
                             const struct subject *subject,
                             struct engine *guide, const struct faults *wanted)
{
    trail_unmark(guide->trail);
    for (size_t i = 0; i < wanted->count; i++)
        vec_each (const struct point, point, &wanted->items[i].points)
            trail_mark(guide->trail, *point);
    struct pass pass = subject->last->pass;
    pass.subject.reach = SLICE_ALL;
    pass.apart = 0;
    pass.max_states = MAX_EXACT;
    pass.is_replay = true;
    pass.only = guide->trail;
    pass.is_about = !slice_is_full(guide->slice);
    pass.wanted = wanted->items;
    pass.wanted_count = wanted->count;
    return verdict_run(verdict, pass);
}

/* Tells those that are met in a replay, drops those that cannot be, and leaves
 * the rest open. */
static void tell_doubtful(struct verdict *verdict,
                          const struct subject *subject, struct engine *guide,
                          const struct faults *doubtful)
{
    if (doubtful->count == 0)
        return;
    struct engine *exact = replay(verdict, subject, guide, doubtful);
    struct faults open = { NULL, 0, 0 };
    for (size_t i = 0; i < doubtful->count; i++) {
        const struct fault *fault = &doubtful->items[i];
        const struct fault *witness = engine_find_fault(exact, fault);
        if (witness && !witness->is_doubtful)
            verdict_tell(verdict, exact, witness, false);
        else if (witness || !has_ended(exact) || exact->pass.is_about)
            vec_push(verdict->arena, &open, *fault);
    }
    for (size_t i = 0; i < open.count; i++)
        leave_open(verdict, subject, guide, &open.items[i]);
    verdict_close(verdict, exact);
}

/* The faults of the last pass that came to its end. */
static struct faults faults_of_ended(const struct verdict *verdict,
                                     const struct subject *subject)
{
    const struct engine *ended = subject->ended;
    struct faults faults = { NULL, 0, 0 };
    for (size_t i = 0; ended && i < ended->faults.count; i++)
        if (is_about(verdict, subject, &ended->faults.items[i]))
            vec_push(verdict->arena, &faults, ended->faults.items[i]);
    return faults;
}

/* Whether all that was met was met on paths that look certain, and nobody tried
 * to confirm it. */
static bool looks_certain(const struct verdict *verdict,
                          const struct subject *subject)
{
    struct faults faults = faults_of_ended(verdict, subject);
    bool is_certain = faults.count > 0 && !subject->is_tried;
    for (size_t i = 0; i < faults.count; i++)
        is_certain &= !faults.items[i].is_doubtful;
    return is_certain;
}

/* Whether a replay meets, without a doubt, all that the last pass that came to
 * its end met: then there is nothing else to be found, and it is told. A driver
 * that is at fault need not be understood in full for that. */
static bool confirm(struct verdict *verdict, struct subject *subject)
{
    struct faults wanted = faults_of_ended(verdict, subject);
    struct engine *exact = replay(verdict, subject, subject->ended, &wanted);
    subject->is_told = engine_has_all_wanted(exact);
    subject->is_tried = true;
    for (size_t i = 0; subject->is_told && i < wanted.count; i++)
        verdict_tell(verdict, exact, engine_find_fault(exact, &wanted.items[i]),
                     false);
    verdict_close(verdict, exact);
    return subject->is_told;
}

static void tell_faults(struct verdict *verdict, const struct subject *subject)
{
    struct engine *last = subject->last;
    struct engine *other = subject->ended ? subject->ended : subject->hint;
    struct faults doubtful = { NULL, 0, 0 };
    struct faults coarse = { NULL, 0, 0 };
    bool is_exact = slice_is_full(last->slice);
    for (size_t i = 0; i < last->faults.count; i++) {
        const struct fault *fault = &last->faults.items[i];
        if (!is_candidate(verdict, subject, fault))
            continue;
        if (is_exact && !fault->is_doubtful)
            verdict_tell(verdict, last, fault, false);
        else
            vec_push(verdict->arena, &doubtful, *fault);
    }
    tell_doubtful(verdict, subject, last, &doubtful);
    if (has_ended(last))
        return;
    for (size_t i = 0; other && i < other->faults.count; i++)
        if (is_about(verdict, subject, &other->faults.items[i]) &&
            !engine_find_fault(last, &other->faults.items[i]))
            vec_push(verdict->arena, &coarse, other->faults.items[i]);
    tell_doubtful(verdict, subject, other, &coarse);
    if (!subject->ended)
        tell_limits(verdict, last);
}

/* As far as the passes saw: the last that came to its end, or went furthest. */
static void prove(struct verdict *verdict, struct subject *subject)
{
    const struct origin *origin = subject->origin;
    if (origin && !origin->is_assumed)
        subject->proof =
            proof_make(verdict->arena,
                       subject->ended ? subject->ended : subject->last, origin);
}

/* All that is told of the subject is told. */
static void forget(struct verdict *verdict, struct subject *subject)
{
    if (subject->ended != subject->last)
        verdict_close(verdict, subject->ended);
    verdict_close(verdict, subject->hint);
    verdict_close(verdict, subject->last);
    subject->hint = NULL;
    subject->last = NULL;
    subject->ended = NULL;
}

static void settle(struct verdict *verdict);

static bool is_told(const struct verdict *verdict,
                    const struct finding *finding)
{
    for (size_t i = 0; i < verdict->findings.count; i++)
        if (verdict->findings.items[i].rule == finding->rule &&
            place_compare(verdict->findings.items[i].place, finding->place) ==
                0)
            return true;
    return false;
}

/* What the part says of the object, and what is done wrong there. Whatever that
 * is, it is only possible: the part may never be called like that. */
static void take_over(struct verdict *verdict, const struct part_found *found,
                      struct part_verdict *judged)
{
    const struct interest *interest = verdict->options->interest;
    judged->is_whole = found->is_whole;
    if (found->analysis.proof_count > 0)
        judged->proof = found->analysis.proofs[0];
    for (size_t i = 0; i < found->analysis.finding_count; i++) {
        struct finding finding = found->analysis.findings[i];
        finding.is_possible = true;
        if (!(finding.rule->at & AT_CALL) && !is_told(verdict, &finding))
            vec_push(verdict->arena, &verdict->findings, finding);
    }
    for (size_t i = 0; interest && i < map_count(found->seen); i++)
        map_put(interest->seen, map_at(found->seen, i).key, interest->seen);
}

/* The passes that outlive their subjects. */
static void close_all(struct verdict *verdict)
{
    verdict_forget_recent(verdict);
    for (size_t i = 0; i <= LAST_STEP; i++)
        if (verdict->about_all[i] != verdict->first)
            verdict_release(verdict, verdict->about_all[i]);
    verdict_release(verdict, verdict->first);
}

/* What of the driver is about the subject, though no pass may have been. */
static const struct slice *slice_about(struct arena *arena,
                                       const struct verdict *verdict,
                                       const struct subject *subject)
{
    const struct slice_subject about = { .reach = 0, .only = subject->site };
    return subject->last->pass.subject.only == subject->site
               ? subject->last->slice
               : slice_find(arena, verdict->survey->index, &about);
}

/* Judges the part as one that deals with what is made there. Whether what was
 * found is good for every analysis of such a part. */
static bool analyze_part(struct verdict *verdict, struct arena *scratch,
                         const struct program *part,
                         const struct instruction *about,
                         struct part_found *found)
{
    const struct interest interest = { .seen = found->seen };
    struct engine_options options = *verdict->options;
    options.interest = &interest;
    struct verdict of_part = {
        .arena = verdict->arena,
        .survey = survey_make(scratch, part, verdict->survey->rules),
        .proved = map_make(scratch),
        .parts = map_make(scratch),
        .analysis = verdict->analysis,
        .options = &options,
        .bytes = verdict->bytes,
        .about = about,
        .given_up = PATIENCE,
    };
    settle(&of_part);
    found->is_whole = of_part.given_up == PATIENCE && !is_stopped(verdict);
    found->analysis.findings = of_part.findings.items;
    found->analysis.finding_count = of_part.findings.count;
    vec_each (struct subject, subject, &of_part.subjects)
        if (subject->site == about && subject->proof.protocol) {
            found->analysis.proofs = &subject->proof;
            found->analysis.proof_count = 1;
        }
    close_all(&of_part);
    return !is_stopped(verdict) && !of_part.is_short &&
           !roots_changed(of_part.survey->roots);
}

static bool recall_part(struct verdict *verdict, const struct program *part,
                        struct digest key, struct part_found *found)
{
    const struct engine_memory *memory = verdict->options->memory;
    size_t size = 0;
    const void *bytes = memory->find(memory->data, verdict->arena, key, &size);
    return bytes && part_read(verdict->arena, memory->strings,
                              verdict->survey->rules, part, bytes, size, found);
}

static void keep_part(const struct verdict *verdict, const struct program *part,
                      struct digest key, const struct part_found *found)
{
    const struct engine_memory *memory = verdict->options->memory;
    struct arena *scratch = arena_open();
    struct text bytes = text_make(scratch);
    if (part_write(&bytes, part, found))
        memory->keep(memory->data, key, bytes.data, bytes.length);
    arena_close(scratch);
}

static void look_at_part(struct verdict *verdict, const struct subject *subject,
                         unsigned steps_up, struct part_verdict *judged)
{
    struct arena *scratch = arena_open();
    const struct program *part =
        part_cut(scratch, verdict->survey,
                 slice_about(scratch, verdict, subject), steps_up);
    struct part_found found = { .seen = map_make(scratch) };
    bool remembers = part && verdict->options->memory;
    struct digest key = { 0 };
    if (remembers)
        key = part_key(part, verdict->survey->rules, subject->site,
                       verdict->options->max_states);
    bool is_known = remembers && recall_part(verdict, part, key, &found);
    if (part && !is_known &&
        analyze_part(verdict, scratch, part, subject->site, &found) &&
        remembers)
        keep_part(verdict, part, key, &found);
    if (part)
        take_over(verdict, &found, judged);
    arena_close(scratch);
}

/* Nothing is known of the subject as a whole: what is done to it can still be
 * looked at by itself, with as many callers as there is room for. */
static const struct part_verdict *judge_part(struct verdict *verdict,
                                             const struct subject *subject)
{
    struct part_verdict *judged = map_get(verdict->parts, subject->site);
    if (judged)
        return judged;
    judged = arena_new(verdict->arena, struct part_verdict);
    map_put(verdict->parts, subject->site, judged);
    for (unsigned up = STEPS_UP + 1; up-- > 0 && !judged->is_whole;)
        look_at_part(verdict, subject, up, judged);
    return judged;
}

/* Of what is a part already no part is made. */
static bool can_be_cut(const struct verdict *verdict)
{
    return !verdict->about && roots_has(verdict->survey->roots, ROOT_ENTRY);
}

/* Where the life of the objects is not the driver's, their number has no bound,
 * and which of them there are is for the system to say: what the driver does to
 * each of them is in the part that deals with them. */
static bool is_judged_by_part(struct verdict *verdict,
                              const struct subject *subject)
{
    return can_be_cut(verdict) && subject->site &&
           part_has_own_life(verdict->survey, subject->site) &&
           judge_part(verdict, subject)->is_whole;
}

/* A pass about what is made also goes where nothing made there is followed, so
 * it may tell of what calls are given. */
static void learn_of_given(struct verdict *verdict,
                           const struct subject *subject,
                           const struct engine *engine)
{
    for (size_t i = 0; !subject->is_given && i < verdict->subjects.count; i++) {
        struct subject *given = &verdict->subjects.items[i];
        if (given->is_given && given->site == subject->site)
            given->is_proved |=
                has_ended(engine) && !has_faults(verdict, given, engine);
    }
}

/* The pass of the step. Where what was met before looks certain, and the pass
 * would take long, that is confirmed first; NULL: it is, and no pass is needed.
 */
static struct engine *next_pass(struct verdict *verdict,
                                struct subject *subject, size_t step)
{
    struct pass pass = pass_about(verdict, subject, step);
    bool may_do = looks_certain(verdict, subject) &&
                  (step == LAST_STEP || is_about_one(&pass));
    if (may_do && step < LAST_STEP) {
        struct pass brief = pass;
        brief.max_states = MAX_BRIEF;
        struct engine *engine = pass_at(verdict, brief, step);
        if (has_ended(engine))
            return engine;
        verdict_close(verdict, engine);
    }
    return may_do && confirm(verdict, subject) ? NULL
                                               : pass_at(verdict, pass, step);
}

/* Passes about one subject, until it is proved, or all that matters was looked
 * at, or the part that deals with it. Where one with a short reach does not
 * come to its end, one with a longer reach would not either, but for the last,
 * which lets the driver do nothing that it does not. */
static void look_closer(struct verdict *verdict, struct subject *subject)
{
    size_t step = has_ended(subject->last) ? 1 : 0;
    bool is_done = step > 0 && slice_is_full(subject->last->slice);
    /* The whole was looked at in vain often enough. */
    subject->is_part = !subject->is_proved && step == 0 &&
                       verdict->part_count >= PATIENCE &&
                       is_judged_by_part(verdict, subject);
    is_done |= subject->is_part;
    while (step <= LAST_STEP && !subject->is_proved && !is_done) {
        struct engine *engine = next_pass(verdict, subject, step);
        if (!engine)
            return;
        drop(verdict, subject);
        learn(verdict, subject, engine);
        learn_of_given(verdict, subject, engine);
        subject->is_part = !has_ended(engine) && step < LAST_STEP &&
                           is_judged_by_part(verdict, subject);
        verdict->part_count += subject->is_part;
        is_done = subject->is_part ||
                  (has_ended(engine) && slice_is_full(engine->slice));
        step = has_ended(engine) || step == LAST_STEP ? step + 1 : LAST_STEP;
    }
}

/* What calls are given is for the whole to say; what else there is in a part,
 * for its own. */
static bool is_asked_for(const struct verdict *verdict,
                         const struct subject *subject)
{
    return !verdict->about ||
           (!subject->is_given &&
            (subject->site == verdict->about ||
             !is_made_here(subject, verdict->survey->rules)));
}

static void settle_subject(struct verdict *verdict, struct subject *subject)
{
    look_closer(verdict, subject);
    bool is_left =
        !subject->is_proved && !subject->is_part && !subject->is_told;
    subject->is_open = is_left && !has_ended(subject->last);
    verdict->given_up += subject->is_open;
    if (is_left)
        tell_faults(verdict, subject);
    if (subject->is_open && !subject->is_given && can_be_cut(verdict) &&
        !verdict_has_finding(verdict, subject->site->place, ~(unsigned)AT_CALL))
        (void)judge_part(verdict, subject);
    if (subject->is_part && !subject->is_given)
        subject->proof = judge_part(verdict, subject)->proof;
    else
        prove(verdict, subject);
    forget(verdict, subject);
}

/* The states of the first pass grow with the product of what is made. */
static size_t room_for_first(const struct verdict *verdict)
{
    if (verdict->about)
        return MAX_PART;
    return verdict->subjects.count > MANY_SUBJECTS ? MAX_FIRST : MAX_COARSE;
}

static void settle(struct verdict *verdict)
{
    struct pass pass = { .subject.reach = 0, .apart = 4 };
    find_subjects(verdict);
    pass.max_states = room_for_first(verdict);
    verdict->first = verdict_run(verdict, pass);
    if (verdict->about) /* as the first step about any of them would be */
        verdict->about_all[0] = verdict->first;
    find_others(verdict, verdict->first);
    for (size_t i = 0; i < verdict->subjects.count; i++)
        learn(verdict, &verdict->subjects.items[i], verdict->first);
    for (size_t i = 0; i < verdict->subjects.count && !is_stopped(verdict); i++)
        if (is_asked_for(verdict, &verdict->subjects.items[i]))
            settle_subject(verdict, &verdict->subjects.items[i]);
}

struct analysis *engine_analyze(struct arena *arena,
                                const struct program *program,
                                const struct rule_set *rules,
                                const struct engine_options *options)
{
    static const struct engine_options usual;
    struct analysis *analysis = arena_new(arena, struct analysis);
    const struct survey *survey = survey_make(arena, program, rules);
    struct verdict verdict = { .arena = arena,
                               .survey = survey,
                               .proved = map_make(arena),
                               .parts = map_make(arena),
                               .analysis = analysis,
                               .options = options ? options : &usual };
    const struct interest *interest = verdict.options->interest;
    if (interest)
        verdict.looked = arena_array(
            arena, bool, pointers_count(roots_pointers(survey->roots)));
    analysis->has_entry = roots_has(survey->roots, ROOT_ENTRY);
    analysis->has_unload = roots_has(survey->roots, ROOT_UNLOAD) ||
                           roots_has(survey->roots, ROOT_TEARDOWN);
    settle(&verdict);
    verdict_conclude(&verdict);
    close_all(&verdict);
    if (interest && map_count(verdict.parts) == 0)
        idle_find(survey, verdict.looked, interest);
    return analysis;
}
