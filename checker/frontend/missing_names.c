/* missing_names.c - names that are declared nowhere.
 *
 * Method: the parser's messages name what it did not know; the text around the
 * place tells whether that is a type, a variable, a macro. What was guessed
 * wrong shows as another message in the next parse ("is not a pointer"), and
 * the guess is mended. Types come before variables: where a type is not known,
 * the variables declared with it seem to be missing, too.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/missing_names.h"

#include "frontend/vicinity.h"
#include "support/fail.h"
#include "support/map.h"
#include "support/strings.h"

#include <ctype.h>
#include <string.h>

/* A name that two messages want to be two things stays what it is. */
enum { CHANGE_LIMIT = 3 };

/* One error of the parser. */
struct error {
    struct missing *missing;
    struct source *source;
    CXDiagnostic diagnostic;
    const char *text;
    const char *name;   /* the first one in quotes, without "struct" and "*" */
    const char *second; /* the second one */
    struct vicinity at;
};

struct missing_name *missing_name_make(struct missing *missing,
                                       struct map *names, const char *name,
                                       enum missing_kind kind,
                                       const char *outer_tag)
{
    struct arena *arena = missing->arena;
    struct missing_name *made = arena_new(arena, struct missing_name);
    made->name = strings_intern(missing->strings, name);
    made->kind = kind;
    made->members = map_make(arena);
    made->result = "long long";
    if (kind == MISSING_STRUCT_TAG || kind == MISSING_UNION_TAG)
        made->tag = made->name;
    else
        made->tag = arena_format(arena, "%s_%s", outer_tag, made->name);
    map_put(names, made->name, made);
    return made;
}

static struct missing_name *known(struct missing *missing, const char *name)
{
    return map_get(missing->names, strings_intern(missing->strings, name));
}

static bool is_identifier(const char *name)
{
    size_t length = 0;
    while (isalnum((unsigned char)name[length]) || name[length] == '_')
        length++;
    return length != 0 && name[length] == '\0' &&
           !isdigit((unsigned char)name[0]);
}

static bool add(struct error *error, const char *name, enum missing_kind kind)
{
    if (!is_identifier(name) || known(error->missing, name))
        return false;
    missing_name_make(error->missing, error->missing->names, name, kind,
                      "made_up");
    return true;
}

/* Mends a guess. False if the guess was that already, or there was none. */
static bool change(struct error *error, const char *name,
                   enum missing_kind kind)
{
    struct missing_name *made = known(error->missing, name);
    if (!made || made->kind == kind || made->kind == MISSING_NEVER ||
        made->changes++ == CHANGE_LIMIT)
        return false;
    made->kind = kind;
    return true;
}

/* Of "'struct name *' (aka ...)" and the like, the name. */
static const char *quoted(struct error *error, const char *from)
{
    static const char *const fronts[] = { "struct ", "union ", "enum ",
                                          "const ", "volatile " };
    const char *start = from ? strchr(from, '\'') : NULL;
    if (!start)
        return NULL;
    start++;
    for (size_t i = 0; i < sizeof(fronts) / sizeof(*fronts); i++)
        if (strncmp(start, fronts[i], strlen(fronts[i])) == 0)
            start += strlen(fronts[i]);
    size_t length = strcspn(start, "' *[");
    return strings_intern_n(error->missing->strings, start, length);
}

static const char *behind_quotes(const char *text)
{
    const char *start = strchr(text, '\'');
    const char *end = start ? strchr(start + 1, '\'') : NULL;
    return end ? end + 1 : NULL;
}

static bool starts(const char *text, const char *front)
{
    return strncmp(text, front, strlen(front)) == 0;
}

/* Like the annotations of the system's headers: _In_, _Success_(...) */
static bool is_annotation(const char *name)
{
    size_t length = strlen(name);
    return length > 2 && name[0] == '_' && name[length - 1] == '_';
}

/* Like PDEVICE of DEVICE. */
static bool is_pointer_name(const char *name)
{
    if (name[0] == 'L' && name[1] == 'P')
        name++;
    return name[0] == 'P' && isupper((unsigned char)name[1]) &&
           strncmp(name, "PFN", 3) != 0;
}

static enum missing_kind type_kind(const char *name)
{
    return is_pointer_name(name) ? MISSING_POINTER_TYPE : MISSING_TYPE;
}

struct finding_type {
    const char *name;
    size_t start; /* of the word that is looked up: not a declaration */
    bool found;   /* as a type */
    bool found_other;
};

static enum CXChildVisitResult find_name(CXCursor cursor, CXCursor parent,
                                         CXClientData data)
{
    struct finding_type *finding = data;
    CXString name = clang_getCursorSpelling(cursor);
    (void)parent;
    unsigned start;
    clang_getSpellingLocation(clang_getCursorLocation(cursor), NULL, NULL, NULL,
                              &start);
    bool is_it = strcmp(clang_getCString(name), finding->name) == 0 &&
                 start != finding->start;
    enum CXCursorKind kind = clang_getCursorKind(cursor);
    finding->found = is_it && kind == CXCursor_TypedefDecl;
    finding->found_other |=
        is_it && (kind == CXCursor_FunctionDecl || kind == CXCursor_VarDecl);
    clang_disposeString(name);
    return finding->found ? CXChildVisit_Break : CXChildVisit_Continue;
}

static struct finding_type look_up(struct error *error, struct bit bit)
{
    char *name = arena_strndup(error->missing->arena, bit.text, bit.length);
    struct finding_type finding = { name, bit.start, false, false };
    CXTranslationUnit unit = source_unit(error->source);
    clang_visitChildren(clang_getTranslationUnitCursor(unit), find_name,
                        &finding);
    return finding;
}

static bool is_type_name(struct error *error, struct bit bit)
{
    return look_up(error, bit).found;
}

static enum missing_kind nothing_kind(struct error *error)
{
    return bit_is(bit_after(&error->at, error->at.end), "(") ? MISSING_NOTE
                                                             : MISSING_NOTHING;
}

/* A word in front of a whole declaration is an annotation. */
static bool learn_type(struct error *error)
{
    struct bit next = bit_after(&error->at, error->at.end);
    struct bit third = bit_after(&error->at, next.end);
    bool is_note =
        is_annotation(error->name) || bit_is_type_keyword(next) ||
        bit_is(next, "#") || bit_is(next, "}") || next.length == 0 ||
        (bit_is_word(next) && bit_is_word(third) && is_type_name(error, next));
    return add(error, error->name,
               is_note ? nothing_kind(error) : type_kind(error->name));
}

/* The word as a name of its own. */
static const char *word_of(struct error *error, struct bit bit)
{
    return strings_intern_n(error->missing->strings, bit.text, bit.length);
}

static bool continues_expression(struct bit after)
{
    static const char operators[] = "-.=!<>+/%|?";
    return after.length == 1 && strchr(operators, after.text[0]);
}

/* What is used like a value is an argument of an annotation. */
static bool learn_unknown_type(struct error *error)
{
    if (!starts(error->text, "unknown type name") || !error->at.data)
        return false;
    if (!continues_expression(bit_after(&error->at, error->at.end)))
        return learn_type(error);
    struct bit name = bit_calling(&error->at, error->at.start);
    return name.length != 0 && add(error, word_of(error, name), MISSING_NOTE);
}

/* `typedef T (*name)(...)` reads like a function T of old, without a type. */
static bool learn_typed(struct error *error)
{
    if (!starts(error->text, "type specifier missing") || !error->at.data)
        return false;
    struct bit before = bit_before(&error->at, error->at.start);
    struct bit after = bit_after(&error->at, error->at.end);
    struct bit name = { error->at.data + error->at.start,
                        error->at.end - error->at.start, error->at.start,
                        error->at.end };
    bool is_pointer = bit_is(bit_after(&error->at, after.end), "*");
    return bit_is(after, "(") && bit_is_word(name) &&
           (bit_is(before, "typedef") || is_pointer) &&
           add(error, word_of(error, name), type_kind(word_of(error, name)));
}

/* `_Note_(x) f(...)` reads like a function of old with a parameter f. */
static bool learn_note(struct error *error)
{
    if (!starts(error->text, "parameter named") || !error->at.data)
        return false;
    struct bit close = bit_before(&error->at, error->at.start);
    if (!bit_is(close, ")"))
        return false;
    struct bit name = bit_calling(&error->at, close.start);
    return name.length != 0 && add(error, word_of(error, name), MISSING_NOTE);
}

/* Between parentheses in front of something: a cast. */
static bool is_cast(const struct vicinity *at, struct bit before,
                    struct bit after)
{
    if (!bit_is(before, "(") || !bit_is(after, ")"))
        return false;
    struct bit front = bit_before(at, before.start);
    struct bit operand = bit_after(at, after.end);
    if (bit_is(front, "sizeof"))
        return true;
    if (bit_is_word(front) && !bit_is(front, "return"))
        return false;
    return bit_is_word(operand) || bit_is(operand, "(") ||
           bit_is(operand, "&") || bit_is(operand, "~") ||
           bit_is(operand, "\"") ||
           (operand.length != 0 && isdigit((unsigned char)operand.text[0]));
}

static bool starts_statement(struct bit before)
{
    return bit_is(before, ";") || bit_is(before, "{") || bit_is(before, "}") ||
           bit_is(before, ")") || bit_is(before, ":") || before.length == 0;
}

/* `T * name` at the start of a statement, `(T *)`. */
static bool is_pointer_use(const struct vicinity *at, struct bit before,
                           struct bit after)
{
    if (!bit_is(after, "*"))
        return false;
    while (bit_is(after, "*"))
        after = bit_after(at, after.end);
    if (bit_is(after, ")"))
        return bit_is(before, "(") || bit_is(before, ",");
    return bit_is_word(after) && starts_statement(before);
}

static bool is_type_use(const struct vicinity *at)
{
    struct bit before = bit_before(at, at->start);
    struct bit after = bit_after(at, at->end);
    if (bit_is_word(after) && !bit_is_statement_keyword(after))
        return true;
    return is_cast(at, before, after) || is_pointer_use(at, before, after);
}

static enum missing_kind variable_kind(const struct vicinity *at)
{
    struct bit after = bit_after(at, at->end);
    struct bit next = bit_after(at, after.end);
    if (bit_is(after, "."))
        return MISSING_STRUCT;
    if (bit_is(after, "-") && bit_is(next, ">") && next.start == after.end)
        return MISSING_POINTER;
    if (bit_is(after, "["))
        return MISSING_ARRAY;
    return bit_is(after, "(") ? MISSING_FUNCTION : MISSING_VARIABLE;
}

static bool is_on_next_line(const struct vicinity *at, struct bit bit)
{
    return bit.length != 0 &&
           memchr(at->data + at->end, '\n', bit.start - at->end) != NULL;
}

/* A word that stands alone on its line is a macro, not a type. */
static bool learn_undeclared_type(struct error *error)
{
    if (!starts(error->text, "use of undeclared identifier") || !error->at.data)
        return false;
    struct bit after = bit_after(&error->at, error->at.end);
    bool is_alone = bit_is_word(after) && is_on_next_line(&error->at, after);
    if (is_alone || (bit_is_statement_keyword(after) && !bit_is(after, "}")))
        return add(error, error->name, MISSING_NOTHING);
    struct bit before = bit_before(&error->at, error->at.start);
    if (bit_is(after, "}") && (bit_is(before, ";") || bit_is(before, "}")))
        return add(error, error->name, MISSING_NOTHING);
    return is_type_use(&error->at) && learn_type(error);
}

/* Next to a string: a macro that is one, as those of <inttypes.h>. */
static bool learn_string(struct error *error)
{
    if (!error->at.data || (!starts(error->text, "expected") &&
                            !starts(error->text, "use of undeclared")))
        return false;
    struct bit name = bit_after(&error->at, error->at.start);
    struct bit before = bit_before(&error->at, error->at.start);
    struct bit after = bit_after(&error->at, name.end);
    if (!bit_is_word(name) || bit_is_statement_keyword(name) ||
        (!bit_is(before, "\"") && !bit_is(after, "\"")))
        return false;
    return add(error, word_of(error, name), MISSING_STRING) ||
           change(error, word_of(error, name), MISSING_STRING);
}

/* A macro among the fields of a structure. */
static bool learn_field_note(struct error *error)
{
    if (!starts(error->text, "type name requires a specifier") ||
        !error->at.data)
        return false;
    struct bit name = bit_after(&error->at, error->at.start);
    struct bit after = bit_after(&error->at, name.end);
    if (!bit_is_word(name) || (!bit_is(after, ";") && !bit_is(after, "(")))
        return false;
    return add(error, word_of(error, name),
               bit_is(after, "(") ? MISSING_NOTE : MISSING_NOTHING);
}

static bool learn_undeclared_variable(struct error *error)
{
    return starts(error->text, "use of undeclared identifier") &&
           error->at.data && add(error, error->name, variable_kind(&error->at));
}

/* A structure that is used as if it were defined. */
static bool learn_incomplete(struct error *error)
{
    if (!strstr(error->text, "incomplete") &&
        !strstr(error->text, "never completed"))
        return false;
    const char *at = strstr(error->text, "struct ");
    enum missing_kind kind = MISSING_STRUCT_TAG;
    if (!at) {
        at = strstr(error->text, "union ");
        kind = MISSING_UNION_TAG;
    }
    if (!at)
        return false;
    at += kind == MISSING_STRUCT_TAG ? 7 : 6;
    const char *name =
        strings_intern_n(error->missing->strings, at, strcspn(at, "' *[)"));
    return name[0] != '\0' && add(error, name, kind);
}

static struct missing_name *with_tag(struct map *names, const char *tag)
{
    for (size_t i = 0; i < map_count(names); i++) {
        struct missing_name *name = map_at(names, i).value;
        if (strcmp(name->tag, tag) == 0)
            return name;
        struct missing_name *inner = with_tag(name->members, tag);
        if (inner)
            return inner;
    }
    return NULL;
}

static bool learn_member(struct error *error)
{
    struct missing *missing = error->missing;
    if ((!starts(error->text, "no member named") &&
         !starts(error->text, "field designator")) ||
        !error->second)
        return false;
    struct missing_name *outer = with_tag(missing->names, error->second);
    const char *shown = behind_quotes(behind_quotes(error->text));
    const char *tag = quoted(error, shown);
    if (!outer && tag)
        outer = with_tag(missing->names, tag);
    if (!outer)
        outer = known(missing, error->second);
    if (!outer || map_has(outer->members, error->name) ||
        !is_identifier(error->name))
        return false;
    missing_name_make(missing, outer->members, error->name,
                      variable_kind(&error->at), outer->tag);
    return true;
}

/* `f(x)->field` where nobody declared f. */
static bool learn_pointer_function(struct error *error)
{
    if (!starts(error->text, "member reference type 'int' is not a pointer") ||
        !error->at.data)
        return false;
    struct bit close = bit_before(&error->at, error->at.start);
    while (bit_is(close, ">") || bit_is(close, "-"))
        close = bit_before(&error->at, close.start);
    if (!bit_is(close, ")"))
        return false;
    struct bit name = bit_calling(&error->at, close.start);
    return name.length != 0 &&
           add(error, word_of(error, name), MISSING_POINTER_FUNCTION);
}

static bool mend_type(struct error *error)
{
    if (starts(error->text, "member reference base type") ||
        starts(error->text, "offsetof requires struct") ||
        starts(error->text, "initialization of non-aggregate type") ||
        (starts(error->text, "member reference type") &&
         strstr(error->text, "is a pointer")))
        return change(error, error->name, MISSING_STRUCT_TYPE);
    if (starts(error->text, "member reference type") &&
        strstr(error->text, "is not a pointer"))
        return change(error, error->name, MISSING_POINTER_TYPE);
    if (starts(error->text, "called object type"))
        return change(error, error->name,
                      strchr(error->text, '*') ? MISSING_FUNCTION_TYPE
                                               : MISSING_CALLBACK_TYPE);
    return false;
}

/* What the function that the error is about gives, in words that need no
 * declaration. */
static const char *result_of(struct error *error)
{
    CXCursor function =
        clang_getCursor(source_unit(error->source),
                        clang_getDiagnosticLocation(error->diagnostic));
    CXType type = clang_getCanonicalType(clang_getCursorResultType(function));
    if (type.kind == CXType_Pointer)
        return "void *";
    if (type.kind < CXType_FirstBuiltin || type.kind > CXType_LastBuiltin)
        return "long long";
    return type_name(error->source, type);
}

/* The word in front of the name where a note says it was declared before. */
static const char *earlier_type(struct error *error)
{
    CXDiagnosticSet notes = clang_getChildDiagnostics(error->diagnostic);
    if (clang_getNumDiagnosticsInSet(notes) == 0)
        return "";
    CXDiagnostic note = clang_getDiagnosticInSet(notes, 0);
    struct vicinity at = vicinity_of(source_unit(error->source),
                                     clang_getDiagnosticLocation(note));
    clang_disposeDiagnostic(note);
    return at.data ? word_of(error, bit_before(&at, at.start)) : "";
}

/* `ROLE f;` in front of a function f: ROLE is a function's type. */
static bool mend_role(struct error *error)
{
    if (!strstr(error->text, "different kind of symbol") &&
        !starts(error->text, "conflicting types"))
        return false;
    struct missing_name *role = known(error->missing, earlier_type(error));
    if (!role)
        return false;
    const char *result = result_of(error);
    bool is_new = strcmp(role->result, result) != 0 && role->changes == 0;
    role->result = result;
    return change(error, role->name, MISSING_FUNCTION_TYPE) || is_new;
}

static bool mend_constant(struct error *error)
{
    if (!strstr(error->text, "constant") || !error->at.data)
        return false;
    char *word =
        arena_strndup(error->missing->arena, error->at.data + error->at.start,
                      error->at.end - error->at.start);
    const struct missing_name *made = known(error->missing, word);
    return made && made->kind == MISSING_VARIABLE &&
           change(error, word, MISSING_CONSTANT);
}

/* The type that a later typedef gives it, if that can be said in front. */
static const char *later_type(struct error *error)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyz"
                                "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_ *";
    if (!starts(error->text, "typedef redefinition"))
        return NULL;
    const char *end = strrchr(error->text, '\'');
    const char *start = end;
    while (start && start > error->text && start[-1] != '\'')
        start--;
    if (!end || strspn(start, plain) != (size_t)(end - start))
        return NULL;
    return strings_intern_n(error->missing->strings, start,
                            (size_t)(end - start));
}

/* It is declared after all, further down; or it cannot be what was guessed. */
static bool take_back(struct error *error)
{
    if ((!strstr(error->text, "redefinition") &&
         !strstr(error->text, "conflicting types") &&
         !starts(error->text, "unterminated function-like macro")) ||
        !error->at.data)
        return false;
    struct bit name = bit_after(&error->at, error->at.start);
    struct missing_name *made = known(error->missing, word_of(error, name));
    const char *type = later_type(error);
    if (!made && type)
        made = known(error->missing, error->name);
    if (!made)
        return false;
    if (type)
        made->result = type;
    return change(error, made->name, type ? MISSING_ALIAS : MISSING_NEVER);
}

/* What cannot stand between a function's parentheses can between those of a
 * macro. */
static bool learn_call(struct error *error)
{
    static const char *const texts[] = {
        "expected expression",
        "expected identifier",
        "expected ')'",
        "expected parameter declarator",
        "a parameter list without types",
        "type name requires a specifier or qualifier"
    };
    bool fits = false;
    for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
        fits = fits || strstr(error->text, texts[i]);
    if (!fits || !error->at.data)
        return false;
    struct bit name = bit_calling(&error->at, error->at.start);
    if (name.length == 0 || bit_is_type_keyword(name))
        return false;
    struct finding_type finding = look_up(error, name);
    return !finding.found && !finding.found_other &&
           add(error, word_of(error, name), MISSING_CALL);
}

/* What may be learnt from one parse together. */
static bool (*const steps[][8])(struct error *error) = {
    { take_back, learn_unknown_type, learn_typed, learn_string,
      learn_undeclared_type, learn_incomplete, mend_role },
    { learn_field_note, learn_note },
    { learn_member, learn_pointer_function, mend_type, mend_constant },
    { learn_undeclared_variable },
    { learn_call },
};

enum { STEP_COUNT = sizeof(steps) / sizeof(*steps) };

size_t missing_name_steps(void)
{
    return STEP_COUNT;
}

bool missing_name_learn(struct missing *missing, struct source *source,
                        CXDiagnostic diagnostic, const char *text, size_t step)
{
    struct error error = { missing,
                           source,
                           diagnostic,
                           text,
                           NULL,
                           NULL,
                           vicinity_of(
                               source_unit(source),
                               clang_getDiagnosticLocation(diagnostic)) };
    error.name = quoted(&error, text);
    error.second = quoted(&error, behind_quotes(text));
    if (!error.name)
        error.name = strings_intern(missing->strings, "");
    bool learnt = false;
    for (size_t i = 0; !learnt && steps[step][i]; i++)
        learnt = steps[step][i](&error);
    return learnt;
}

void missing_names_tell(struct missing *missing, const char *path)
{
    struct text text = text_make(missing->arena);
    size_t count = 0;
    for (size_t i = 0; i < map_count(missing->names); i++) {
        const struct missing_name *name = map_at(missing->names, i).value;
        if (name->kind == MISSING_NEVER)
            continue;
        if (count++ < 5)
            text_addf(&text, "%s'%s'", text.length ? ", " : "", name->name);
    }
    if (count != 0)
        fail_note(missing->fail, (struct fail_place){ path, 0, 0 },
                  "%zu name%s declared nowhere: %s%s", count,
                  count == 1 ? " is" : "s are", text_str(&text),
                  count > 5 ? ", ..." : "");
}
