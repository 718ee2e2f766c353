/* ir-run.c - runs what the frontend makes of a C file.
 *
 *     ir-run HEADERS FILE [FLAG...]
 *
 * Calls main() and ends with what it returns. Memory is the machine's own, so
 * the target given with the flags must have the pointers of this one. Of
 * functions without a body there are printf, which does it with integers and
 * strings, and raise_exception, which leaves by an exception.
 *
 * A temporary that holds the address of a bit-field has, beside it, the number
 * of bits that it starts behind the byte.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/capture.h"
#include "ir/unit.h"
#include "ir/verify.h"
#include "support/arena.h"
#include "support/fail.h"
#include "support/map.h"
#include "support/strings.h"

#include <setjmp.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ARGUMENT_LIMIT = 16 };

struct machine {
    struct arena *arena;
    struct map *globals; /* struct global -> its memory */
    struct unit *unit;
    bool raised;
};

struct activation {
    struct machine *machine;
    const struct function *function;
    int64_t *temps;
    unsigned *bits;
    char **variables;
};

static int64_t call(struct machine *machine, const struct function *function,
                    const int64_t *arguments, size_t count);

static void stop(const char *why)
{
    fprintf(stderr, "ir-run: %s\n", why);
    exit(3);
}

static int64_t wrap(struct type type, uint64_t value)
{
    if (type.kind != TYPE_INT || type.bits == 0 || type.bits >= 64)
        return (int64_t)value;
    uint64_t mask = (UINT64_C(1) << type.bits) - 1;
    value &= mask;
    if (type.is_signed && value >> (type.bits - 1))
        value |= ~mask;
    return (int64_t)value;
}

static size_t bytes_of(struct type type, unsigned bit)
{
    return (type.bits + bit + 7) / 8;
}

static int64_t load(struct type type, int64_t address, unsigned bit)
{
    uint64_t value = 0;
    memcpy(&value, (void *)address, bytes_of(type, bit));
    return wrap(type, value >> bit);
}

static void store(struct type type, int64_t address, unsigned bit,
                  int64_t value)
{
    uint64_t old = 0, mask = ~UINT64_C(0);
    size_t size = bytes_of(type, bit);
    if (type.bits < 64)
        mask = (UINT64_C(1) << type.bits) - 1;
    memcpy(&old, (void *)address, size);
    old = (old & ~(mask << bit)) | (((uint64_t)value & mask) << bit);
    memcpy((void *)address, &old, size);
}

static char *memory(struct machine *machine, uint64_t bits)
{
    return arena_alloc(machine->arena, bits / 8 + 16);
}

static int64_t divide(enum op op, struct type type, int64_t a, int64_t b)
{
    if (b == 0)
        stop("division by zero");
    if (!type.is_signed)
        return (int64_t)(op == OP_DIV ? (uint64_t)a / (uint64_t)b
                                      : (uint64_t)a % (uint64_t)b);
    if (b == -1)
        return op == OP_DIV ? (int64_t)(0 - (uint64_t)a) : 0;
    return op == OP_DIV ? a / b : a % b;
}

static int64_t shift(enum op op, struct type type, int64_t a, int64_t b)
{
    unsigned count = (unsigned)b & (type.bits > 32 ? 63 : 31);
    if (op == OP_SHL)
        return (int64_t)((uint64_t)a << count);
    return type.is_signed ? a >> count : (int64_t)((uint64_t)a >> count);
}

static bool compare(enum op op, struct type type, int64_t a, int64_t b)
{
    bool less = type.is_signed ? a < b : (uint64_t)a < (uint64_t)b;
    if (op == OP_EQ || op == OP_NE)
        return (a == b) == (op == OP_EQ);
    if (op == OP_LT || op == OP_GE)
        return less == (op == OP_LT);
    return (less || a == b) == (op == OP_LE);
}

static int64_t binary(const struct instruction *i, int64_t a, int64_t b)
{
    uint64_t x = (uint64_t)a, y = (uint64_t)b;
    if (i->op >= OP_EQ && i->op <= OP_GE)
        return compare(i->op, i->type, a, b);
    if (i->op == OP_DIV || i->op == OP_REM)
        return wrap(i->type, (uint64_t)divide(i->op, i->type, a, b));
    if (i->op == OP_SHL || i->op == OP_SHR)
        return wrap(i->type, (uint64_t)shift(i->op, i->type, a, b));
    uint64_t result = i->op == OP_ADD   ? x + y
                      : i->op == OP_SUB ? x - y
                      : i->op == OP_MUL ? x * y
                      : i->op == OP_AND ? (x & y)
                      : i->op == OP_OR  ? (x | y)
                                        : (x ^ y);
    return wrap(i->type, result);
}

/* A string's escapes that tests use. */
static int64_t string(struct machine *machine, const char *text)
{
    char *copy = arena_strdup(machine->arena, text);
    char *to = copy;
    for (const char *from = text; *from; from++) {
        bool is_escape = from[0] == '\\' && from[1] == 'n';
        *to++ = is_escape ? '\n' : *from;
        from += is_escape;
    }
    *to = '\0';
    return (int64_t)copy;
}

static int64_t external(struct machine *machine,
                        const struct function *function, const int64_t *a)
{
    if (strcmp(function->name, "raise_exception") == 0) {
        machine->raised = true;
        return 0;
    }
    if (strcmp(function->name, "printf") != 0)
        stop(function->name);
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    return printf((const char *)a[0], a[1], a[2], a[3], a[4], a[5]);
}

static int64_t run_call(struct activation *run, const struct instruction *i,
                        const struct function *function, size_t first)
{
    int64_t arguments[ARGUMENT_LIMIT] = { 0 };
    size_t count = i->operand_count - first;
    if (count > ARGUMENT_LIMIT)
        stop("too many arguments");
    for (size_t n = 0; n < count; n++)
        arguments[n] = run->temps[i->operands[first + n]];
    return wrap(i->type,
                (uint64_t)call(run->machine, function, arguments, count));
}

static int64_t evaluate(struct activation *run, const struct instruction *i)
{
    struct machine *machine = run->machine;
    int64_t a = i->operand_count > 0 ? run->temps[i->operands[0]] : 0;
    int64_t b = i->operand_count > 1 ? run->temps[i->operands[1]] : 0;
    int64_t c = i->operand_count > 2 ? run->temps[i->operands[2]] : 0;
    unsigned bit = i->operand_count > 0 ? run->bits[i->operands[0]] : 0;
    bool raised = machine->raised;
    if (i->op >= OP_ADD && i->op <= OP_GE)
        return binary(i, a, b);
    switch ((int)i->op) {
    case OP_CONST: return i->immediate;
    case OP_STRING: return string(machine, i->name);
    case OP_FUNCTION: return (int64_t)i->function;
    case OP_GLOBAL: return (int64_t)map_get(machine->globals, i->global);
    case OP_LOCAL: return (int64_t)run->variables[i->variable->number];
    case OP_FIELD:
        run->bits[i->result] = (unsigned)((bit + (uint64_t)i->immediate) % 8);
        return a + (int64_t)((bit + (uint64_t)i->immediate) / 8);
    case OP_INDEX: return a + b * i->immediate;
    case OP_LOAD: return load(i->type, a, bit);
    case OP_STORE: store(i->type, a, bit, b); return 0;
    case OP_COPY: memmove((void *)a, (void *)b, (size_t)c); return 0;
    case OP_FILL: memset((void *)a, (int)b, (size_t)c); return 0;
    case OP_OBJECT: return a;
    case OP_FAULTS: return 0;
    case OP_ALLOC: return (int64_t)memory(machine, (uint64_t)a * 8);
    case OP_LIVE:
        memset(run->variables[i->variable->number], 0xa5,
               i->variable->size / 8);
        return 0;
    case OP_DEAD:
        memset(run->variables[i->variable->number], 0x5a,
               i->variable->size / 8);
        return 0;
    case OP_NEG: return wrap(i->type, 0 - (uint64_t)a);
    case OP_NOT: return wrap(i->type, ~(uint64_t)a);
    case OP_CAST: return wrap(i->type, (uint64_t)a);
    case OP_CALL: return run_call(run, i, i->function, 0);
    case OP_CALL_INDIRECT:
        return run_call(run, i, (const struct function *)a, 1);
    case OP_RAISED: machine->raised = false; return raised;
    default: stop(op_text(i->op)); return 0;
    }
}

/* The next block, or -1 when the function is left. */
static long leave_block(struct activation *run, const struct terminator *end,
                        int64_t *result)
{
    int64_t value = end->temp != NO_TEMP ? run->temps[end->temp] : 0;
    uint32_t chosen = 0;
    switch (end->kind) {
    case END_JUMP: return end->targets[0];
    case END_BRANCH: return end->targets[value != 0 ? 0 : 1];
    case END_SWITCH:
        while (chosen + 1 < end->target_count && end->cases[chosen] != value)
            chosen++;
        return end->targets[chosen];
    case END_RETURN: *result = value; return -1;
    case END_RAISE: run->machine->raised = true; return -1;
    case END_UNREACHABLE: stop("unreachable"); return -1;
    }
    return -1;
}

static int64_t run_function(struct activation *run)
{
    int64_t result = 0;
    long at = 0;
    while (at >= 0) {
        const struct block *block = &run->function->blocks[at];
        for (size_t n = 0; n < block->instruction_count; n++) {
            const struct instruction *i = &block->instructions[n];
            int64_t value = evaluate(run, i);
            if (i->result != NO_TEMP)
                run->temps[i->result] = value;
            bool asks =
                n + 1 < block->instruction_count && i[1].op == OP_RAISED;
            if (run->machine->raised && !asks)
                return 0;
        }
        at = leave_block(run, &block->end, &result);
    }
    return result;
}

static int64_t call(struct machine *machine, const struct function *function,
                    const int64_t *arguments, size_t count)
{
    if (function->block_count == 0)
        return external(machine, function, arguments);
    struct machine inner = *machine;
    struct activation run = { &inner, function, NULL, NULL, NULL };
    inner.arena = arena_open();
    run.temps = arena_array(inner.arena, int64_t, function->temp_count);
    run.bits = arena_array(inner.arena, unsigned, function->temp_count);
    run.variables = arena_array(inner.arena, char *, function->variable_count);
    for (size_t n = 0; n < function->variable_count; n++) {
        const struct variable *variable = function->variables[n];
        run.variables[n] = memory(&inner, variable->size);
        if (n < count && n < function->parameter_count)
            store(variable->type, (int64_t)run.variables[n], 0, arguments[n]);
    }
    int64_t result = run_function(&run);
    machine->raised = inner.raised;
    arena_close(inner.arena);
    return result;
}

static void set_initial(struct machine *machine, char *at,
                        const struct initial *initial)
{
    int64_t value = initial->value;
    if (initial->kind == INITIAL_FUNCTION)
        value = (int64_t)initial->function;
    else if (initial->kind == INITIAL_GLOBAL)
        value = (int64_t)map_get(machine->globals, initial->global) +
                initial->value / 8;
    store(initial->type, (int64_t)(at + initial->offset / 8),
          (unsigned)(initial->offset % 8), value);
}

static void set_globals(struct machine *machine)
{
    const struct unit *unit = machine->unit;
    for (size_t n = 0; n < unit->global_count; n++)
        map_put(machine->globals, unit->globals[n],
                memory(machine, unit->globals[n]->size));
    for (size_t n = 0; n < unit->global_count; n++) {
        const struct global *global = unit->globals[n];
        for (size_t m = 0; m < global->initial_count; m++)
            set_initial(machine, map_get(machine->globals, global),
                        &global->initials[m]);
    }
}

int main(int count, char **words)
{
    struct machine machine = { .arena = arena_open() };
    struct fail *fail = fail_make(machine.arena);
    struct capture_options options = { 0 };
    if (count < 3)
        return 2;
    options.headers = words[1];
    capture_prepare();
    capture_load(machine.arena, fail, NULL);
    machine.globals = map_make(machine.arena);
    machine.unit = capture_file(machine.arena, strings_make(machine.arena),
                                words[2], (const char *const *)words + 3,
                                (size_t)count - 3, &options, fail);
    bool is_good = machine.unit && unit_verify(machine.unit, fail);
    fail_print(fail, stderr);
    if (!is_good)
        return 2;
    set_globals(&machine);
    int64_t result = 0;
    for (size_t n = 0; n < machine.unit->function_count; n++)
        if (strcmp(machine.unit->functions[n]->name, "main") == 0)
            result = call(&machine, machine.unit->functions[n], NULL, 0);
    fflush(stdout);
    arena_close(machine.arena);
    return (int)result;
}
