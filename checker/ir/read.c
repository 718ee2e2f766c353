/* read.c - the reader of the textual IR: records, globals, heads of functions.
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

void reader_fail(struct reader *reader, struct token at, const char *format,
                 ...)
{
    struct fail_place place = { reader->path, at.line, at.column };
    va_list arguments;

    if (reader->has_failed)
        return;
    va_start(arguments, format);
    fail_add(reader->fail, place, "%s",
             arena_vformat(reader->scratch, format, arguments));
    va_end(arguments);
    reader->has_failed = true;
    reader->token.kind = TOKEN_END;
}

void reader_advance(struct reader *reader)
{
    if (reader->has_failed)
        return;
    reader->token = lexer_next(&reader->lexer);
    if (reader->token.kind == TOKEN_BAD)
        reader_fail(reader, reader->token, "%.*s", (int)reader->token.length,
                    reader->token.text);
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

void reader_expected(struct reader *reader, const char *what)
{
    const struct token *token = &reader->token;
    size_t shown =
        token->length < LONGEST_SHOWN ? token->length : LONGEST_SHOWN;
    const char *more = token->length > LONGEST_SHOWN ? "..." : "";

    if (token->kind == TOKEN_END)
        reader_fail(reader, *token, "expected %s, found the end of the text",
                    what);
    else if (token->kind == TOKEN_STRING)
        reader_fail(reader, *token, "expected %s, found a string", what);
    else
        reader_fail(reader, *token, "expected %s, found '%s%.*s%s'", what,
                    sigil_of(token->kind), (int)shown, token->text, more);
}

bool reader_accept(struct reader *reader, int kind)
{
    if (reader->token.kind != kind || kind == TOKEN_END)
        return false;
    reader_advance(reader);
    return true;
}

bool reader_accept_word(struct reader *reader, const char *word)
{
    if (!token_is(&reader->token, word))
        return false;
    reader_advance(reader);
    return true;
}

void reader_expect(struct reader *reader, int kind, const char *what)
{
    if (!reader_accept(reader, kind))
        reader_expected(reader, what);
}

void reader_end_line(struct reader *reader)
{
    if (!reader->token.starts_line)
        reader_expected(reader, "the end of the line");
}

void *reader_keep(struct reader *reader, const void *items, size_t count,
                  size_t size)
{
    void *kept = arena_alloc_array(reader->arena, count, size);

    if (count > 0)
        memcpy(kept, items, count * size);
    return kept;
}

/* Names and numbers. */

static const char *intern(struct reader *reader, const struct token *token)
{
    return strings_intern_n(reader->strings, token->text, token->length);
}

const char *reader_name(struct reader *reader, const char *what)
{
    struct token token = reader->token;

    if (!reader_accept(reader, TOKEN_WORD) &&
        !reader_accept(reader, TOKEN_STRING)) {
        reader_expected(reader, what);
        return "";
    }
    return intern(reader, &token);
}

const char *reader_string(struct reader *reader, const char *what)
{
    struct token token = reader->token;

    if (!reader_accept(reader, TOKEN_STRING)) {
        reader_expected(reader, what);
        return "";
    }
    return intern(reader, &token);
}

uint64_t reader_size(struct reader *reader, uint64_t most, const char *what)
{
    struct token token = reader->token;

    if (token.kind != TOKEN_NUMBER) {
        reader_expected(reader, what);
        return 0;
    }
    if (token.is_negative || token.magnitude > most) {
        reader_fail(reader, token, "%s is not in the range of 0 to %llu", what,
                    (unsigned long long)most);
        return 0;
    }
    reader_advance(reader);
    return token.magnitude;
}

int64_t reader_integer(struct reader *reader, const char *what)
{
    struct token token = reader->token;
    uint64_t bits = token.is_negative ? 0 - token.magnitude : token.magnitude;
    int64_t value;

    if (!reader_accept(reader, TOKEN_NUMBER)) {
        reader_expected(reader, what);
        return 0;
    }
    memcpy(&value, &bits, sizeof(value));
    return value;
}

/* The number that tells a name from its namesakes: 1 where none stands. */
static unsigned read_number(struct reader *reader)
{
    if (!reader_accept(reader, '#'))
        return 1;
    return (unsigned)reader_size(reader, INT32_MAX, "a number after '#'");
}

struct symbol *reader_symbol(struct reader *reader, struct map *map, int kind,
                             const char *what)
{
    struct token token = reader->token;

    if (!reader_accept(reader, kind) &&
        (kind != TOKEN_WORD || !reader_accept(reader, TOKEN_STRING))) {
        reader_expected(reader, what);
        return NULL;
    }

    const char *name = intern(reader, &token);
    const char *key =
        strings_intern(reader->keys, arena_format(reader->scratch, "%s#%u",
                                                  name, read_number(reader)));
    struct symbol *symbol = map_get(map, key);

    if (symbol == NULL) {
        symbol = arena_new(reader->scratch, struct symbol);
        symbol->name = name;
        symbol->first = token;
        map_put(map, key, symbol);
    }
    return reader->has_failed ? NULL : symbol;
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

struct type reader_type(struct reader *reader)
{
    const struct token *token = &reader->token;
    struct type type = type_void();

    if (token->kind == TOKEN_WORD &&
        type_from(&type,
                  arena_strndup(reader->scratch, token->text, token->length))) {
        reader_advance(reader);
        return type;
    }
    reader_expected(reader, "a type");
    return type_void();
}

struct type reader_type_of(struct reader *reader, struct record **record)
{
    struct type type = reader_type(reader);

    *record = NULL;
    if (reader_accept(reader, '<')) {
        *record = reader_record(reader);
        reader_expect(reader, '>', "'>' after the record's name");
    }
    return type;
}

struct place reader_place(struct reader *reader)
{
    struct place place = { .file = NULL };

    if (!reader_accept(reader, ';'))
        return place;
    place.file = reader->file;
    if (reader->token.kind == TOKEN_STRING) {
        place.file = reader_string(reader, "a file name");
        reader_expect(reader, ':', "':' after the file name");
    }
    place.line = (uint32_t)reader_size(reader, UINT32_MAX, "a line number");
    reader_expect(reader, ':', "':' after the line number");
    place.column = (uint32_t)reader_size(reader, UINT32_MAX, "a column");
    return place;
}

/* What names refer to. */

static void *thing_of(struct reader *reader, struct symbol *symbol, size_t size)
{
    if (symbol == NULL)
        return NULL;
    if (symbol->thing == NULL)
        symbol->thing = arena_alloc(reader->arena, size);
    return symbol->thing;
}

struct record *reader_record(struct reader *reader)
{
    return thing_of(reader,
                    reader_symbol(reader, reader->records, TOKEN_WORD,
                                  "the name of a record"),
                    sizeof(struct record));
}

struct global *reader_global(struct reader *reader)
{
    return thing_of(reader,
                    reader_symbol(reader, reader->globals, TOKEN_SYMBOL,
                                  "the name of a global, with '@'"),
                    sizeof(struct global));
}

struct function *reader_function(struct reader *reader)
{
    return thing_of(reader,
                    reader_symbol(reader, reader->functions, TOKEN_SYMBOL,
                                  "the name of a function, with '@'"),
                    sizeof(struct function));
}

/* The name that is being described: NULL after a mistake. */
static struct symbol *read_described(struct reader *reader, struct map *map,
                                     int kind, const char *what, size_t size)
{
    struct token token = reader->token;
    struct symbol *symbol = reader_symbol(reader, map, kind, what);

    if (symbol == NULL)
        return NULL;
    if (symbol->is_described) {
        reader_fail(reader, token, "'%s%s' is described twice",
                    sigil_of(token.kind), symbol->name);
        return NULL;
    }
    symbol->is_described = true;
    thing_of(reader, symbol, size);
    return symbol;
}

/* Tells the first name met that nothing describes. */
static void check_described(struct reader *reader, const struct map *map,
                            const char *what)
{
    for (size_t i = 0; i < map_count(map); i++) {
        const struct symbol *symbol = map_at(map, i).value;
        if (!symbol->is_described)
            reader_fail(reader, symbol->first, "nothing describes the %s '%s'",
                        what, symbol->name);
    }
}

/* Things in the order in which the text describes them. */
struct things vec_of(void *);

/* Records. */

static struct field read_field(struct reader *reader)
{
    struct field field = { .offset = reader_size(reader, UINT64_MAX,
                                                 "the offset of a field") };

    field.name = reader_name(reader, "the name of a field");
    field.type = reader_type_of(reader, &field.record);
    if (reader_accept(reader, '[')) {
        field.count = reader_size(reader, UINT64_MAX, "a count of elements");
        reader_expect(reader, ']', "']' after the count");
    }
    return field;
}

static void read_fields(struct reader *reader, struct record *record)
{
    struct vec_of(struct field) fields = { 0 };

    while (reader->token.kind != '}' && reader->token.kind != TOKEN_END) {
        struct field field = read_field(reader);
        vec_push(reader->scratch, &fields, field);
    }
    reader_expect(reader, '}', "a field or '}'");
    record->fields =
        reader_keep(reader, fields.items, fields.count, sizeof(*fields.items));
    record->field_count = fields.count;
}

static void read_record(struct reader *reader, struct things *records)
{
    bool is_union = token_is(&reader->token, "union");

    reader_advance(reader);

    struct symbol *symbol =
        read_described(reader, reader->records, TOKEN_WORD,
                       "the name of a record", sizeof(struct record));
    if (symbol == NULL)
        return;

    struct record *record = symbol->thing;
    record->name = symbol->name;
    record->is_union = is_union;
    record->size = reader_size(reader, UINT64_MAX, "the record's size in bits");
    if (reader_accept(reader, '{'))
        read_fields(reader, record);
    reader_end_line(reader);
    vec_push(reader->scratch, records, record);
}

/* Globals. */

static struct initial read_initial(struct reader *reader)
{
    struct initial initial = {
        .offset = reader_size(reader, UINT64_MAX, "the offset of a value"),
        .type = reader_type(reader),
    };

    if (reader_accept_word(reader, "function")) {
        initial.kind = INITIAL_FUNCTION;
        initial.function = reader_function(reader);
    } else if (reader_accept_word(reader, "global")) {
        initial.kind = INITIAL_GLOBAL;
        initial.global = reader_global(reader);
        if (reader_accept(reader, '+'))
            initial.value = reader_integer(reader, "an offset in bits");
    } else if (reader_accept_word(reader, "string")) {
        initial.kind = INITIAL_STRING;
    } else if (reader_accept_word(reader, "unknown")) {
        initial.kind = INITIAL_UNKNOWN;
    } else {
        initial.kind = INITIAL_INT;
        initial.value = reader_integer(reader, "a value");
    }
    return initial;
}

static void read_initials(struct reader *reader, struct global *global)
{
    struct vec_of(struct initial) initials = { 0 };

    while (reader->token.kind != '}' && reader->token.kind != TOKEN_END) {
        struct initial initial = read_initial(reader);
        vec_push(reader->scratch, &initials, initial);
    }
    reader_expect(reader, '}', "a value or '}'");
    global->initials = reader_keep(reader, initials.items, initials.count,
                                   sizeof(*initials.items));
    global->initial_count = initials.count;
}

/* One word of those after a global's name; false if the token is none. */
static bool read_global_word(struct reader *reader, struct global *global)
{
    if (reader_accept_word(reader, "size"))
        global->size = reader_size(reader, UINT64_MAX, "a size in bits");
    else if (reader_accept_word(reader, "as"))
        global->spelling = reader_name(reader, "a name after 'as'");
    else if (reader_accept_word(reader, "extern"))
        global->is_defined = false;
    else if (reader_accept_word(reader, "internal"))
        global->is_internal = true;
    else if (reader_accept_word(reader, "constant"))
        global->is_constant = true;
    else if (reader_accept_word(reader, "inline"))
        global->is_inline = true;
    else
        return false;
    return true;
}

static void read_global(struct reader *reader, struct things *globals)
{
    struct record *record;

    reader_advance(reader);

    struct type type = reader_type_of(reader, &record);
    struct symbol *symbol =
        read_described(reader, reader->globals, TOKEN_SYMBOL,
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
        .unit = reader->unit,
    };
    while (read_global_word(reader, global))
        ;
    global->place = reader_place(reader);
    if (reader_accept(reader, '{'))
        read_initials(reader, global);
    reader_end_line(reader);
    vec_push(reader->scratch, globals, global);
}

/* Heads of functions. */

static bool read_function_flag(struct reader *reader, struct function *function)
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
        if (reader_accept_word(reader, flags[i].word)) {
            *flags[i].flag = true;
            return true;
        }
    }
    return false;
}

static bool read_function_word(struct reader *reader, struct function *function)
{
    if (reader_accept_word(reader, "as"))
        function->spelling = reader_name(reader, "a name after 'as'");
    else if (reader_accept_word(reader, "role"))
        function->role = reader_name(reader, "a name after 'role'");
    else
        return read_function_flag(reader, function);
    return true;
}

static void read_function(struct reader *reader, struct things *functions)
{
    const char *unit_file = reader->file;
    struct record *record;

    reader_advance(reader);

    struct type type = reader_type_of(reader, &record);
    struct symbol *symbol = read_described(
        reader, reader->functions, TOKEN_SYMBOL,
        "the name of a function, with '@'", sizeof(struct function));
    if (symbol == NULL)
        return;

    struct function *function = symbol->thing;
    *function = (struct function){
        .name = symbol->name,
        .spelling = symbol->name,
        .type = type,
        .record = record,
        .unit = reader->unit,
    };
    struct body *body = reader_parameters(reader, function);
    while (read_function_word(reader, function))
        ;
    function->place = reader_place(reader);
    if (function->place.file != NULL)
        reader->file = function->place.file;
    if (reader_accept(reader, '{'))
        reader_body(body);
    reader_end_line(reader);
    reader->file = unit_file;
    vec_push(reader->scratch, functions, function);
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
            token_is(token, "global") || token_is(token, "function"));
}

/* Goes to the next thing: outside all brackets or, in case one is not closed, in
 * the first column. */
static void skip_thing(struct reader *reader)
{
    int depth = 0;

    do {
        int kind = reader->token.kind;
        depth += (kind == '{' || kind == '(') - (kind == '}' || kind == ')');
        reader_advance(reader);
    } while (reader->token.kind != TOKEN_END &&
             !(starts_thing(&reader->token) &&
               (depth <= 0 || reader->token.column == 1)));
}

static void start(struct reader *reader, const char *text, size_t size)
{
    reader->lexer = lexer_make(reader->scratch, text, size);
    reader_advance(reader);
}

static void read_records(struct reader *reader)
{
    struct unit *unit = reader->unit;
    struct things records = { 0 };

    while (reader->token.kind != TOKEN_END) {
        if (is_record_word(&reader->token))
            read_record(reader, &records);
        else
            skip_thing(reader);
    }
    check_described(reader, reader->records, "record");
    unit->records = reader_keep(reader, records.items, records.count,
                                sizeof(*unit->records));
    unit->record_count = records.count;
}

static void read_unit_line(struct reader *reader)
{
    if (reader_accept_word(reader, "unit")) {
        reader->unit->path = reader_string(reader, "the unit's path, quoted");
        reader->file = reader->unit->path;
        reader_end_line(reader);
    }
}

static void read_things(struct reader *reader)
{
    struct unit *unit = reader->unit;
    struct things globals = { 0 };
    struct things functions = { 0 };

    read_unit_line(reader);
    while (reader->token.kind != TOKEN_END) {
        if (is_record_word(&reader->token))
            skip_thing(reader);
        else if (token_is(&reader->token, "global"))
            read_global(reader, &globals);
        else if (token_is(&reader->token, "function"))
            read_function(reader, &functions);
        else
            reader_expected(reader,
                            "'record', 'union', 'global' or 'function'");
    }
    check_described(reader, reader->records, "record");
    check_described(reader, reader->globals, "global");
    check_described(reader, reader->functions, "function");
    unit->globals = reader_keep(reader, globals.items, globals.count,
                                sizeof(*unit->globals));
    unit->global_count = globals.count;
    unit->functions = reader_keep(reader, functions.items, functions.count,
                                  sizeof(*unit->functions));
    unit->function_count = functions.count;
}

struct unit *unit_read(struct arena *arena, struct strings *strings,
                       const char *path, const char *text, size_t size,
                       struct fail *fail)
{
    struct arena *scratch = arena_open();
    struct reader reader = {
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

    reader.unit->arena = arena;
    reader.unit->path = reader.file;
    start(&reader, text, size);
    read_records(&reader);
    start(&reader, text, size);
    read_things(&reader);
    arena_close(scratch);
    return reader.has_failed ? NULL : reader.unit;
}
