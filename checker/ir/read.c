/* read.c - the parser of the textual IR: records, globals, heads of functions.
 *
 * Two passes over the text: records first, since an instruction that names a
 * field needs its number; then everything else. A reference makes the thing it
 * refers to, empty, if it is not there yet; the end of the text is where one
 * that nothing described is told.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "ir/read.h"

#include "ir/read_priv.h"
#include "support/arena.h"
#include "support/fail.h"
#include "support/map.h"
#include "support/strings.h"
#include "support/vec.h"

#include <stdarg.h>
#include <string.h>

enum { LONGEST_SHOWN = 40 };

/* Tokens. */

void parser_fail(struct parser *parser, struct token at, const char *format,
                 ...)
{
    struct fail_place place = { parser->path, at.line, at.column };
    va_list arguments;

    if (parser->has_failed)
        return;
    va_start(arguments, format);
    fail_add(parser->fail, place, "%s",
             arena_vformat(parser->scratch, format, arguments));
    va_end(arguments);
    parser->has_failed = true;
    parser->token.kind = TOKEN_END;
}

void parser_advance(struct parser *parser)
{
    if (parser->has_failed)
        return;
    parser->token = scanner_next(&parser->scanner);
    if (parser->token.kind == TOKEN_BAD)
        parser_fail(parser, parser->token, "%.*s", (int)parser->token.length,
                    parser->token.text);
}

static const char *sigil_of(int kind)
{
    switch (kind) {
    case TOKEN_TEMP: return "%";
    case TOKEN_SYMBOL: return "@";
    case TOKEN_VARIABLE: return "$";
    default: return "";
    }
}

void parser_expected(struct parser *parser, const char *what)
{
    const struct token *token = &parser->token;
    size_t shown =
        token->length < LONGEST_SHOWN ? token->length : LONGEST_SHOWN;
    const char *more = token->length > LONGEST_SHOWN ? "..." : "";

    if (token->kind == TOKEN_END)
        parser_fail(parser, *token, "expected %s, found the end of the text",
                    what);
    else if (token->kind == TOKEN_STRING)
        parser_fail(parser, *token, "expected %s, found a string", what);
    else
        parser_fail(parser, *token, "expected %s, found '%s%.*s%s'", what,
                    sigil_of(token->kind), (int)shown, token->text, more);
}

bool parser_accept(struct parser *parser, int kind)
{
    if (parser->token.kind != kind || kind == TOKEN_END)
        return false;
    parser_advance(parser);
    return true;
}

bool parser_accept_word(struct parser *parser, const char *word)
{
    if (!token_is(&parser->token, word))
        return false;
    parser_advance(parser);
    return true;
}

void parser_expect(struct parser *parser, int kind, const char *what)
{
    if (!parser_accept(parser, kind))
        parser_expected(parser, what);
}

void parser_end_line(struct parser *parser)
{
    if (!parser->token.starts_line)
        parser_expected(parser, "the end of the line");
}

void *parser_keep(struct parser *parser, const void *items, size_t count,
                  size_t size)
{
    void *kept = arena_alloc_array(parser->arena, count, size);

    if (count > 0)
        memcpy(kept, items, count * size);
    return kept;
}

/* Names and numbers. */

static const char *intern(struct parser *parser, const struct token *token)
{
    return strings_intern_n(parser->strings, token->text, token->length);
}

const char *parser_name(struct parser *parser, const char *what)
{
    struct token token = parser->token;

    if (!parser_accept(parser, TOKEN_WORD) &&
        !parser_accept(parser, TOKEN_STRING)) {
        parser_expected(parser, what);
        return "";
    }
    return intern(parser, &token);
}

const char *parser_string(struct parser *parser, const char *what)
{
    struct token token = parser->token;

    if (!parser_accept(parser, TOKEN_STRING)) {
        parser_expected(parser, what);
        return "";
    }
    return intern(parser, &token);
}

uint64_t parser_size(struct parser *parser, uint64_t most, const char *what)
{
    struct token token = parser->token;

    if (token.kind != TOKEN_NUMBER) {
        parser_expected(parser, what);
        return 0;
    }
    if (token.is_negative || token.magnitude > most) {
        parser_fail(parser, token, "%s is not in the range of 0 to %llu", what,
                    (unsigned long long)most);
        return 0;
    }
    parser_advance(parser);
    return token.magnitude;
}

int64_t parser_integer(struct parser *parser, const char *what)
{
    struct token token = parser->token;
    uint64_t bits = token.is_negative ? 0 - token.magnitude : token.magnitude;
    int64_t value;

    if (!parser_accept(parser, TOKEN_NUMBER)) {
        parser_expected(parser, what);
        return 0;
    }
    memcpy(&value, &bits, sizeof(value));
    return value;
}

/* The number that tells a name from its namesakes: 1 where none stands. */
static unsigned read_number(struct parser *parser)
{
    if (!parser_accept(parser, '#'))
        return 1;
    return (unsigned)parser_size(parser, INT32_MAX, "a number after '#'");
}

struct symbol *parser_symbol(struct parser *parser, struct map *map, int kind,
                             const char *what)
{
    struct token token = parser->token;

    if (!parser_accept(parser, kind) &&
        (kind != TOKEN_WORD || !parser_accept(parser, TOKEN_STRING))) {
        parser_expected(parser, what);
        return NULL;
    }

    const char *name = intern(parser, &token);
    const char *key =
        strings_intern(parser->keys, arena_format(parser->scratch, "%s#%u",
                                                  name, read_number(parser)));
    struct symbol *symbol = map_get(map, key);

    if (symbol == NULL) {
        symbol = arena_new(parser->scratch, struct symbol);
        symbol->name = name;
        symbol->first = token;
        map_put(map, key, symbol);
    }
    return parser->has_failed ? NULL : symbol;
}

/* A type is its kind's letters and, for most, a number of bits. */
static bool type_from(struct type *type, const char *word)
{
    static const struct prefix {
        const char *text;
        struct type type;
    } prefixes[] = {
        { "void", { .kind = TYPE_VOID } },
        { "ptr", { .kind = TYPE_POINTER } },
        { "agg", { .kind = TYPE_AGGREGATE } },
        { "i", { .kind = TYPE_INT, .is_signed = true } },
        { "u", { .kind = TYPE_INT } },
        { "f", { .kind = TYPE_FLOAT } },
    };
    const size_t count = sizeof(prefixes) / sizeof(prefixes[0]);

    for (size_t i = 0; i < count; i++) {
        size_t length = strlen(prefixes[i].text);
        const char *digit = word + length;
        uint64_t bits = 0;
        if (strncmp(word, prefixes[i].text, length) != 0)
            continue;
        *type = prefixes[i].type;
        if (*digit == '\0') {
            if (type->kind == TYPE_POINTER)
                *type = type_pointer();
            return type->kind != TYPE_INT && type->kind != TYPE_FLOAT;
        }
        for (; *digit >= '0' && *digit <= '9' && bits <= UINT32_MAX; digit++)
            bits = bits * 10 + (uint64_t)(*digit - '0');
        type->bits = (uint32_t)bits;
        return *digit == '\0' && bits <= UINT32_MAX && type->kind != TYPE_VOID;
    }
    return false;
}

struct type parser_type(struct parser *parser)
{
    const struct token *token = &parser->token;
    struct type type = type_void();

    if (token->kind == TOKEN_WORD &&
        type_from(&type,
                  arena_strndup(parser->scratch, token->text, token->length))) {
        parser_advance(parser);
        return type;
    }
    parser_expected(parser, "a type");
    return type_void();
}

struct type parser_type_of(struct parser *parser, struct record **record)
{
    struct type type = parser_type(parser);

    *record = NULL;
    if (parser_accept(parser, '<')) {
        *record = parser_record(parser);
        parser_expect(parser, '>', "'>' after the record's name");
    }
    return type;
}

struct place parser_place(struct parser *parser)
{
    struct place place = { .file = NULL };

    if (!parser_accept(parser, ';'))
        return place;
    place.file = parser->file;
    if (parser->token.kind == TOKEN_STRING) {
        place.file = parser_string(parser, "a file name");
        parser_expect(parser, ':', "':' after the file name");
    }
    place.line = (uint32_t)parser_size(parser, UINT32_MAX, "a line number");
    parser_expect(parser, ':', "':' after the line number");
    place.column = (uint32_t)parser_size(parser, UINT32_MAX, "a column");
    return place;
}

/* What names refer to. */

static void *thing_of(struct parser *parser, struct symbol *symbol, size_t size)
{
    if (symbol == NULL)
        return NULL;
    if (symbol->thing == NULL)
        symbol->thing = arena_alloc(parser->arena, size);
    return symbol->thing;
}

struct record *parser_record(struct parser *parser)
{
    return thing_of(parser,
                    parser_symbol(parser, parser->records, TOKEN_WORD,
                                  "the name of a record"),
                    sizeof(struct record));
}

struct global *parser_global(struct parser *parser)
{
    return thing_of(parser,
                    parser_symbol(parser, parser->globals, TOKEN_SYMBOL,
                                  "the name of a global, with '@'"),
                    sizeof(struct global));
}

struct function *parser_function(struct parser *parser)
{
    return thing_of(parser,
                    parser_symbol(parser, parser->functions, TOKEN_SYMBOL,
                                  "the name of a function, with '@'"),
                    sizeof(struct function));
}

/* The name that is being described: NULL after a mistake. */
static struct symbol *read_described(struct parser *parser, struct map *map,
                                     int kind, const char *what, size_t size)
{
    struct token token = parser->token;
    struct symbol *symbol = parser_symbol(parser, map, kind, what);

    if (symbol == NULL)
        return NULL;
    if (symbol->is_described) {
        parser_fail(parser, token, "'%s%s' is described twice",
                    sigil_of(token.kind), symbol->name);
        return NULL;
    }
    symbol->is_described = true;
    thing_of(parser, symbol, size);
    return symbol;
}

/* Tells the first name met that nothing describes. */
static void check_described(struct parser *parser, const struct map *map,
                            const char *what)
{
    for (size_t i = 0; i < map_count(map); i++) {
        const struct symbol *symbol = map_at(map, i).value;
        if (!symbol->is_described)
            parser_fail(parser, symbol->first, "nothing describes the %s '%s'",
                        what, symbol->name);
    }
}

/* Things in the order in which the text describes them. */
struct allowances vec_of(struct allowance);
struct things vec_of(void *);

/* Records. */

static struct field read_field(struct parser *parser)
{
    struct field field = { .offset = parser_size(parser, UINT64_MAX,
                                                 "the offset of a field") };

    field.name = parser_name(parser, "the name of a field");
    field.type = parser_type_of(parser, &field.record);
    if (parser_accept(parser, '[')) {
        field.count = parser_size(parser, UINT64_MAX, "a count of elements");
        parser_expect(parser, ']', "']' after the count");
    }
    return field;
}

static void read_fields(struct parser *parser, struct record *record)
{
    struct vec_of(struct field) fields = { 0 };

    while (parser->token.kind != '}' && parser->token.kind != TOKEN_END) {
        struct field field = read_field(parser);
        vec_push(parser->scratch, &fields, field);
    }
    parser_expect(parser, '}', "a field or '}'");
    record->fields =
        parser_keep(parser, fields.items, fields.count, sizeof(*fields.items));
    record->field_count = fields.count;
}

static void read_record(struct parser *parser, struct things *records)
{
    bool is_union = token_is(&parser->token, "union");

    parser_advance(parser);

    struct symbol *symbol =
        read_described(parser, parser->records, TOKEN_WORD,
                       "the name of a record", sizeof(struct record));
    if (symbol == NULL)
        return;

    struct record *record = symbol->thing;
    record->name = symbol->name;
    record->is_union = is_union;
    record->size = parser_size(parser, UINT64_MAX, "the record's size in bits");
    if (parser_accept(parser, '{'))
        read_fields(parser, record);
    parser_end_line(parser);
    vec_push(parser->scratch, records, record);
}

/* Globals. */

static struct initial read_initial(struct parser *parser)
{
    struct initial initial = {
        .offset = parser_size(parser, UINT64_MAX, "the offset of a value"),
        .type = parser_type(parser),
    };

    if (parser_accept_word(parser, "function")) {
        initial.kind = INITIAL_FUNCTION;
        initial.function = parser_function(parser);
    } else if (parser_accept_word(parser, "global")) {
        initial.kind = INITIAL_GLOBAL;
        initial.global = parser_global(parser);
        if (parser_accept(parser, '+'))
            initial.value = parser_integer(parser, "an offset in bits");
    } else if (parser_accept_word(parser, "string")) {
        initial.kind = INITIAL_STRING;
    } else if (parser_accept_word(parser, "unknown")) {
        initial.kind = INITIAL_UNKNOWN;
    } else {
        initial.kind = INITIAL_INT;
        initial.value = parser_integer(parser, "a value");
    }
    return initial;
}

static void read_initials(struct parser *parser, struct global *global)
{
    struct vec_of(struct initial) initials = { 0 };

    while (parser->token.kind != '}' && parser->token.kind != TOKEN_END) {
        struct initial initial = read_initial(parser);
        vec_push(parser->scratch, &initials, initial);
    }
    parser_expect(parser, '}', "a value or '}'");
    global->initials = parser_keep(parser, initials.items, initials.count,
                                   sizeof(*initials.items));
    global->initial_count = initials.count;
}

/* One word of those after a global's name; false if the token is none. */
static bool read_global_word(struct parser *parser, struct global *global)
{
    if (parser_accept_word(parser, "size"))
        global->size = parser_size(parser, UINT64_MAX, "a size in bits");
    else if (parser_accept_word(parser, "as"))
        global->spelling = parser_name(parser, "a name after 'as'");
    else if (parser_accept_word(parser, "extern"))
        global->is_defined = false;
    else if (parser_accept_word(parser, "internal"))
        global->is_internal = true;
    else if (parser_accept_word(parser, "constant"))
        global->is_constant = true;
    else if (parser_accept_word(parser, "inline"))
        global->is_inline = true;
    else
        return false;
    return true;
}

static void read_global(struct parser *parser, struct things *globals)
{
    struct record *record;

    parser_advance(parser);

    struct type type = parser_type_of(parser, &record);
    struct symbol *symbol =
        read_described(parser, parser->globals, TOKEN_SYMBOL,
                       "the name of a global, with '@'", sizeof(struct global));
    if (symbol == NULL)
        return;

    struct global *global = symbol->thing;
    *global = (struct global){
        .name = symbol->name,
        .spelling = symbol->name,
        .is_defined = true,
        .type = type,
        .record = record,
        .size = type.bits,
        .unit = parser->unit,
    };
    while (read_global_word(parser, global))
        ;
    global->place = parser_place(parser);
    if (parser_accept(parser, '{'))
        read_initials(parser, global);
    parser_end_line(parser);
    vec_push(parser->scratch, globals, global);
}

/* Heads of functions. */

static bool read_function_flag(struct parser *parser, struct function *function)
{
    const struct flag {
        const char *word;
        bool *flag;
    } flags[] = {
        { "internal", &function->is_internal },
        { "inline", &function->is_inline },
        { "noreturn", &function->is_noreturn },
        { "exported", &function->is_exported },
        { "initializer", &function->is_initializer },
        { "weak", &function->is_weak },
        { "system", &function->is_system },
    };

    for (size_t i = 0; i < sizeof(flags) / sizeof(flags[0]); i++) {
        if (parser_accept_word(parser, flags[i].word)) {
            *flags[i].flag = true;
            return true;
        }
    }
    return false;
}

static bool read_function_word(struct parser *parser, struct function *function)
{
    if (parser_accept_word(parser, "as"))
        function->spelling = parser_name(parser, "a name after 'as'");
    else if (parser_accept_word(parser, "role"))
        function->role = parser_name(parser, "a name after 'role'");
    else
        return read_function_flag(parser, function);
    return true;
}

static void read_function(struct parser *parser, struct things *functions)
{
    const char *unit_file = parser->file;
    struct record *record;

    parser_advance(parser);

    struct type type = parser_type_of(parser, &record);
    struct symbol *symbol = read_described(
        parser, parser->functions, TOKEN_SYMBOL,
        "the name of a function, with '@'", sizeof(struct function));
    if (symbol == NULL)
        return;

    struct function *function = symbol->thing;
    *function = (struct function){
        .name = symbol->name,
        .spelling = symbol->name,
        .type = type,
        .record = record,
        .unit = parser->unit,
    };
    struct body *body = parser_parameters(parser, function);
    while (read_function_word(parser, function))
        ;
    function->place = parser_place(parser);
    if (function->place.file != NULL)
        parser->file = function->place.file;
    if (parser_accept(parser, '{'))
        parser_body(body);
    parser_end_line(parser);
    parser->file = unit_file;
    vec_push(parser->scratch, functions, function);
}

/* The text. */

static bool is_record_word(const struct token *token)
{
    return token_is(token, "record") || token_is(token, "union");
}

static bool starts_thing(const struct token *token)
{
    return token->starts_line &&
           (is_record_word(token) || token_is(token, "unit") ||
            token_is(token, "global") || token_is(token, "function") ||
            token_is(token, "allowance"));
}

/* Goes to the next thing: outside all brackets or, in case one is not closed,
 * in the first column. */
static void skip_thing(struct parser *parser)
{
    int depth = 0;

    do {
        int kind = parser->token.kind;
        depth += (kind == '{' || kind == '(') - (kind == '}' || kind == ')');
        parser_advance(parser);
    } while (parser->token.kind != TOKEN_END &&
             !(starts_thing(&parser->token) &&
               (depth <= 0 || parser->token.column == 1)));
}

static void start(struct parser *parser, const char *text, size_t size)
{
    parser->scanner = scanner_make(parser->scratch, text, size);
    parser_advance(parser);
}

static void read_records(struct parser *parser)
{
    struct unit *unit = parser->unit;
    struct things records = { 0 };

    while (parser->token.kind != TOKEN_END) {
        if (is_record_word(&parser->token))
            read_record(parser, &records);
        else
            skip_thing(parser);
    }
    check_described(parser, parser->records, "record");
    unit->records = parser_keep(parser, records.items, records.count,
                                sizeof(*unit->records));
    unit->record_count = records.count;
}

static void read_allowance(struct parser *parser, struct allowances *allowances)
{
    struct allowance allowance = { .text = NULL };

    parser_advance(parser);
    allowance.text = parser_string(parser, "what is allowed, quoted");
    allowance.line = (uint32_t)parser_size(parser, UINT32_MAX, "a line number");
    allowance.place = parser_place(parser);
    parser_end_line(parser);
    vec_push(parser->scratch, allowances, allowance);
}

static void read_unit_line(struct parser *parser)
{
    if (parser_accept_word(parser, "unit")) {
        parser->unit->path = parser_string(parser, "the unit's path, quoted");
        parser->file = parser->unit->path;
        parser_end_line(parser);
    }
}

static void read_things(struct parser *parser)
{
    struct unit *unit = parser->unit;
    struct things globals = { 0 };
    struct things functions = { 0 };
    struct allowances allowances = { 0 };

    read_unit_line(parser);
    while (parser->token.kind != TOKEN_END) {
        if (is_record_word(&parser->token))
            skip_thing(parser);
        else if (token_is(&parser->token, "global"))
            read_global(parser, &globals);
        else if (token_is(&parser->token, "function"))
            read_function(parser, &functions);
        else if (token_is(&parser->token, "allowance"))
            read_allowance(parser, &allowances);
        else
            parser_expected(parser,
                            "'record', 'union', 'global' or 'function'");
    }
    check_described(parser, parser->records, "record");
    check_described(parser, parser->globals, "global");
    check_described(parser, parser->functions, "function");
    unit->allowances = parser_keep(parser, allowances.items, allowances.count,
                                   sizeof(*unit->allowances));
    unit->allowance_count = allowances.count;
    unit->globals = parser_keep(parser, globals.items, globals.count,
                                sizeof(*unit->globals));
    unit->global_count = globals.count;
    unit->functions = parser_keep(parser, functions.items, functions.count,
                                  sizeof(*unit->functions));
    unit->function_count = functions.count;
}

struct unit *unit_read(struct arena *arena, struct strings *strings,
                       const char *path, const char *text, size_t size,
                       struct fail *fail)
{
    struct arena *scratch = arena_open();
    struct parser parser = {
        .arena = arena,
        .scratch = scratch,
        .strings = strings,
        .keys = strings_make(scratch),
        .fail = fail,
        .path = path,
        .file = strings_intern(strings, path),
        .unit = arena_new(arena, struct unit),
        .records = map_make(scratch),
        .globals = map_make(scratch),
        .functions = map_make(scratch),
    };

    parser.unit->arena = arena;
    parser.unit->path = parser.file;
    start(&parser, text, size);
    read_records(&parser);
    start(&parser, text, size);
    read_things(&parser);
    arena_close(scratch);
    return parser.has_failed ? NULL : parser.unit;
}
