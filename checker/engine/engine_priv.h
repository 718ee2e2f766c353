/* engine_priv.h - the run of the engine, for the files of this folder. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_ENGINE_ENGINE_PRIV_H
#define UNLOADCHECK_ENGINE_ENGINE_PRIV_H

#include "engine/agenda.h"
#include "engine/engine.h"
#include "engine/evidence.h"
#include "engine/footprint.h"
#include "engine/graph.h"
#include "engine/life.h"
#include "engine/memory.h"
#include "engine/pass.h"
#include "engine/roots.h"
#include "engine/slice.h"
#include "engine/survey.h"
#include "engine/trail.h"
#include "support/map.h"

struct engine {
    struct arena *arena;   /* of the result and all that is kept */
    struct arena *scratch; /* reset after every node */
    const struct program *program;
    const struct rule_set *rules;
    const struct survey *survey;
    struct world world;
    struct roots *roots;
    struct slice *slice;
    struct footprint *footprint;
    struct states *states;
    struct life *life;
    struct map *flows;              /* function -> flow */
    struct map *context_counts;     /* function -> how many contexts */
    struct map *root_globals;       /* where models put routines */
    struct context_entry *contexts; /* by function and entry state */
    struct node_entry *nodes;       /* by context, point and state */
    struct vec_of(struct context *) context_list;
    struct vec_of(const struct node *) queue; /* every node */
    struct agenda *agenda;                    /* those to be executed */
    struct vec_of(struct origin *) origins;
    struct vec_of(struct fault) faults;
    struct vec_of(const struct fault *) losses;
    struct vec_of(struct limit) limits;
    size_t node_count;
    size_t bytes; /* of its arena */
    struct pass pass;
    struct answers *answers; /* to what the run asked its pass */
    struct engine *twin;     /* whose run this one's is; NULL: it ran itself */
    unsigned users;          /* who would not have it closed */
    struct trail *trail;     /* where the runs of this pass went */
    struct evidence *evidence;
};

/* engine.c */
struct engine *engine_make(struct arena *arena, const struct survey *survey,
                           const struct pass *pass);
void engine_run(struct engine *engine);
/* The fault of the pass that is the same as one of another pass, or NULL. */
const struct fault *engine_find_fault(const struct engine *engine,
                                      const struct fault *wanted);
/* Whether a replay met all that it was to meet, without a doubt. */
bool engine_has_all_wanted(const struct engine *engine);
void engine_close(struct engine *engine); /* and its arena */

/* graph.c */
const struct flow *engine_flow(struct engine *engine,
                               const struct function *function);
struct context *engine_context(struct engine *engine,
                               const struct function *function,
                               const struct state *entry,
                               const struct context *from);
/* Adds a node and queues it; NULL when it, or one that stands for it, was
 * there already. The state is a working copy, normalised here. */
const struct node *engine_arrive(struct engine *engine, struct node node,
                                 struct state *state);
/* Another state stands for that one at the start of the block from now on. */
void engine_cover(struct engine *engine, const struct node *at,
                  const struct state *state);
void engine_limit(struct engine *engine, struct place place, const char *text);
/* The node to execute next, each once; NULL: there is none. */
const struct node *engine_next(struct engine *engine);
/* Whether there are as many nodes, or bytes, as the pass may have. */
bool engine_is_full(const struct engine *engine);
/* Whether the instruction is a call of a protocol. */
bool engine_is_protocol(const struct engine *engine,
                        const struct instruction *instruction);
struct point engine_point(const struct engine *engine,
                          const struct context *context, uint32_t block,
                          const struct state *state);
/* Whether the pass goes to that point; notes that it came there from `from`. */
bool engine_goes_to(struct engine *engine, const struct node *from,
                    const struct context *context, uint32_t block,
                    const struct state *state);

/* merge.c */
/* The state at the point of the node, together with what came there before;
 * NULL: nothing new. */
const struct state *merge_into(struct engine *engine, const struct node *at,
                               const struct state *state, bool *is_merged);

/* One state on its way through the block of a node. */
struct step {
    struct engine *engine;
    const struct node *node;
    const struct block *block;
    struct access access;
};

/* execute.c: runs the block from the node on. */
void execute_node(struct engine *engine, const struct node *node);
const struct value *step_operand(const struct step *step, uint32_t index);
/* NULL where nobody needs the operand. */
const struct value *step_find_operand(const struct step *step, uint32_t index);
void step_result(struct step *step, const struct value *value);
/* Something that a proof of the object that is followed stands on. */
void step_note(struct step *step, enum sighting_kind kind);
/* A new task at the next instruction for `state`. */
void step_go_on(struct step *step, struct state *state,
                const struct happening *happenings);

/* call.c: makes a node of the state before its next instruction. */
void step_stop(struct step *step);

/* call.c, own.c, return.c: true when the state goes on behind the call. */
bool execute_call(struct step *step);
bool execute_call_indirect(struct step *step);
bool call_choose_own(struct step *step, const struct function *routine);
void call_return(struct engine *engine, const struct context *context,
                 const struct caller *caller, const struct node *exit);
/* Whether the region is neither a local nor an object: every function that can
 * name it means the same. */
bool call_is_shared(const struct region *region);
bool call_has_region(const struct region *const *regions, size_t count,
                     const struct region *region);
void call_leave(struct step *step, const struct value *result, bool raised);

/* Goes into `callee` with these arguments, from the step's node. */
void call_enter(struct step *step, const struct function *callee,
                const struct value *const *arguments, uint32_t count);

/* inside.c: the tasks from `first` on, and the step itself if it goes on, stand
 * behind a call of a protocol. Adds the runs in which a routine of the driver
 * ran inside it; says whether the step still goes on. */
bool execute_inside(struct step *step, const struct protocol_call *call,
                    size_t first, bool goes_on);
/* Whether the routine is run for what it does, or because it begins what
 * another one ends. */
bool inside_acts(const struct engine *engine, const struct function *routine);

/* external.c: a call of a function that is not there. */
bool execute_external(struct step *step, const struct function *callee,
                      uint32_t first);

/* protocol.c */
/* A copy of the state in which the call gave one of `results`; NULL when it
 * cannot have. */
struct state *protocol_result(struct step *step,
                              const struct result_set *results);
bool execute_protocol_call(struct step *step, const struct protocol_call *call);
/* The name, in the driver's words, of the place where an address points; it
 * holds a handle, or (`whole` not NULL) all of that record. */
const char *place_name(struct engine *engine, const struct state *state,
                       const struct value *address, const struct record *whole);

/* faults.c: whether the path to the node may be none. */
bool fault_is_doubtful(const struct node *node);
void fault_at_moment(struct step *step, enum fault_at at);
/* The last holder of the handle is gone: marks the state. It becomes a fault
 * of its own when the routine that the system called returns and life goes on.
 * Where that is the end of it, one of the two is told: the loss when nothing
 * had been done yet to end the object, else the moment's own rule. */
void fault_lost(struct engine *engine, const struct node *node,
                struct state *state, const struct happening *happenings,
                struct place place);
/* Whether a rule says that it is a fault; `doubt`: if it is the case. */
bool fault_at_call(struct step *step, const struct protocol_call *call,
                   unsigned argument, const struct value *value, bool doubt);

/* The name of the place that an operand of the call was loaded from. */
const char *fault_operand_name(struct step *step, unsigned argument);

/* Whether nothing more comes of the object: the routine that the system called
 * last lost the handle, which is told, or nobody has it and nothing is owed. */
bool fault_at_hub(struct step *step);

/* findings.c: one fault becomes a finding with its story; all of them in order,
 * each once. */
struct finding finding_make(struct arena *arena, struct engine *engine,
                            const struct fault *fault, bool is_possible);
void findings_sort(struct analysis *analysis);

/* proof.c: all that the pass saw of what is made where the origin says, which
 * may be another pass's. What is told lives in `arena`, but for the origin's
 * name. Whether it is safe is for the caller to say, and for each moment. */
struct proof proof_make(struct arena *arena, const struct engine *engine,
                        const struct origin *origin);

#endif
