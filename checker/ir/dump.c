/* dump.c - the writer of the textual IR.
 *
 * References are by name. The writer first gives a number to every thing whose
 * name something before it has already; a program's references go through
 * `definition`, so that its dump is that of one unit.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "ir/dump.h"

#include "ir/unit.h"
#include "support/arena.h"
#include "support/map.h"
#include "support/strings.h"
#include "support/text.h"

#include <assert.h>
#include <inttypes.h>
#include <string.h>

enum { PLACE_COLUMN = 44 };

struct dumper {
    struct text *out;
    struct dump_options options;
    struct arena *scratch;
    struct strings *strings;
    struct map *numbers; /* what -> its number, when not the first */
    bool is_linked;
    const char *file;  /* what a place without a file name means */
    uint32_t line;     /* where its lines begin */
    size_t line_start; /* length of `out` when the line began */
};

/* Numbers among namesakes. */

static void number_name(struct dumper *dumper, struct map *counts,
                        const char *name, const void *thing)
{
    const char *key = strings_intern(dumper->strings, name);
    unsigned *count = map_get(counts, key);

    if (count == NULL) {
        count = arena_new(dumper->scratch, unsigned);
        map_put(counts, key, count);
    }
    if (++*count > 1)
        map_put(dumper->numbers, thing,
                arena_copy(dumper->scratch, count, sizeof(*count)));
}

/* One that the text does not name has the place where it stands for a name. */
static const char *name_of_record(const struct dumper *dumper,
                                  const struct record *record)
{
    return dumper->options.is_movable && record->name[0] == '(' ? "()"
                                                                : record->name;
}

static void number_records(struct dumper *dumper, struct record **records,
                           size_t count)
{
    struct map *counts = map_make(dumper->scratch);

    for (size_t i = 0; i < count; i++)
        number_name(dumper, counts, name_of_record(dumper, records[i]),
                    records[i]);
}

static void number_globals(struct dumper *dumper, struct global **globals,
                           size_t count)
{
    struct map *counts = map_make(dumper->scratch);

    for (size_t i = 0; i < count; i++)
        number_name(dumper, counts, globals[i]->name, globals[i]);
}

static void number_functions(struct dumper *dumper, struct map *counts,
                             struct function **functions, size_t count)
{
    for (size_t i = 0; i < count; i++)
        number_name(dumper, counts, functions[i]->name, functions[i]);
}

static void number_variables(struct dumper *dumper,
                             const struct function *function)
{
    struct map *counts = map_make(dumper->scratch);

    for (size_t i = 0; i < function->variable_count; i++)
        number_name(dumper, counts, function->variables[i]->name,
                    function->variables[i]);
}

/* Words. */

static bool is_word_character(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= '0' && c <= '9') || c == '_' || c == '$';
}

static bool is_word(const char *name)
{
    for (const char *c = name; *c != '\0'; c++)
        if (!is_word_character(*c))
            return false;
    return name[0] != '\0';
}

/* A word that cannot be taken for a number or a variable. */
static bool is_identifier(const char *name)
{
    return is_word(name) && name[0] != '$' &&
           !(name[0] >= '0' && name[0] <= '9');
}

static void add_quoted(struct text *out, const char *string)
{
    text_add_char(out, '"');
    for (const char *c = string; *c != '\0'; c++) {
        if (*c == '"' || *c == '\\')
            text_addf(out, "\\%c", *c);
        else if (*c == '\n')
            text_add(out, "\\n");
        else if (*c == '\t')
            text_add(out, "\\t");
        else if (*c < ' ' || *c > '~')
            text_addf(out, "\\x%02x", (unsigned)(unsigned char)*c);
        else
            text_add_char(out, *c);
    }
    text_add_char(out, '"');
}

static void add_word(struct text *out, const char *name)
{
    if (is_identifier(name))
        text_add(out, name);
    else
        add_quoted(out, name);
}

static void add_number(struct dumper *dumper, const void *thing)
{
    const unsigned *number = map_get(dumper->numbers, thing);

    if (number != NULL)
        text_addf(dumper->out, "#%u", *number);
}

/* After a sigil any word is a name. */
static void add_name(struct dumper *dumper, char sigil, const char *name,
                     const void *thing)
{
    text_add_char(dumper->out, sigil);
    if (is_word(name))
        text_add(dumper->out, name);
    else
        add_quoted(dumper->out, name);
    add_number(dumper, thing);
}

static void add_record(struct dumper *dumper, const struct record *record)
{
    if (dumper->is_linked)
        record = record->definition;
    add_word(dumper->out, name_of_record(dumper, record));
    add_number(dumper, record);
}

static void add_function(struct dumper *dumper, const struct function *function)
{
    if (dumper->is_linked)
        function = function->definition;
    add_name(dumper, '@', function->name, function);
}

static void add_global(struct dumper *dumper, const struct global *global)
{
    if (dumper->is_linked)
        global = global->definition;
    add_name(dumper, '@', global->name, global);
}

static void add_variable(struct dumper *dumper, const struct variable *variable)
{
    add_name(dumper, '$', variable->name, variable);
}

static void add_type(struct text *out, struct type type)
{
    switch (type.kind) {
    case TYPE_VOID: text_add(out, "void"); return;
    case TYPE_INT:
        text_addf(out, "%c%" PRIu32, type.is_signed ? 'i' : 'u', type.bits);
        return;
    case TYPE_FLOAT: text_addf(out, "f%" PRIu32, type.bits); return;
    case TYPE_POINTER:
    case TYPE_AGGREGATE: break;
    }

    bool is_pointer = type.kind == TYPE_POINTER;
    uint32_t usual = is_pointer ? type_pointer().bits : 0;

    text_add(out, is_pointer ? "ptr" : "agg");
    if (type.bits != usual)
        text_addf(out, "%" PRIu32, type.bits);
}

static void add_type_of(struct dumper *dumper, struct type type,
                        const struct record *record)
{
    add_type(dumper->out, type);
    if (record == NULL)
        return;
    text_add_char(dumper->out, '<');
    add_record(dumper, record);
    text_add_char(dumper->out, '>');
}

static void add_if(struct text *out, bool condition, const char *word)
{
    if (condition)
        text_addf(out, " %s", word);
}

static bool same_file(const char *a, const char *b)
{
    return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

static void add_place(struct dumper *dumper, struct place place)
{
    if (dumper->options.no_places || place.file == NULL)
        return;
    text_add(dumper->out, " ; ");
    int64_t line = place.line;
    if (same_file(place.file, dumper->file)) {
        line -= dumper->line;
    } else {
        add_quoted(dumper->out, place.file);
        text_add_char(dumper->out, ':');
    }
    text_addf(dumper->out, "%" PRId64 ":%" PRIu32, line, place.column);
}

/* The place in a column of its own, and the end of the line. */
static void end_line(struct dumper *dumper, struct place place)
{
    if (!dumper->options.no_places && place.file != NULL)
        while (dumper->out->length - dumper->line_start < PLACE_COLUMN)
            text_add_char(dumper->out, ' ');
    add_place(dumper, place);
    text_add_char(dumper->out, '\n');
    dumper->line_start = dumper->out->length;
}

/* Records. */

static void dump_field(struct dumper *dumper, const struct field *field)
{
    struct text *out = dumper->out;

    text_addf(out, "  %" PRIu64 " ", field->offset);
    add_word(out, field->name);
    text_add_char(out, ' ');
    add_type_of(dumper, field->type, field->record);
    if (field->count != 0)
        text_addf(out, "[%" PRIu64 "]", field->count);
    text_add_char(out, '\n');
}

static void dump_record(struct dumper *dumper, const struct record *record)
{
    struct text *out = dumper->out;

    text_add(out, record->is_union ? "union " : "record ");
    add_record(dumper, record);
    text_addf(out, " %" PRIu64, record->size);
    if (record->field_count > 0) {
        text_add(out, " {\n");
        for (size_t i = 0; i < record->field_count; i++)
            dump_field(dumper, &record->fields[i]);
        text_add_char(out, '}');
    }
    text_add_char(out, '\n');
}

/* Globals. */

static void dump_initial(struct dumper *dumper, const struct initial *initial)
{
    struct text *out = dumper->out;

    text_addf(out, "  %" PRIu64 " ", initial->offset);
    add_type(out, initial->type);
    switch (initial->kind) {
    case INITIAL_INT: text_addf(out, " %" PRId64, initial->value); break;
    case INITIAL_FUNCTION:
        text_add(out, " function ");
        add_function(dumper, initial->function);
        break;
    case INITIAL_GLOBAL:
        text_add(out, " global ");
        add_global(dumper, initial->global);
        if (initial->value != 0)
            text_addf(out, " + %" PRId64, initial->value);
        break;
    case INITIAL_STRING: text_add(out, " string"); break;
    case INITIAL_UNKNOWN: text_add(out, " unknown"); break;
    }
    text_add_char(out, '\n');
}

static void add_spelling(struct text *out, const char *name,
                         const char *spelling)
{
    if (strcmp(name, spelling) == 0)
        return;
    text_add(out, " as ");
    add_word(out, spelling);
}

static void dump_global(struct dumper *dumper, const struct global *global)
{
    struct text *out = dumper->out;

    text_add(out, "global ");
    add_type_of(dumper, global->type, global->record);
    text_add_char(out, ' ');
    add_global(dumper, global);
    if (global->size != global->type.bits)
        text_addf(out, " size %" PRIu64, global->size);
    add_if(out, !global->is_defined, "extern");
    add_if(out, global->is_internal, "internal");
    add_if(out, global->is_constant, "constant");
    add_if(out, global->is_inline, "inline");
    add_spelling(out, global->name, global->spelling);
    if (!dumper->options.is_movable)
        add_place(dumper, global->place);
    if (global->initial_count > 0) {
        text_add(out, " {\n");
        for (size_t i = 0; i < global->initial_count; i++)
            dump_initial(dumper, &global->initials[i]);
        text_add_char(out, '}');
    }
    text_add_char(out, '\n');
}

/* Instructions. */

static void add_temps(struct text *out, const uint32_t *temps, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        text_addf(out, "%s%%%" PRIu32, i == 0 ? "" : ", ", temps[i]);
}

static void add_field(struct dumper *dumper,
                      const struct instruction *instruction)
{
    const struct record *record = instruction->record;
    struct text *out = dumper->out;

    if (record != NULL) {
        const struct field *field = &record->fields[instruction->field];
        text_add_char(out, ' ');
        add_record(dumper, record);
        text_add_char(out, '.');
        if (record_field(record, field->name) == field)
            add_word(out, field->name);
        else
            text_addf(out, "%" PRIu32, instruction->field);
        if (field->offset == (uint64_t)instruction->immediate)
            return;
    }
    text_addf(out, " at %" PRId64, instruction->immediate);
}

/* What stands before the operands: true if they go in parentheses. */
static bool add_subject(struct dumper *dumper,
                        const struct instruction *instruction)
{
    struct text *out = dumper->out;

    switch (op_extra(instruction->op)) {
    case EXTRA_NAME:
        text_add_char(out, ' ');
        add_quoted(out, instruction->name);
        break;
    case EXTRA_FUNCTION:
        text_add_char(out, ' ');
        add_function(dumper, instruction->function);
        break;
    case EXTRA_GLOBAL:
        text_add_char(out, ' ');
        add_global(dumper, instruction->global);
        break;
    case EXTRA_VARIABLE:
        text_add_char(out, ' ');
        add_variable(dumper, instruction->variable);
        break;
    case EXTRA_NONE:
    case EXTRA_IMMEDIATE:
    case EXTRA_FIELD:
    case EXTRA_RECORD: break;
    }
    return op_operands(instruction->op) < 0;
}

static void add_operands(struct dumper *dumper,
                         const struct instruction *instruction)
{
    const uint32_t *operands = instruction->operands;
    uint32_t count = instruction->operand_count;
    struct text *out = dumper->out;

    if (!add_subject(dumper, instruction)) {
        if (count > 0)
            text_add_char(out, ' ');
        add_temps(out, operands, count);
        return;
    }
    if (instruction->op == OP_CALL_INDIRECT) {
        text_addf(out, " %%%" PRIu32, operands[0]);
        operands++;
        count--;
    }
    text_add_char(out, '(');
    add_temps(out, operands, count);
    text_add_char(out, ')');
}

static void dump_instruction(struct dumper *dumper,
                             const struct instruction *instruction)
{
    struct text *out = dumper->out;

    text_add(out, "  ");
    if (instruction->result != NO_TEMP)
        text_addf(out, "%%%" PRIu32 " = ", instruction->result);
    text_add(out, op_text(instruction->op));
    if (op_typing(instruction->op) == TYPING_VARIES) {
        text_add_char(out, ' ');
        add_type_of(dumper, instruction->type,
                    op_extra(instruction->op) == EXTRA_RECORD
                        ? instruction->record
                        : NULL);
    }
    add_operands(dumper, instruction);
    if (op_extra(instruction->op) == EXTRA_IMMEDIATE)
        text_addf(out, "%s%" PRId64, instruction->operand_count ? ", " : " ",
                  instruction->immediate);
    if (op_extra(instruction->op) == EXTRA_FIELD)
        add_field(dumper, instruction);
    end_line(dumper, instruction->place);
}

static void add_cases(struct text *out, const struct terminator *end)
{
    for (uint32_t i = 0; i + 1 < end->target_count; i++)
        text_addf(out, "%" PRId64 ": b%" PRIu32 ", ", end->cases[i],
                  end->targets[i]);
    text_addf(out, "else: b%" PRIu32, end->targets[end->target_count - 1]);
}

static void dump_end(struct dumper *dumper, const struct terminator *end)
{
    struct text *out = dumper->out;

    switch (end->kind) {
    case END_JUMP: text_addf(out, "  jump b%" PRIu32, end->targets[0]); break;
    case END_BRANCH:
        text_addf(out, "  branch %%%" PRIu32 ", b%" PRIu32 ", b%" PRIu32,
                  end->temp, end->targets[0], end->targets[1]);
        break;
    case END_SWITCH:
        text_addf(out, "  switch %%%" PRIu32 ", ", end->temp);
        add_cases(out, end);
        break;
    case END_RETURN:
        text_add(out, "  return");
        if (end->temp != NO_TEMP)
            text_addf(out, " %%%" PRIu32, end->temp);
        break;
    case END_RAISE: text_add(out, "  raise"); break;
    case END_UNREACHABLE: text_add(out, "  unreachable"); break;
    }
    if (end->text != NULL && end->temp != NO_TEMP) {
        text_add_char(out, ' ');
        add_quoted(out, end->text);
    }
    end_line(dumper, end->place);
}

/* Functions. */

static void add_declared(struct dumper *dumper, const struct variable *variable)
{
    add_type_of(dumper, variable->type, variable->record);
    add_if(dumper->out, variable->is_const_pointer, "const");
    add_if(dumper->out, variable->is_void_pointer, "void");
    if (variable->name[0] != '\0') {
        text_add_char(dumper->out, ' ');
        add_variable(dumper, variable);
    }
    if (variable->size != variable->type.bits)
        text_addf(dumper->out, " size %" PRIu64, variable->size);
}

static void add_parameters(struct dumper *dumper,
                           const struct function *function)
{
    text_add_char(dumper->out, '(');
    for (size_t i = 0; i < function->parameter_count; i++) {
        text_add(dumper->out, i > 0 ? ", " : "");
        add_declared(dumper, function->variables[i]);
        add_place(dumper, function->variables[i]->place);
    }
    if (function->is_variadic)
        text_add(dumper->out, function->parameter_count ? ", ..." : "...");
    text_add_char(dumper->out, ')');
}

static void dump_head(struct dumper *dumper, const struct function *function)
{
    struct text *out = dumper->out;

    text_add(out, "function ");
    add_type_of(dumper, function->type, function->record);
    text_add_char(out, ' ');
    add_function(dumper, function);
    add_parameters(dumper, function);
    add_if(out, function->is_internal, "internal");
    add_if(out, function->is_inline, "inline");
    add_if(out, function->is_noreturn, "noreturn");
    add_if(out, function->is_exported, "exported");
    add_if(out, function->is_initializer, "initializer");
    add_if(out, function->is_weak, "weak");
    add_if(out, function->is_system, "system");
    add_spelling(out, function->name, function->spelling);
    if (function->role != NULL) {
        text_add(out, " role ");
        add_word(out, function->role);
    }
    add_place(dumper, function->place);
}

static void dump_body(struct dumper *dumper, const struct function *function)
{
    struct text *out = dumper->out;

    text_add(out, " {\n");
    dumper->line_start = out->length;
    for (size_t i = function->parameter_count; i < function->variable_count;
         i++) {
        text_add(out, "  local ");
        add_declared(dumper, function->variables[i]);
        end_line(dumper, function->variables[i]->place);
    }
    for (size_t i = 0; i < function->block_count; i++) {
        const struct block *block = &function->blocks[i];
        text_addf(out, "b%zu:\n", i);
        dumper->line_start = out->length;
        for (size_t j = 0; j < block->instruction_count; j++)
            dump_instruction(dumper, &block->instructions[j]);
        dump_end(dumper, &block->end);
    }
    text_add_char(out, '}');
    add_place(dumper, function->end);
}

static void start_lines(struct dumper *dumper, const struct function *function)
{
    if (function->place.file == NULL)
        return;
    add_quoted(dumper->out, function->place.file);
    text_add_char(dumper->out, '\n');
    dumper->file = function->place.file;
    dumper->line = function->place.line;
}

static void dump_one_function(struct dumper *dumper,
                              const struct function *function)
{
    const char *unit_file = dumper->file;

    number_variables(dumper, function);
    if (dumper->options.is_movable)
        start_lines(dumper, function);
    dump_head(dumper, function);
    if (function->place.file != NULL)
        dumper->file = function->place.file;
    if (function->block_count > 0)
        dump_body(dumper, function);
    text_add_char(dumper->out, '\n');
    dumper->file = unit_file;
    dumper->line = 0;
}

/* Units and programs. */

static struct dumper dumper_start(struct text *out, struct dump_options options)
{
    struct arena *scratch = arena_open();

    return (struct dumper){
        .out = out,
        .options = options,
        .scratch = scratch,
        .strings = strings_make(scratch),
        .numbers = map_make(scratch),
    };
}

static void number_unit(struct dumper *dumper, const struct unit *unit)
{
    number_records(dumper, unit->records, unit->record_count);
    number_globals(dumper, unit->globals, unit->global_count);
    number_functions(dumper, map_make(dumper->scratch), unit->functions,
                     unit->function_count);
    dumper->file = unit->path;
}

static void dump_allowance(struct dumper *dumper,
                           const struct allowance *allowance)
{
    struct text *out = dumper->out;

    text_add(out, "allowance ");
    add_quoted(out, allowance->text);
    text_addf(out, " %" PRIu32, allowance->line);
    add_place(dumper, allowance->place);
    text_add_char(out, '\n');
}

void dump_unit(struct text *out, const struct unit *unit,
               struct dump_options options)
{
    struct dumper dumper = dumper_start(out, options);

    number_unit(&dumper, unit);
    text_add(out, "unit ");
    add_quoted(out, unit->path);
    text_add_char(out, '\n');
    for (size_t i = 0; i < unit->allowance_count; i++)
        dump_allowance(&dumper, &unit->allowances[i]);
    for (size_t i = 0; i < unit->record_count; i++)
        dump_record(&dumper, unit->records[i]);
    for (size_t i = 0; i < unit->global_count; i++)
        dump_global(&dumper, unit->globals[i]);
    for (size_t i = 0; i < unit->function_count; i++)
        dump_one_function(&dumper, unit->functions[i]);
    arena_close(dumper.scratch);
}

void dump_function(struct text *out, const struct function *function,
                   struct dump_options options)
{
    struct dumper dumper = dumper_start(out, options);

    number_unit(&dumper, function->unit);
    dump_one_function(&dumper, function);
    arena_close(dumper.scratch);
}

void dump_declarations(struct text *out,
                       const struct function *const *functions, size_t count,
                       struct dump_options options)
{
    struct dumper dumper = dumper_start(out, options);

    dumper.options.no_places = true;
    for (size_t i = 0; i < count; i++) {
        const struct function *function = functions[i];
        add_quoted(out, function->unit->path);
        add_if(out, function->is_inert, "inert");
        add_if(out, function->gives_no_pointer, "number");
        add_if(out, function->is_absent, "absent");
        add_if(out, function->block_count > 0, "defined");
        text_add_char(out, ' ');
        dump_head(&dumper, function);
        text_add_char(out, '\n');
    }
    arena_close(dumper.scratch);
}

static bool is_nowhere_defined(const struct function *function)
{
    return function->definition == function && function->block_count == 0;
}

static void dump_declared(struct dumper *dumper, const struct program *program,
                          struct map *counts, bool only_number)
{
    for (size_t i = 0; i < program->unit_count; i++) {
        const struct unit *unit = program->units[i];
        for (size_t j = 0; j < unit->function_count; j++) {
            if (!is_nowhere_defined(unit->functions[j]))
                continue;
            if (only_number)
                number_functions(dumper, counts, &unit->functions[j], 1);
            else
                dump_one_function(dumper, unit->functions[j]);
        }
    }
}

void dump_program(struct text *out, const struct program *program,
                  struct dump_options options)
{
    struct dumper dumper = dumper_start(out, options);
    struct map *counts = map_make(dumper.scratch);

    dumper.is_linked = true;
    number_records(&dumper, program->records, program->record_count);
    number_globals(&dumper, program->globals, program->global_count);
    if (!options.is_movable)
        dump_declared(&dumper, program, counts, true);
    number_functions(&dumper, counts, program->functions,
                     program->function_count);
    for (size_t i = 0; i < program->record_count; i++)
        dump_record(&dumper, program->records[i]);
    for (size_t i = 0; i < program->global_count; i++)
        dump_global(&dumper, program->globals[i]);
    if (!options.is_movable)
        dump_declared(&dumper, program, counts, false);
    for (size_t i = 0; i < program->function_count; i++)
        dump_one_function(&dumper, program->functions[i]);
    arena_close(dumper.scratch);
}
