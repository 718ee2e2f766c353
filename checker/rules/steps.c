/* steps.c - a parser by recursive descent for the steps of a model.
 *
 * Method: one function per level of the grammar; binary operators by
 * precedence climbing. After the first mistake in a text the parser gives up
 * on that text: lexer.token becomes the end. Nesting is limited, so no text
 * can exhaust the stack.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "rules/steps.h"

#include "ir/unit.h"
#include "rules/lexer.h"
#include "rules/words.h"
#include "support/nearest.h"
#include "support/printf_like.h"
#include "support/strings.h"

#include <string.h>

enum { MAX_DEPTH = 64 };

struct parser {
    struct reader *reader;
    const struct model *model;
    struct lexer lexer;
    struct names locals;
    unsigned depth;
    bool failed;
};

static struct expression *parse_expression(struct parser *parser);
static struct expression *parse_unary(struct parser *parser);
static void parse_statement(struct parser *parser, struct statements *into);

PRINTF_LIKE(2, 3)
static void tell(struct parser *parser, const char *format, ...)
{
    va_list arguments;

    if (parser->failed)
        return;
    va_start(arguments, format);
    const char *text = arena_vformat(parser->reader->arena, format, arguments);
    va_end(arguments);
    fail_add(parser->reader->fail, parser->lexer.token.place, "%s", text);
    parser->reader->failed = true;
    parser->failed = true;
}

static const char *shown(const struct parser *parser)
{
    if (parser->lexer.token.kind == TOKEN_END)
        return "the end";
    return arena_format(parser->reader->arena, "'%s'",
                        parser->lexer.token.text);
}

static bool at(const struct parser *parser, const char *text)
{
    return !parser->failed && lexer_is(&parser->lexer, text);
}

static void skip(struct parser *parser)
{
    bool before = parser->reader->failed;

    parser->reader->failed = false;
    lexer_next(&parser->lexer);
    parser->failed |= parser->reader->failed;
    parser->reader->failed |= before;
}

static bool accept(struct parser *parser, const char *text)
{
    if (!at(parser, text))
        return false;
    skip(parser);
    return true;
}

static void expect(struct parser *parser, const char *text)
{
    if (!accept(parser, text))
        tell(parser, "expected '%s', got %s", text, shown(parser));
}

static const char *expect_word(struct parser *parser, const char *what)
{
    const char *text = parser->lexer.token.text;

    if (parser->lexer.token.kind != TOKEN_WORD) {
        tell(parser, "expected %s, got %s", what, shown(parser));
        return "";
    }
    skip(parser);
    return text;
}

static bool enter(struct parser *parser)
{
    if (++parser->depth > MAX_DEPTH)
        tell(parser, "the steps are nested too deeply");
    return !parser->failed;
}

static struct place place_now(const struct parser *parser)
{
    struct fail_place place = parser->lexer.token.place;

    return (struct place){ .file = parser->reader->path,
                           .line = place.line,
                           .column = place.column };
}

static struct expression *make(struct parser *parser, enum expression_kind kind)
{
    struct expression *made =
        arena_new(parser->reader->arena, struct expression);

    made->kind = kind;
    made->place = place_now(parser);
    return made;
}

/* Names. */

static bool is_known(const struct parser *parser, const char *name)
{
    vec_each (struct model_parameter, parameter, &parser->model->parameters)
        if (strcmp(parameter->name, name) == 0)
            return true;
    vec_each (const char *, local, &parser->locals)
        if (*local == name)
            return true;
    return false;
}

static const char *nearest_name(const struct parser *parser, const char *name)
{
    struct nearest nearest = nearest_make(name);

    vec_each (struct model_parameter, parameter, &parser->model->parameters)
        nearest_try(&nearest, parameter->name);
    vec_each (const char *, local, &parser->locals)
        nearest_try(&nearest, *local);
    return nearest.best;
}

/* What is called may also be a function of any name, but hardly one that looks
 * like a parameter. */
static void check_known(struct parser *parser, const char *name, bool is_called)
{
    if (is_known(parser, name))
        return;

    const char *best = nearest_name(parser, name);

    if (!is_called || best)
        tell(parser, "'%s' is no parameter and was given no value before%s",
             name, reader_hint(parser->reader, best));
}

static bool is_word(const char *name)
{
    static const char *const words[] = { "if",      "else",   "return", "stop",
                                         "raise",   "role",   "free",   "keep",
                                         "havoc",   "copy",   "fill",   "alloc",
                                         "unknown", "sizeof", "with",   NULL };
    struct type type;

    for (size_t i = 0; words[i]; i++)
        if (strcmp(words[i], name) == 0)
            return true;
    return model_type(name, &type);
}

/* Expressions. */

static struct type parse_type(struct parser *parser)
{
    struct type type = type_pointer();

    if (model_type(parser->lexer.token.text, &type))
        skip(parser);
    return type;
}

static struct expression *parse_in_parentheses(struct parser *parser)
{
    struct expression *inner = NULL;

    expect(parser, "(");
    inner = parse_expression(parser);
    expect(parser, ")");
    return inner;
}

static struct expression *parse_alloc(struct parser *parser)
{
    struct expression *made = make(parser, EXPRESSION_ALLOC);

    skip(parser);
    made->a = parse_in_parentheses(parser);
    return made;
}

static struct expression *parse_unknown(struct parser *parser)
{
    struct expression *made = make(parser, EXPRESSION_UNKNOWN);

    skip(parser);
    made->type = type_pointer();
    if (model_type(parser->lexer.token.text, &made->type)) {
        if (made->type.kind == TYPE_VOID)
            tell(parser, "nothing is of type 'void'");
        skip(parser);
    } else {
        made->record = expect_word(parser, "a type or a record");
    }
    return made;
}

static struct expression *parse_size(struct parser *parser)
{
    struct expression *made = make(parser, EXPRESSION_SIZE);

    skip(parser);
    expect(parser, "(");
    made->record = expect_word(parser, "a record");
    expect(parser, ")");
    return made;
}

static void parse_arguments(struct parser *parser, struct expression *call)
{
    expect(parser, "(");
    while (!parser->failed && !at(parser, ")")) {
        vec_push(parser->reader->arena, &call->arguments,
                 parse_expression(parser));
        if (!accept(parser, ","))
            break;
    }
    expect(parser, ")");
}

/* The one after the current token and blanks. */
static char next_character(const struct parser *parser)
{
    const char *rest = parser->lexer.node->text + parser->lexer.offset;

    return rest[strspn(rest, " \t")];
}

/* A name, or a call of it. */
static struct expression *parse_name(struct parser *parser)
{
    struct expression *made = make(parser, EXPRESSION_NAME);

    made->name = parser->lexer.token.text;
    if (is_word(made->name)) {
        tell(parser, "'%s' cannot stand here", made->name);
        return made;
    }
    check_known(parser, made->name, next_character(parser) == '(');
    skip(parser);
    if (at(parser, "(")) {
        made->kind = EXPRESSION_CALL;
        parse_arguments(parser, made);
    }
    return made;
}

static struct expression *parse_typed_call(struct parser *parser)
{
    struct type type = parse_type(parser);
    struct expression *call = parse_name(parser);

    if (call->kind != EXPRESSION_CALL)
        tell(parser, "a type here must be followed by a call");
    call->type = type;
    call->has_type = true;
    return call;
}

static struct expression *parse_number(struct parser *parser)
{
    struct expression *made = make(parser, EXPRESSION_NUMBER);

    made->number = parser->lexer.token.number;
    skip(parser);
    return made;
}

static struct expression *parse_primary(struct parser *parser)
{
    struct type type;

    if (parser->lexer.token.kind == TOKEN_NUMBER)
        return parse_number(parser);
    if (at(parser, "("))
        return parse_in_parentheses(parser);
    if (at(parser, "alloc"))
        return parse_alloc(parser);
    if (at(parser, "unknown"))
        return parse_unknown(parser);
    if (at(parser, "sizeof"))
        return parse_size(parser);
    if (parser->lexer.token.kind == TOKEN_WORD &&
        model_type(parser->lexer.token.text, &type))
        return parse_typed_call(parser);
    if (parser->lexer.token.kind == TOKEN_WORD)
        return parse_name(parser);
    tell(parser, "expected a value, got %s", shown(parser));
    return make(parser, EXPRESSION_NUMBER);
}

static struct expression *parse_field(struct parser *parser,
                                      struct expression *base)
{
    struct expression *made = make(parser, EXPRESSION_FIELD);

    made->a = base;
    made->record = expect_word(parser, "a record");
    if (!at(parser, "."))
        expect(parser, ".");
    while (accept(parser, "."))
        vec_push(parser->reader->arena, &made->path,
                 expect_word(parser, "a field"));
    return made;
}

static struct expression *parse_postfix(struct parser *parser)
{
    struct expression *made = parse_primary(parser);
    unsigned depth = parser->depth;

    while (accept(parser, "->") && enter(parser))
        made = parse_field(parser, made);
    parser->depth = depth;
    return made;
}

static struct expression *parse_operand(struct parser *parser,
                                        enum expression_kind kind, enum op op)
{
    struct expression *made = make(parser, kind);

    skip(parser);
    made->op = op;
    made->a = parse_unary(parser);
    return made;
}

static struct expression *parse_load(struct parser *parser)
{
    struct expression *made = make(parser, EXPRESSION_LOAD);

    skip(parser);
    made->type = parse_type(parser);
    if (made->type.kind == TYPE_VOID)
        tell(parser, "nothing is of type 'void'");
    made->a = parse_unary(parser);
    return made;
}

static bool is_function_name(const struct parser *parser)
{
    const char *text = parser->lexer.token.text;

    return parser->lexer.token.kind == TOKEN_WORD && !is_word(text) &&
           !is_known(parser, text) && next_character(parser) != '(';
}

static struct expression *parse_function(struct parser *parser)
{
    struct expression *made = make(parser, EXPRESSION_FUNCTION);

    made->name = parser->lexer.token.text;
    check_known(parser, made->name, true);
    skip(parser);
    return made;
}

static struct expression *parse_address(struct parser *parser)
{
    struct expression *made = NULL;

    skip(parser);
    if (is_function_name(parser))
        return parse_function(parser);
    made = parse_postfix(parser);
    if (made->kind != EXPRESSION_FIELD)
        tell(parser, "'&' takes the address of a field or a function only");
    made->kind = EXPRESSION_ADDRESS;
    return made;
}

static struct expression *parse_unary(struct parser *parser)
{
    struct expression *made = NULL;
    unsigned depth = parser->depth;

    if (!enter(parser))
        return make(parser, EXPRESSION_NUMBER);
    if (at(parser, "*"))
        made = parse_load(parser);
    else if (at(parser, "&"))
        made = parse_address(parser);
    else if (at(parser, "!"))
        made = parse_operand(parser, EXPRESSION_FALSE, OP_EQ);
    else if (at(parser, "-"))
        made = parse_operand(parser, EXPRESSION_UNARY, OP_NEG);
    else if (at(parser, "~"))
        made = parse_operand(parser, EXPRESSION_UNARY, OP_NOT);
    else
        made = parse_postfix(parser);
    parser->depth = depth;
    return made;
}

/* Binary operators, the loosest first. */
static const struct operator_row {
    const char *text;
    unsigned level;
    enum expression_kind kind;
    enum op op;
} operators[] = {
    { "||", 1, EXPRESSION_EITHER, OP_OR },
    { "&&", 2, EXPRESSION_BOTH, OP_AND },
    { "|", 3, EXPRESSION_BINARY, OP_OR },
    { "^", 4, EXPRESSION_BINARY, OP_XOR },
    { "&", 5, EXPRESSION_BINARY, OP_AND },
    { "==", 6, EXPRESSION_BINARY, OP_EQ },
    { "!=", 6, EXPRESSION_BINARY, OP_NE },
    { "<", 7, EXPRESSION_BINARY, OP_LT },
    { "<=", 7, EXPRESSION_BINARY, OP_LE },
    { ">", 7, EXPRESSION_BINARY, OP_GT },
    { ">=", 7, EXPRESSION_BINARY, OP_GE },
    { "<<", 8, EXPRESSION_BINARY, OP_SHL },
    { ">>", 8, EXPRESSION_BINARY, OP_SHR },
    { "+", 9, EXPRESSION_BINARY, OP_ADD },
    { "-", 9, EXPRESSION_BINARY, OP_SUB },
    { "*", 10, EXPRESSION_BINARY, OP_MUL },
    { "/", 10, EXPRESSION_BINARY, OP_DIV },
    { "%", 10, EXPRESSION_BINARY, OP_REM },
};

static const struct operator_row *operator_now(const struct parser *parser)
{
    for (size_t i = 0; i < sizeof(operators) / sizeof(*operators); i++)
        if (at(parser, operators[i].text))
            return &operators[i];
    return NULL;
}

static struct expression *parse_level(struct parser *parser, unsigned level)
{
    struct expression *left = parse_unary(parser);
    const struct operator_row *row = operator_now(parser);
    unsigned depth = parser->depth;

    for (; row && row->level >= level; row = operator_now(parser)) {
        struct expression *both = make(parser, row->kind);

        if (!enter(parser))
            break;
        skip(parser);
        both->op = row->op;
        both->a = left;
        both->b = parse_level(parser, row->level + 1);
        left = both;
    }
    parser->depth = depth;
    return left;
}

static struct expression *parse_expression(struct parser *parser)
{
    struct expression *made = NULL;
    unsigned depth = parser->depth;

    if (!enter(parser))
        return make(parser, EXPRESSION_NUMBER);
    made = parse_level(parser, 1);
    parser->depth = depth;
    return made;
}

/* Statements. */

static struct statement *add(struct parser *parser, struct statements *into,
                             enum statement_kind kind)
{
    struct statement *made = arena_new(parser->reader->arena, struct statement);

    made->kind = kind;
    made->place = place_now(parser);
    vec_push(parser->reader->arena, into, made);
    return made;
}

static void parse_if(struct parser *parser, struct statements *into)
{
    struct statement *made = add(parser, into, STATEMENT_IF);

    skip(parser);
    made->value = parse_in_parentheses(parser);
    parse_statement(parser, &made->then);
    if (accept(parser, "else"))
        parse_statement(parser, &made->otherwise);
}

static void parse_return(struct parser *parser, struct statements *into)
{
    struct statement *made = add(parser, into, STATEMENT_RETURN);

    skip(parser);
    if (!at(parser, ";"))
        made->value = parse_expression(parser);
    expect(parser, ";");
}

static void parse_try(struct parser *parser, struct statements *into)
{
    struct statement *made = add(parser, into, STATEMENT_TRY);

    skip(parser);
    made->value = parse_unary(parser);
    if (made->value->kind != EXPRESSION_CALL)
        tell(parser, "only a call can be tried");
    expect(parser, ";");
}

static void parse_plain(struct parser *parser, struct statements *into,
                        enum statement_kind kind)
{
    add(parser, into, kind);
    skip(parser);
    expect(parser, ";");
}

static void parse_deed(struct parser *parser, struct statements *into,
                       enum statement_kind kind, size_t count)
{
    struct statement *made = add(parser, into, kind);

    skip(parser);
    expect(parser, "(");
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            expect(parser, ",");
        made->operands[i] = parse_expression(parser);
    }
    expect(parser, ")");
    expect(parser, ";");
}

/* A global of its own, so that what one statement stored is kept when another
 * stores. */
static struct global *role_global(struct parser *parser, const char *role)
{
    struct reader *reader = parser->reader;
    struct global *global = arena_new(reader->arena, struct global);

    global->place = place_now(parser);
    global->spelling = reader_intern(reader, role);
    global->name = reader_intern(
        reader,
        arena_format(reader->arena, "%s routine %s:%u:%u", role, reader->path,
                     global->place.line, global->place.column));
    global->type = type_pointer();
    global->size = global->type.bits;
    global->is_defined = true;
    global->is_internal = true;
    return global;
}

static int parse_role_name(struct parser *parser, const char **name)
{
    struct reader *reader = parser->reader;
    struct nearest nearest;

    *name = expect_word(parser, "a role");
    while (accept(parser, "-"))
        *name = arena_format(reader->arena, "%s-%s", *name,
                             expect_word(parser, "a role"));
    nearest = nearest_make(*name);
    for (int i = 0; role_words[i]; i++) {
        if (strcmp(role_words[i], *name) == 0)
            return i;
        nearest_try(&nearest, role_words[i]);
    }
    tell(parser, "unknown role '%s'%s", *name,
         reader_hint(reader, nearest.best));
    return 0;
}

static void parse_role(struct parser *parser, struct statements *into)
{
    struct statement *made = add(parser, into, STATEMENT_ROLE);
    struct root root = { .role = ROOT_CALLBACK };
    const char *name = NULL;

    skip(parser);
    root.role = (enum root_role)parse_role_name(parser, &name);
    made->global = root.global = role_global(parser, name);
    expect(parser, "=");
    made->value = parse_expression(parser);
    if (accept(parser, "with")) {
        made->argument = root.argument =
            role_global(parser, arena_format(parser->reader->arena,
                                             "argument of %s", name));
        made->target = parse_expression(parser);
    }
    expect(parser, ";");
    vec_push(parser->reader->arena, &parser->reader->all->roots, root);
}

static bool is_assignment(const struct parser *parser)
{
    const char *rest = parser->lexer.node->text + parser->lexer.offset;

    rest += strspn(rest, " \t");
    return parser->lexer.token.kind == TOKEN_WORD && rest[0] == '=' &&
           rest[1] != '=';
}

static void parse_assignment(struct parser *parser, struct statements *into)
{
    struct statement *made = add(parser, into, STATEMENT_ASSIGN);

    made->name = parser->lexer.token.text;
    if (is_word(made->name))
        tell(parser, "'%s' cannot be given a value", made->name);
    skip(parser);
    expect(parser, "=");
    made->value = parse_expression(parser);
    expect(parser, ";");
    if (!is_known(parser, made->name))
        vec_push(parser->reader->arena, &parser->locals, made->name);
}

static void parse_other(struct parser *parser, struct statements *into)
{
    struct statement *made = add(parser, into, STATEMENT_CALL);
    struct expression *first = parse_unary(parser);

    if (accept(parser, "=")) {
        if (first->kind != EXPRESSION_LOAD && first->kind != EXPRESSION_FIELD)
            tell(parser, "this cannot be given a value");
        made->kind = STATEMENT_STORE;
        made->target = first;
        made->value = parse_expression(parser);
    } else {
        if (first->kind != EXPRESSION_CALL)
            tell(parser, "expected '=', got %s", shown(parser));
        made->value = first;
    }
    expect(parser, ";");
}

static void parse_block(struct parser *parser, struct statements *into)
{
    skip(parser);
    while (!parser->failed && !at(parser, "}")) {
        if (parser->lexer.token.kind == TOKEN_END)
            break;
        parse_statement(parser, into);
    }
    expect(parser, "}");
}

static void parse_simple(struct parser *parser, struct statements *into)
{
    if (at(parser, "return"))
        parse_return(parser, into);
    else if (at(parser, "try"))
        parse_try(parser, into);
    else if (at(parser, "stop"))
        parse_plain(parser, into, STATEMENT_STOP);
    else if (at(parser, "raise"))
        parse_plain(parser, into, STATEMENT_RAISE);
    else if (at(parser, "role"))
        parse_role(parser, into);
    else if (at(parser, "free"))
        parse_deed(parser, into, STATEMENT_FREE, 1);
    else if (at(parser, "keep"))
        parse_deed(parser, into, STATEMENT_KEEP, 1);
    else if (at(parser, "havoc"))
        parse_deed(parser, into, STATEMENT_HAVOC, 1);
    else if (at(parser, "copy"))
        parse_deed(parser, into, STATEMENT_COPY, 3);
    else if (at(parser, "fill"))
        parse_deed(parser, into, STATEMENT_FILL, 3);
    else if (is_assignment(parser))
        parse_assignment(parser, into);
    else
        parse_other(parser, into);
}

static void parse_statement(struct parser *parser, struct statements *into)
{
    unsigned depth = parser->depth;

    if (!enter(parser))
        return;
    if (at(parser, "{"))
        parse_block(parser, into);
    else if (at(parser, "if"))
        parse_if(parser, into);
    else
        parse_simple(parser, into);
    parser->depth = depth;
}

static struct parser parser_make(struct reader *reader, const struct node *node,
                                 const struct model *model)
{
    return (struct parser){ .reader = reader,
                            .model = model,
                            .lexer = lexer_make(reader, node) };
}

bool steps_parse(struct reader *reader, const struct node *node,
                 const struct model *model, struct statements *steps)
{
    struct parser parser = parser_make(reader, node, model);

    while (!parser.failed && parser.lexer.token.kind != TOKEN_END)
        parse_statement(&parser, steps);
    return !parser.failed;
}

struct expression *steps_expression(struct reader *reader,
                                    const struct node *node,
                                    const struct model *model)
{
    struct parser parser = parser_make(reader, node, model);
    struct expression *made = parse_expression(&parser);

    if (parser.lexer.token.kind != TOKEN_END)
        tell(&parser, "expected the end, got %s", shown(&parser));
    return parser.failed ? NULL : made;
}
