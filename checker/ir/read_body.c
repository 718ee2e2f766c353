/* read_body.c - the parser of the textual IR: variables and blocks.
 *
 * Temporaries and blocks may be used before the text makes them. While a body
 * is read, operands and targets are indices into the symbols met; at its end
 * they become numbers.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "ir/read_priv.h"
#include "support/arena.h"
#include "support/map.h"
#include "support/nearest.h"
#include "support/strings.h"
#include "support/vec.h"

/* The temporaries, or the blocks, of a body. */
struct symbols {
    struct map *by_key;
    struct vec_of(struct symbol *) met;
    uint32_t made;
};

struct numbers vec_of(uint32_t);

struct body {
    struct parser *parser;
    struct function *function;
    struct symbols temps;
    struct symbols labels;
    struct map *variables; /* key -> struct symbol */
    struct vec_of(struct variable *) declared;
    uint32_t nameless;
    struct vec_of(struct block) blocks;
};

/* Variables. */

static const char *read_variable_name(struct body *body)
{
    struct parser *parser = body->parser;
    struct token token = parser->token;
    struct symbol *symbol;

    if (token.kind != TOKEN_VARIABLE) {
        const char *key =
            arena_format(parser->scratch, "#%u", ++body->nameless);
        symbol = arena_new(parser->scratch, struct symbol);
        symbol->name = strings_intern(parser->strings, "");
        map_put(body->variables, strings_intern(parser->keys, key), symbol);
    } else {
        symbol = parser_symbol(parser, body->variables, TOKEN_VARIABLE,
                               "the name of a variable");
        if (symbol == NULL)
            return "";
    }
    if (symbol->thing != NULL)
        parser_fail(parser, token, "'$%s' is described twice", symbol->name);
    symbol->thing = arena_new(parser->arena, struct variable);
    vec_push(parser->scratch, &body->declared, symbol->thing);
    return symbol->name;
}

static void read_variable(struct body *body)
{
    struct parser *parser = body->parser;
    struct record *record;
    struct type type = parser_type_of(parser, &record);
    bool is_const = parser_accept_word(parser, "const");
    bool is_void = parser_accept_word(parser, "void");
    const char *name = read_variable_name(body);

    if (parser->has_failed)
        return;

    struct variable *variable = vec_last(&body->declared);
    *variable = (struct variable){
        .name = name,
        .type = type,
        .record = record,
        .size = type.bits,
        .is_void_pointer = is_void,
        .is_const_pointer = is_const,
        .number = (uint32_t)body->declared.count - 1,
    };
    if (parser_accept_word(parser, "size"))
        variable->size = parser_size(parser, UINT64_MAX, "a size in bits");
    variable->place = parser_place(parser);
}

static void keep_variables(struct body *body)
{
    struct function *function = body->function;

    function->variables =
        parser_keep(body->parser, body->declared.items, body->declared.count,
                    sizeof(*function->variables));
    function->variable_count = body->declared.count;
}

struct body *parser_parameters(struct parser *parser, struct function *function)
{
    struct body *body = arena_new(parser->scratch, struct body);

    body->parser = parser;
    body->function = function;
    body->temps.by_key = map_make(parser->scratch);
    body->labels.by_key = map_make(parser->scratch);
    body->variables = map_make(parser->scratch);
    parser_expect(parser, '(', "'(' and the parameters");
    if (parser->token.kind != ')') {
        do {
            function->is_variadic = parser_accept(parser, TOKEN_ELLIPSIS);
            if (!function->is_variadic)
                read_variable(body);
        } while (!function->is_variadic && parser_accept(parser, ','));
    }
    parser_expect(parser, ')', "')' after the parameters");
    keep_variables(body);
    function->parameter_count = function->variable_count;
    return body;
}

/* Temporaries and labels. */

/* The index of a temporary or block that is made or used here. */
static uint32_t read_symbol(struct body *body, struct symbols *symbols,
                            int kind, const char *what)
{
    struct parser *parser = body->parser;
    struct symbol *symbol = parser_symbol(parser, symbols->by_key, kind, what);

    if (symbol == NULL)
        return 0;
    if (symbol->thing == NULL) {
        symbol->thing = symbol;
        symbol->index = (uint32_t)symbols->met.count;
        vec_push(parser->scratch, &symbols->met, symbol);
    }
    return symbol->index;
}

static uint32_t read_temp(struct body *body)
{
    return read_symbol(body, &body->temps, TOKEN_TEMP, "a temporary, with '%'");
}

static uint32_t read_target(struct body *body)
{
    return read_symbol(body, &body->labels, TOKEN_WORD, "the label of a block");
}

/* What is made here gets the next number. */
static uint32_t describe(struct body *body, struct symbols *symbols,
                         uint32_t index, struct token at)
{
    if (body->parser->has_failed)
        return 0;

    struct symbol *symbol = symbols->met.items[index];

    if (symbol->is_described)
        parser_fail(body->parser, at, "'%s%s' is made twice",
                    symbols == &body->temps ? "%" : "", symbol->name);
    symbol->is_described = true;
    symbol->number = symbols->made++;
    return symbol->number;
}

static void check_made(struct body *body, const struct symbols *symbols,
                       const char *what)
{
    for (size_t i = 0; i < symbols->met.count; i++) {
        const struct symbol *symbol = symbols->met.items[i];
        if (!symbol->is_described)
            parser_fail(body->parser, symbol->first, "nothing makes the %s%s'",
                        what, symbol->name);
    }
}

/* Instructions. */

static void read_temps(struct body *body, struct numbers *temps)
{
    do {
        vec_push(body->parser->scratch, temps, read_temp(body));
    } while (parser_accept(body->parser, ','));
}

/* "(%1, %2)", or "()" */
static void read_arguments(struct body *body, struct numbers *temps)
{
    struct parser *parser = body->parser;

    parser_expect(parser, '(', "'(' and the operands");
    if (parser->token.kind != ')')
        read_temps(body, temps);
    parser_expect(parser, ')', "')' after the operands");
}

static void read_operands(struct body *body, struct instruction *instruction)
{
    struct parser *parser = body->parser;
    int wanted = op_operands(instruction->op);
    struct numbers temps = { 0 };

    if (wanted < 0) {
        if (instruction->op == OP_CALL_INDIRECT)
            vec_push(parser->scratch, &temps, read_temp(body));
        read_arguments(body, &temps);
    }
    for (int i = 0; i < wanted; i++) {
        if (i > 0)
            parser_expect(parser, ',', "',' and another operand");
        vec_push(parser->scratch, &temps, read_temp(body));
    }
    instruction->operand_count = (uint32_t)temps.count;
    instruction->operands =
        parser_keep(parser, temps.items, temps.count, sizeof(*temps.items));
}

static struct variable *read_variable_use(struct body *body)
{
    struct parser *parser = body->parser;
    const struct symbol *symbol =
        parser_symbol(parser, body->variables, TOKEN_VARIABLE,
                      "the name of a variable, with '$'");

    if (symbol == NULL)
        return NULL;
    if (symbol->thing == NULL)
        parser_fail(parser, symbol->first, "no variable is called '$%s'",
                    symbol->name);
    return symbol->thing;
}

/* What stands between the instruction's word and its operands. */
static void read_subject(struct body *body, struct instruction *instruction)
{
    struct parser *parser = body->parser;

    switch (op_extra(instruction->op)) {
    case EXTRA_NAME:
        instruction->name = parser_string(parser, "a string");
        break;
    case EXTRA_FUNCTION: instruction->function = parser_function(parser); break;
    case EXTRA_GLOBAL: instruction->global = parser_global(parser); break;
    case EXTRA_VARIABLE: instruction->variable = read_variable_use(body); break;
    case EXTRA_NONE:
    case EXTRA_IMMEDIATE:
    case EXTRA_FIELD:
    case EXTRA_RECORD: break;
    }
}

static uint32_t find_field(struct parser *parser, const struct record *record,
                           const char *name, struct token at)
{
    const struct field *field = record_field(record, name);
    struct nearest nearest = nearest_make(name);

    if (field != NULL)
        return (uint32_t)(field - record->fields);
    for (size_t i = 0; i < record->field_count; i++)
        nearest_try(&nearest, record->fields[i].name);
    if (nearest.best != NULL)
        parser_fail(parser, at,
                    "record '%s' has no field '%s'; did you mean '%s'?",
                    record->name, name, nearest.best);
    else
        parser_fail(parser, at, "record '%s' has no field '%s'", record->name,
                    name);
    return 0;
}

/* "Record.Name" or "Record.3" */
static void read_field_name(struct body *body, struct instruction *instruction)
{
    struct parser *parser = body->parser;
    struct token record_token = parser->token;
    struct record *record = parser_record(parser);

    parser_expect(parser, '.', "'.' and the name of a field");
    if (record == NULL || parser->has_failed)
        return;

    struct token token = parser->token;

    instruction->record = record;
    if (record->name == NULL)
        parser_fail(parser, record_token, "nothing describes the record '%.*s'",
                    (int)record_token.length, record_token.text);
    else if (token.kind != TOKEN_NUMBER)
        instruction->field = find_field(
            parser, record, parser_name(parser, "the name of a field"), token);
    else if (record->field_count == 0)
        parser_fail(parser, token, "record '%s' has no fields", record->name);
    else
        instruction->field = (uint32_t)parser_size(
            parser, record->field_count - 1, "the number of a field");
    if (!parser->has_failed)
        instruction->immediate =
            (int64_t)record->fields[instruction->field].offset;
}

/* A record may be called "at": it is one if a '.' follows. */
static bool accept_at(struct parser *parser)
{
    struct scanner ahead = parser->scanner;

    return token_is(&parser->token, "at") && scanner_next(&ahead).kind != '.' &&
           parser_accept_word(parser, "at");
}

static void read_field_of(struct body *body, struct instruction *instruction)
{
    struct parser *parser = body->parser;
    bool has_offset;

    if (parser->token.starts_line)
        parser_expected(parser, "the name of a record, or 'at'");
    has_offset = accept_at(parser);
    if (!has_offset) {
        read_field_name(body, instruction);
        has_offset = accept_at(parser);
    }
    if (has_offset)
        instruction->immediate = parser_integer(parser, "an offset in bits");
}

static void read_rest(struct body *body, struct instruction *instruction)
{
    struct parser *parser = body->parser;
    enum op_extra extra = op_extra(instruction->op);

    instruction->type = typing_type(op_typing(instruction->op));
    if (extra == EXTRA_RECORD)
        instruction->type = parser_type_of(parser, &instruction->record);
    else if (op_typing(instruction->op) == TYPING_VARIES)
        instruction->type = parser_type(parser);
    read_subject(body, instruction);
    read_operands(body, instruction);
    if (extra == EXTRA_IMMEDIATE) {
        if (instruction->operand_count > 0)
            parser_expect(parser, ',', "',' and a number");
        instruction->immediate = parser_integer(parser, "a number");
    }
    if (extra == EXTRA_FIELD)
        read_field_of(body, instruction);
    instruction->place = parser_place(parser);
}

static enum op find_op(const struct token *token)
{
    for (int i = 0; i < OP_COUNT; i++)
        if (token_is(token, op_text((enum op)i)))
            return (enum op)i;
    return OP_COUNT;
}

/* The word is behind: it may have been a label. */
static void fail_word(struct parser *parser, struct token word)
{
    const char *name = arena_strndup(parser->scratch, word.text, word.length);
    struct nearest nearest = nearest_make(name);

    for (int i = 0; i < OP_COUNT; i++)
        nearest_try(&nearest, op_text((enum op)i));
    if (parser->token.kind == ':')
        parser_fail(parser, word, "the block before '%s' does not end", name);
    else if (nearest.best != NULL)
        parser_fail(parser, word,
                    "no instruction is called '%s'; did you mean '%s'?", name,
                    nearest.best);
    else
        parser_fail(parser, word, "no instruction is called '%s'", name);
}

/* An instruction that makes a value has a name for it, and only then. */
static void check_result(struct parser *parser, bool has_name, struct token at,
                         const struct instruction *instruction)
{
    bool makes = instruction_type(instruction).kind != TYPE_VOID;
    const char *text = op_text(instruction->op);

    if (makes && !has_name)
        parser_fail(parser, at, "'%s' makes a value: write '%%name = %s ...'",
                    text, text);
    if (!makes && has_name)
        parser_fail(parser, at, "'%s' makes no value here", text);
}

static struct instruction read_instruction(struct body *body)
{
    struct parser *parser = body->parser;
    struct instruction instruction = { .result = NO_TEMP };
    struct token name = parser->token;
    bool has_name = name.kind == TOKEN_TEMP;
    uint32_t result = has_name ? read_temp(body) : 0;

    if (has_name)
        parser_expect(parser, '=', "'=' after the temporary");

    struct token word = parser->token;

    parser_expect(parser, TOKEN_WORD, "an instruction");
    instruction.op = find_op(&word);
    if (instruction.op == OP_COUNT) {
        fail_word(parser, word);
        instruction.op = OP_UNKNOWN;
        return instruction;
    }
    read_rest(body, &instruction);
    check_result(parser, has_name, word, &instruction);
    if (has_name)
        instruction.result = describe(body, &body->temps, result, name);
    parser_end_line(parser);
    body->function->unit->opaque_count += instruction.op == OP_OPAQUE;
    return instruction;
}

/* Ends of blocks. */

static void read_targets(struct body *body, struct terminator *end,
                         uint32_t count)
{
    struct parser *parser = body->parser;

    end->target_count = count;
    end->targets = arena_array(parser->arena, uint32_t, count);
    for (uint32_t i = 0; i < count; i++) {
        if (i > 0)
            parser_expect(parser, ',', "',' and another label");
        end->targets[i] = read_target(body);
    }
}

static void read_cases(struct body *body, struct terminator *end)
{
    struct parser *parser = body->parser;
    struct vec_of(int64_t) cases = { 0 };
    struct numbers targets = { 0 };

    while (parser->token.kind == TOKEN_NUMBER) {
        int64_t value = parser_integer(parser, "a case");
        vec_push(parser->scratch, &cases, value);
        parser_expect(parser, ':', "':' after the case");
        vec_push(parser->scratch, &targets, read_target(body));
        parser_expect(parser, ',', "',' and another case or 'else'");
    }
    if (!parser_accept_word(parser, "else"))
        parser_expected(parser, "a case or 'else'");
    parser_expect(parser, ':', "':' after 'else'");
    vec_push(parser->scratch, &targets, read_target(body));
    end->cases =
        parser_keep(parser, cases.items, cases.count, sizeof(*cases.items));
    end->target_count = (uint32_t)targets.count;
    end->targets = parser_keep(parser, targets.items, targets.count,
                               sizeof(*targets.items));
}

static void read_condition(struct body *body, struct terminator *end)
{
    end->temp = read_temp(body);
    parser_expect(body->parser, ',', "',' after the temporary");
    if (end->kind == END_SWITCH)
        read_cases(body, end);
    else
        read_targets(body, end, 2);
    if (body->parser->token.kind == TOKEN_STRING)
        end->text = parser_string(body->parser, "the condition");
}

/* False if the token is not a word that ends a block. */
static bool read_end(struct body *body, struct terminator *end)
{
    static const char *const words[] = {
        [END_JUMP] = "jump",     [END_BRANCH] = "branch",
        [END_SWITCH] = "switch", [END_RETURN] = "return",
        [END_RAISE] = "raise",   [END_UNREACHABLE] = "unreachable",
    };
    struct parser *parser = body->parser;
    int kind = END_JUMP;

    while (kind <= END_UNREACHABLE && !parser_accept_word(parser, words[kind]))
        kind++;
    if (kind > END_UNREACHABLE)
        return false;
    *end = (struct terminator){
        .kind = (enum terminator_kind)kind,
        .temp = NO_TEMP,
    };
    if (end->kind == END_JUMP)
        read_targets(body, end, 1);
    else if (end->kind == END_BRANCH || end->kind == END_SWITCH)
        read_condition(body, end);
    else if (end->kind == END_RETURN && !parser->token.starts_line &&
             parser->token.kind == TOKEN_TEMP)
        end->temp = read_temp(body);
    end->place = parser_place(parser);
    parser_end_line(parser);
    return true;
}

static void read_block(struct body *body)
{
    struct parser *parser = body->parser;
    struct vec_of(struct instruction) instructions = { 0 };
    struct block block = { .instruction_count = 0 };
    struct token label = parser->token;
    uint32_t index = read_target(body);

    parser_expect(parser, ':', "':' after the label of a block");
    describe(body, &body->labels, index, label);
    while (!parser->has_failed && !read_end(body, &block.end)) {
        struct instruction instruction = read_instruction(body);
        vec_push(parser->scratch, &instructions, instruction);
    }
    block.instruction_count = instructions.count;
    block.instructions =
        parser_keep(parser, instructions.items, instructions.count,
                    sizeof(*instructions.items));
    vec_push(parser->scratch, &body->blocks, block);
}

/* From indices to numbers. */

static void resolve_temp(const struct body *body, uint32_t *temp)
{
    *temp = body->temps.met.items[*temp]->number;
}

static void resolve_end(const struct body *body, struct terminator *end,
                        const struct type *types)
{
    for (uint32_t i = 0; i < end->target_count; i++)
        end->targets[i] = body->labels.met.items[end->targets[i]]->number;
    if (end->temp != NO_TEMP) {
        resolve_temp(body, &end->temp);
        end->type = types[end->temp];
    }
}

static void resolve(struct body *body)
{
    struct type *types =
        arena_array(body->parser->scratch, struct type, body->temps.made);

    vec_each (struct block, block, &body->blocks) {
        for (size_t i = 0; i < block->instruction_count; i++) {
            struct instruction *instruction = &block->instructions[i];
            for (uint32_t j = 0; j < instruction->operand_count; j++)
                resolve_temp(body, &instruction->operands[j]);
            if (instruction->result != NO_TEMP)
                types[instruction->result] = instruction_type(instruction);
        }
    }
    vec_each (struct block, block, &body->blocks)
        resolve_end(body, &block->end, types);
}

/* The opening brace is behind. */
void parser_body(struct body *body)
{
    struct parser *parser = body->parser;
    struct function *function = body->function;

    while (parser_accept_word(parser, "local")) {
        read_variable(body);
        parser_end_line(parser);
    }
    keep_variables(body);
    do {
        read_block(body);
    } while (parser->token.kind != '}' && !parser->has_failed);
    parser_expect(parser, '}', "'}'");
    function->end = parser_place(parser);
    check_made(body, &body->temps, "temporary '%");
    check_made(body, &body->labels, "block '");
    if (parser->has_failed)
        return;
    resolve(body);
    function->temp_count = body->temps.made;
    function->block_count = body->blocks.count;
    function->blocks =
        parser_keep(parser, body->blocks.items, body->blocks.count,
                    sizeof(*body->blocks.items));
}
