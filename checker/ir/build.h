/* build.h - makes the body of a function, instruction by instruction.
 *
 * For whoever lowers to the IR: the frontend and the compiler of models. A
 * draft of the function is kept in a scratch arena until build_finish drops
 * the blocks that nothing reaches, numbers the rest in reverse post-order and
 * the temporaries in the order they are made, and copies everything into the
 * arena of the unit.
 *
 *     struct builder *b = build_start(scratch, unit, function);
 *     struct variable *x = build_parameter(b, name, type_int(32, true), NULL);
 *     uint32_t value = build_load(b, x->type, build_local(b, x));
 *     build_return(b, value);
 *     build_finish(b);
 *
 * There is always a current block; the first one, 0, is where the function
 * starts. An instruction added to a block that has already ended goes to a new
 * block that nothing reaches, which becomes the current one: code after a
 * `return` needs no special care. Ending a block that has ended does nothing.
 * The numbers of blocks and temporaries that the functions here give and take
 * are the draft's; build_finish changes them.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_IR_BUILD_H
#define UNLOADCHECK_IR_BUILD_H

#include "ir/function.h"

struct arena;
struct build_draft;

struct builder {
    struct arena *arena; /* of the unit */
    struct function *function;
    struct place place; /* given to what is added from now on */
    uint32_t block;     /* the current one: read only, see build_enter */
    struct build_draft *draft;
};

/* `function` belongs to `unit` and has no body yet; its `unit` is set here.
 * The builder lives in `scratch`, until build_finish or build_declare. */
struct builder *build_start(struct arena *scratch, struct unit *unit,
                            struct function *function);

/* Ends the work: sets the function's variables, blocks and counts, and adds to
 * the unit's opaque_count. A block that was not ended returns; what it returns
 * is unknown unless the function is void. */
void build_finish(struct builder *builder);

/* Ends the work without a body: only the parameters are kept. */
void build_declare(struct builder *builder);

/* A new parameter (all of them come before the first local) or local, placed at
 * builder->place. NULL for `name` makes one up. Its size is that of the type;
 * the caller corrects `size` where it knows better (an array). */
struct variable *build_parameter(struct builder *builder, const char *name,
                                 struct type type, struct record *record);
struct variable *build_variable(struct builder *builder, const char *name,
                                struct type type, struct record *record);

/* A new block, empty; the current block stays what it is. */
uint32_t build_block(struct builder *builder);

/* Makes `block` the current one; more may be added at its end. */
void build_enter(struct builder *builder, uint32_t block);

/* Whether the current block has ended. */
bool build_has_ended(const struct builder *builder);

/* The type of what a temporary holds (i32 for a comparison). */
struct type build_type(const struct builder *builder, uint32_t temp);

/* One instruction each, at the end of the current block; the result is its
 * temporary. See ops.def for what they mean. */
uint32_t build_const(struct builder *builder, struct type type, int64_t value);
uint32_t build_null(struct builder *builder);
uint32_t build_string(struct builder *builder, const char *text);
uint32_t build_function(struct builder *builder, struct function *function);
uint32_t build_unknown(struct builder *builder, struct type type);
uint32_t build_global(struct builder *builder, struct global *global);
uint32_t build_local(struct builder *builder, struct variable *variable);
/* `offset` in bits, usually record->fields[field].offset. With a NULL record
 * only the offset counts. */
uint32_t build_field(struct builder *builder, uint32_t base,
                     struct record *record, uint32_t field, int64_t offset);
/* base + index * `scale` bytes */
uint32_t build_index(struct builder *builder, uint32_t base, uint32_t index,
                     int64_t scale);

uint32_t build_load(struct builder *builder, struct type type,
                    uint32_t address);
void build_store(struct builder *builder, struct type type, uint32_t address,
                 uint32_t value);
void build_copy(struct builder *builder, uint32_t to, uint32_t from,
                uint32_t size);
void build_fill(struct builder *builder, uint32_t to, uint32_t byte,
                uint32_t size);
void build_havoc(struct builder *builder, uint32_t address);
uint32_t build_alloc(struct builder *builder, uint32_t size);
uint32_t build_object(struct builder *builder, uint32_t address);
uint32_t build_faults(struct builder *builder, uint32_t address);
void build_free(struct builder *builder, uint32_t address);
void build_live(struct builder *builder, struct variable *variable);
void build_dead(struct builder *builder, struct variable *variable);

/* NEG and NOT; ADD to GE. `type` is the operands' type. */
uint32_t build_unary(struct builder *builder, enum op op, struct type type,
                     uint32_t operand);
uint32_t build_binary(struct builder *builder, enum op op, struct type type,
                      uint32_t left, uint32_t right);
/* `record` is what a pointer now points to, or NULL. */
uint32_t build_cast(struct builder *builder, struct type type,
                    struct record *record, uint32_t value);

/* A call's result is NO_TEMP when its type is void. */
uint32_t build_call(struct builder *builder, struct function *function,
                    const uint32_t *arguments, size_t count);
uint32_t build_call_indirect(struct builder *builder, struct type type,
                             uint32_t target, const uint32_t *arguments,
                             size_t count);
uint32_t build_raised(struct builder *builder);
/* NO_TEMP when the type is void. `name` is kept, not copied. */
uint32_t build_opaque(struct builder *builder, struct type type,
                      const char *name, const uint32_t *operands, size_t count);

/* The ways to end the current block. `text` is the condition as written, or
 * NULL; it is kept, not copied. */
void build_jump(struct builder *builder, uint32_t target);
void build_branch(struct builder *builder, uint32_t temp, uint32_t if_true,
                  uint32_t if_false, const char *text);
/* `targets` has one more than `cases`: where no case fits. */
void build_switch(struct builder *builder, uint32_t temp, const int64_t *cases,
                  const uint32_t *targets, size_t case_count, const char *text);
void build_return(struct builder *builder, uint32_t temp_or_none);
void build_raise(struct builder *builder);
void build_unreachable(struct builder *builder);

#endif
