/* missing_macros.c - names that can only be macros.
 *
 * Where the parser stumbles over the grammar, a name next to the place is a
 * macro that a missing header defines: an annotation, a calling convention, a
 * string, a loop.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/clue.h"

#include <ctype.h>
#include <string.h>

/* `_Note_(x) f(...)` reads like a function of old with a parameter f. */
bool learn_note(struct clue *clue)
{
    if (!clue_starts(clue, "parameter named") || !clue->at.data)
        return false;
    struct bit close = bit_before(&clue->at, clue->at.start);
    if (!bit_is(close, ")"))
        return false;
    struct bit name = bit_calling(&clue->at, close.start);
    return name.length != 0 &&
           clue_add(clue, clue_word(clue, name), MISSING_NOTE);
}

/* Next to a string: a macro that is one, as those of <inttypes.h>. */
bool learn_string(struct clue *clue)
{
    if (!clue->at.data || (!clue_starts(clue, "expected") &&
                           !clue_starts(clue, "use of undeclared")))
        return false;
    struct bit name = bit_after(&clue->at, clue->at.start);
    struct bit before = bit_before(&clue->at, clue->at.start);
    struct bit after = bit_after(&clue->at, name.end);
    if (!bit_is_word(name) || bit_is_statement_keyword(name) ||
        (!bit_is(before, "\"") && !bit_is(after, "\"")))
        return false;
    return clue_add(clue, clue_word(clue, name), MISSING_STRING) ||
           clue_change(clue, clue_word(clue, name), MISSING_STRING);
}

/* A macro among the fields of a structure. */
bool learn_field_note(struct clue *clue)
{
    if (!clue_starts(clue, "type name requires a specifier") || !clue->at.data)
        return false;
    struct bit name = bit_after(&clue->at, clue->at.start);
    struct bit after = bit_after(&clue->at, name.end);
    if (!bit_is_word(name) || (!bit_is(after, ";") && !bit_is(after, "(")))
        return false;
    return clue_add(clue, clue_word(clue, name),
                    bit_is(after, "(") ? MISSING_NOTE : MISSING_NOTHING);
}

/* Like an attribute rather than a name: __read_mostly, VBOXCALL */
static bool looks_like_attribute(struct bit bit)
{
    bool has_lower = false;
    for (size_t i = 0; i < bit.length; i++)
        has_lower = has_lower || islower((unsigned char)bit.text[i]);
    return !has_lower || (bit.length > 2 && bit.text[0] == '_');
}

static bool is_plain_word(struct bit bit)
{
    return bit_is_word(bit) && !bit_is_type_keyword(bit) &&
           !bit_is_statement_keyword(bit);
}

/* `int CALLED name(...)`, `int name ALIGNED = 1`: the word that is too much. */
static struct bit attribute(struct clue *clue, struct bit before,
                            struct bit after)
{
    struct bit none = { 0 };
    struct bit front = bit_before(&clue->at, before.start);
    bool is_declared = bit_is_word(front) || bit_is(front, "*");
    if (is_plain_word(before) && is_declared && bit_is_word(after))
        return looks_like_attribute(after) && !looks_like_attribute(before)
                   ? after
                   : before;
    if (bit_is(before, "]") && is_plain_word(after))
        return after;
    if (is_plain_word(before) && bit_is(front, "(") && bit_is(after, "*"))
        return before;
    return none;
}

/* `RESULT(int) f(void)`, or a loop: `EACH(x, list) statement` */
static bool learn_called(struct clue *clue, struct bit before, struct bit after)
{
    if (!bit_is(before, ")") || !(bit_is_word(after) || bit_is(after, "{")))
        return false;
    struct bit name = bit_calling(&clue->at, before.start);
    if (!is_plain_word(name))
        return false;
    struct declared declared = clue_look_up(clue, name);
    if (declared.found || declared.found_other)
        return false;
    if (clue_starts(clue, "expected function body"))
        return clue_add(clue, clue_word(clue, name), MISSING_THROUGH);
    return clue_starts(clue, "expected ';' after expression") &&
           clue_add(clue, clue_word(clue, name), MISSING_LOOP);
}

bool learn_attribute(struct clue *clue)
{
    static const char *const texts[] = { "expected ';'", "expected ')'",
                                         "expected function body" };
    bool fits = false;
    for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
        fits = fits || clue_starts(clue, texts[i]);
    if (!fits || !clue->at.data)
        return false;
    struct bit before = bit_before(&clue->at, clue->at.start);
    struct bit after = bit_after(&clue->at, clue->at.start);
    struct bit word = attribute(clue, before, after);
    if (word.length == 0)
        return learn_called(clue, before, after);
    struct declared declared = clue_look_up(clue, word);
    return !declared.found &&
           clue_add(clue, clue_word(clue, word), MISSING_NOTHING);
}

/* A macro of the system's was given a type that is not declared, and it was
 * taken for a variable: CONTAINING_RECORD(entry, TYPE, field) */
bool learn_type_argument(struct clue *clue)
{
    CXSourceLocation place = clang_getDiagnosticLocation(clue->diagnostic);
    struct vicinity at = vicinity_of_use(source_unit(clue->source), place);
    if (!clue_starts(clue, "expected") || !at.data)
        return false;
    struct bit bit = bit_after(&at, at.end);
    if (at.end == at.start || !bit_is(bit, "("))
        return false;
    int depth = 1;
    bool learnt = false;
    while (depth != 0 && bit.length != 0) {
        bit = bit_after(&at, bit.end);
        depth += bit_is(bit, "(") - bit_is(bit, ")");
        const struct missing_name *made =
            bit_is_word(bit) ? clue_known(clue->missing, clue_word(clue, bit))
                             : NULL;
        if (made && made->kind == MISSING_VARIABLE)
            learnt |= clue_change(clue, made->name, MISSING_STRUCT_TYPE);
    }
    return learnt;
}

/* What cannot stand between a function's parentheses can between those of a
 * macro. */
bool learn_call(struct clue *clue)
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
        fits = fits || strstr(clue->text, texts[i]);
    if (!fits || !clue->at.data)
        return false;
    struct bit name = bit_calling(&clue->at, clue->at.start);
    if (name.length == 0 || bit_is_type_keyword(name))
        return false;
    struct declared finding = clue_look_up(clue, name);
    return !finding.found && !finding.found_other &&
           clue_add(clue, clue_word(clue, name), MISSING_CALL);
}
