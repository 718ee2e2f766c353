/* missing_names.c - names that are declared nowhere.
 *
 * Method: the parser's messages name what it did not know; the text around the
 * place tells whether that is a type, a variable, a macro. What was guessed
 * wrong shows as another message in the next parse ("is not a pointer"), and
 * the guess is mended. Types come before variables: where a type is not known,
 * the variables declared with it seem to be missing, too.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/clue.h"
#include "support/fail.h"
#include "support/map.h"
#include "support/strings.h"

#include <ctype.h>
#include <string.h>

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

/* A word in front of a whole declaration is an annotation. */
static bool learn_type(struct clue *clue)
{
    struct bit next = bit_after(&clue->at, clue->at.end);
    struct bit third = bit_after(&clue->at, next.end);
    bool is_note =
        is_annotation(clue->name) || bit_is_type_keyword(next) ||
        bit_is(next, "#") || bit_is(next, "}") || next.length == 0 ||
        (bit_is_word(next) && bit_is_word(third) && clue_is_type(clue, next));
    return clue_add(clue, clue->name,
                    is_note ? clue_nothing(clue) : type_kind(clue->name));
}

static bool continues_expression(struct bit after)
{
    static const char operators[] = "-.=!<>+/%|?";
    return after.length == 1 && strchr(operators, after.text[0]);
}

/* What is used like a value is an argument of an annotation. */
static bool learn_unknown_type(struct clue *clue)
{
    if (!clue_starts(clue, "unknown type name") || !clue->at.data)
        return false;
    if (!continues_expression(bit_after(&clue->at, clue->at.end)))
        return learn_type(clue);
    struct bit name = bit_calling(&clue->at, clue->at.start);
    return name.length != 0 &&
           clue_add(clue, clue_word(clue, name), MISSING_NOTE);
}

/* `typedef T (*name)(...)` reads like a function T of old, without a type. */
static bool learn_typed(struct clue *clue)
{
    if (!clue_starts(clue, "type specifier missing") || !clue->at.data)
        return false;
    struct bit before = bit_before(&clue->at, clue->at.start);
    struct bit after = bit_after(&clue->at, clue->at.end);
    struct bit name = { clue->at.data + clue->at.start,
                        clue->at.end - clue->at.start, clue->at.start,
                        clue->at.end };
    bool is_pointer = bit_is(bit_after(&clue->at, after.end), "*");
    return bit_is(after, "(") && bit_is_word(name) &&
           (bit_is(before, "typedef") || is_pointer) &&
           clue_add(clue, clue_word(clue, name),
                    type_kind(clue_word(clue, name)));
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

/* Whether one of the words of the name, between low lines, is that. */
static bool has_word(const struct vicinity *at, const char *word)
{
    size_t length = strlen(word);
    for (size_t i = at->start; i + length <= at->end; i++) {
        bool starts = i == at->start || at->data[i - 1] == '_';
        bool ends = i + length == at->end || at->data[i + length] == '_';
        if (starts && ends && memcmp(at->data + i, word, length) == 0)
            return true;
    }
    return false;
}

/* Something called as a statement of its own: by its name, a macro that leaves
 * the function. */
static enum missing_kind statement_kind(const struct vicinity *at)
{
    struct bit before = bit_before(at, at->start);
    if (!starts_statement(before) || !has_word(at, "RETURN"))
        return MISSING_FUNCTION;
    return has_word(at, "IF") ? MISSING_RETURN_IF : MISSING_RETURN;
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
    return bit_is(after, "(") ? statement_kind(at) : MISSING_VARIABLE;
}

static bool is_on_next_line(const struct vicinity *at, struct bit bit)
{
    return bit.length != 0 &&
           memchr(at->data + at->end, '\n', bit.start - at->end) != NULL;
}

/* A word that stands alone on its line is a macro, not a type. */
static bool learn_undeclared_type(struct clue *clue)
{
    if (!clue_starts(clue, "use of undeclared identifier") || !clue->at.data)
        return false;
    struct bit after = bit_after(&clue->at, clue->at.end);
    bool is_alone = bit_is_word(after) && is_on_next_line(&clue->at, after);
    if (is_alone || (bit_is_statement_keyword(after) && !bit_is(after, "}")))
        return clue_add(clue, clue->name, MISSING_NOTHING);
    struct bit before = bit_before(&clue->at, clue->at.start);
    if (bit_is(after, "}") && (bit_is(before, ";") || bit_is(before, "}")))
        return clue_add(clue, clue->name, MISSING_NOTHING);
    return is_type_use(&clue->at) && learn_type(clue);
}

static bool learn_undeclared_variable(struct clue *clue)
{
    return clue_starts(clue, "use of undeclared identifier") && clue->at.data &&
           clue_add(clue, clue->name, variable_kind(&clue->at));
}

/* C lets a function be called that was never declared; one that leaves the
 * function it stands in is none. */
static bool learn_undeclared_function(struct clue *clue)
{
    if ((!clue_starts(clue, "call to undeclared function") &&
         !clue_starts(clue, "implicit declaration of function")) ||
        !clue->at.data)
        return false;
    enum missing_kind kind = statement_kind(&clue->at);
    return kind != MISSING_FUNCTION && clue_add(clue, clue->name, kind);
}

/* A structure that is used as if it were defined. */
static bool learn_incomplete(struct clue *clue)
{
    if (!strstr(clue->text, "incomplete") &&
        !strstr(clue->text, "never completed"))
        return false;
    const char *at = strstr(clue->text, "struct ");
    enum missing_kind kind = MISSING_STRUCT_TAG;
    if (!at) {
        at = strstr(clue->text, "union ");
        kind = MISSING_UNION_TAG;
    }
    if (!at)
        return false;
    at += kind == MISSING_STRUCT_TAG ? 7 : 6;
    const char *name =
        strings_intern_n(clue->missing->strings, at, strcspn(at, "' *[)"));
    return name[0] != '\0' && clue_add(clue, name, kind);
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

static bool learn_member(struct clue *clue)
{
    struct missing *missing = clue->missing;
    if ((!clue_starts(clue, "no member named") &&
         !clue_starts(clue, "field designator")) ||
        !clue->second)
        return false;
    struct missing_name *outer = with_tag(missing->names, clue->second);
    const char *shown = clue_behind_quotes(clue_behind_quotes(clue->text));
    const char *tag = clue_quoted(clue, shown);
    if (!outer && tag)
        outer = with_tag(missing->names, tag);
    if (!outer)
        outer = clue_known(missing, clue->second);
    if (!outer || map_has(outer->members, clue->name) ||
        !clue_is_name(clue->name))
        return false;
    missing_name_make(missing, outer->members, clue->name,
                      variable_kind(&clue->at), outer->tag);
    return true;
}

/* `f(x)->field` where nobody declared f. */
static bool learn_pointer_function(struct clue *clue)
{
    if (!clue_starts(clue, "member reference type 'int' is not a pointer") ||
        !clue->at.data)
        return false;
    struct bit close = bit_before(&clue->at, clue->at.start);
    while (bit_is(close, ">") || bit_is(close, "-"))
        close = bit_before(&clue->at, close.start);
    if (!bit_is(close, ")"))
        return false;
    struct bit name = bit_calling(&clue->at, close.start);
    return name.length != 0 &&
           clue_add(clue, clue_word(clue, name), MISSING_POINTER_FUNCTION);
}

static bool mend_type(struct clue *clue)
{
    if (clue_starts(clue, "member reference base type") ||
        clue_starts(clue, "offsetof requires struct") ||
        clue_starts(clue, "initialization of non-aggregate type") ||
        (clue_starts(clue, "member reference type") &&
         strstr(clue->text, "is a pointer")))
        return clue_change(clue, clue->name, MISSING_STRUCT_TYPE);
    if (clue_starts(clue, "member reference type") &&
        strstr(clue->text, "is not a pointer"))
        return clue_change(clue, clue->name, MISSING_POINTER_TYPE);
    if (clue_starts(clue, "called object type"))
        return clue_change(clue, clue->name,
                           strchr(clue->text, '*') ? MISSING_FUNCTION_TYPE
                                                   : MISSING_CALLBACK_TYPE);
    return false;
}

/* What the function that the error is about gives, in words that need no
 * declaration. */
static const char *result_of(struct clue *clue)
{
    CXCursor function =
        clang_getCursor(source_unit(clue->source),
                        clang_getDiagnosticLocation(clue->diagnostic));
    CXType type = clang_getCanonicalType(clang_getCursorResultType(function));
    if (type.kind == CXType_Pointer)
        return "void *";
    if (type.kind < CXType_FirstBuiltin || type.kind > CXType_LastBuiltin)
        return "long long";
    return type_name(clue->source, type);
}

/* The word in front of the name where a note says it was declared before. */
static const char *earlier_type(struct clue *clue)
{
    CXDiagnosticSet notes = clang_getChildDiagnostics(clue->diagnostic);
    if (clang_getNumDiagnosticsInSet(notes) == 0)
        return "";
    CXDiagnostic note = clang_getDiagnosticInSet(notes, 0);
    struct vicinity at = vicinity_of(source_unit(clue->source),
                                     clang_getDiagnosticLocation(note));
    clang_disposeDiagnostic(note);
    return at.data ? clue_word(clue, bit_before(&at, at.start)) : "";
}

/* `ROLE f;` in front of a function f: ROLE is a function's type. */
static bool mend_role(struct clue *clue)
{
    if (!strstr(clue->text, "different kind of symbol") &&
        !clue_starts(clue, "conflicting types"))
        return false;
    struct missing_name *role = clue_known(clue->missing, earlier_type(clue));
    if (!role)
        return false;
    const char *result = result_of(clue);
    bool is_new = strcmp(role->result, result) != 0 && role->changes == 0;
    role->result = result;
    return clue_change(clue, role->name, MISSING_FUNCTION_TYPE) || is_new;
}

static bool mend_constant(struct clue *clue)
{
    if (!strstr(clue->text, "constant") || !clue->at.data)
        return false;
    char *word =
        arena_strndup(clue->missing->arena, clue->at.data + clue->at.start,
                      clue->at.end - clue->at.start);
    const struct missing_name *made = clue_known(clue->missing, word);
    return made && made->kind == MISSING_VARIABLE &&
           clue_change(clue, word, MISSING_CONSTANT);
}

/* The type that a later typedef gives it, if that can be said in front. */
static const char *later_type(struct clue *clue)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyz"
                                "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_ *";
    if (!clue_starts(clue, "typedef redefinition"))
        return NULL;
    const char *end = strrchr(clue->text, '\'');
    const char *start = end;
    while (start && start > clue->text && start[-1] != '\'')
        start--;
    if (!end || strspn(start, plain) != (size_t)(end - start))
        return NULL;
    return strings_intern_n(clue->missing->strings, start,
                            (size_t)(end - start));
}

/* It is declared after all, further down; or it cannot be what was guessed. */
static bool take_back(struct clue *clue)
{
    if ((!strstr(clue->text, "redefinition") &&
         !strstr(clue->text, "conflicting types") &&
         !clue_starts(clue, "unterminated function-like macro")) ||
        !clue->at.data)
        return false;
    struct bit name = bit_after(&clue->at, clue->at.start);
    struct missing_name *made =
        clue_known(clue->missing, clue_word(clue, name));
    const char *type = later_type(clue);
    if (!made && type)
        made = clue_known(clue->missing, clue->name);
    if (!made)
        return false;
    if (type)
        made->result = type;
    return clue_change(clue, made->name, type ? MISSING_ALIAS : MISSING_NEVER);
}

/* What may be learnt from one parse together. */
static bool (*const steps[][8])(struct clue *clue) = {
    { take_back, learn_unknown_type, learn_typed, learn_string,
      learn_undeclared_type, learn_incomplete, mend_role },
    { learn_field_note, learn_note, learn_attribute },
    { learn_member, learn_pointer_function, mend_type, mend_constant },
    { learn_undeclared_variable, learn_undeclared_function },
    { learn_type_argument, learn_call },
};

enum { STEP_COUNT = sizeof(steps) / sizeof(*steps) };

size_t missing_name_steps(void)
{
    return STEP_COUNT;
}

bool missing_name_learn(struct missing *missing, struct source *source,
                        CXDiagnostic diagnostic, const char *text, size_t step)
{
    struct clue clue = { missing,
                         source,
                         diagnostic,
                         text,
                         NULL,
                         NULL,
                         vicinity_of(source_unit(source),
                                     clang_getDiagnosticLocation(diagnostic)) };
    clue.name = clue_quoted(&clue, text);
    clue.second = clue_quoted(&clue, clue_behind_quotes(text));
    if (!clue.name)
        clue.name = strings_intern(missing->strings, "");
    bool learnt = false;
    for (size_t i = 0; !learnt && steps[step][i]; i++)
        learnt = steps[step][i](&clue);
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
