/* clue.c - one message of the parser, and what is made up because of it. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/clue.h"

#include "support/map.h"
#include "support/strings.h"

#include <ctype.h>
#include <string.h>

/* A name that two messages want to be two things stays what it is. */
enum { CHANGE_LIMIT = 3 };

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

struct missing_name *clue_known(struct missing *missing, const char *name)
{
    return map_get(missing->names, strings_intern(missing->strings, name));
}

bool clue_is_name(const char *name)
{
    size_t length = 0;
    while (isalnum((unsigned char)name[length]) || name[length] == '_')
        length++;
    return length != 0 && name[length] == '\0' &&
           !isdigit((unsigned char)name[0]);
}

bool clue_add(struct clue *clue, const char *name, enum missing_kind kind)
{
    if (!clue_is_name(name) || clue_known(clue->missing, name))
        return false;
    missing_name_make(clue->missing, clue->missing->names, name, kind,
                      "made_up");
    return true;
}

/* Mends a guess. False if the guess was that already, or there was none. */
bool clue_change(struct clue *clue, const char *name, enum missing_kind kind)
{
    struct missing_name *made = clue_known(clue->missing, name);
    if (!made || made->kind == kind || made->kind == MISSING_NEVER ||
        made->changes++ == CHANGE_LIMIT)
        return false;
    made->kind = kind;
    return true;
}

/* Of "'struct name *' (aka ...)" and the like, the name. */
const char *clue_quoted(struct clue *clue, const char *from)
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
    return strings_intern_n(clue->missing->strings, start, length);
}

const char *clue_behind_quotes(const char *text)
{
    const char *start = strchr(text, '\'');
    const char *end = start ? strchr(start + 1, '\'') : NULL;
    return end ? end + 1 : NULL;
}

bool clue_starts(const struct clue *clue, const char *front)
{
    return strncmp(clue->text, front, strlen(front)) == 0;
}

static enum CXChildVisitResult find_name(CXCursor cursor, CXCursor parent,
                                         CXClientData data)
{
    struct declared *finding = data;
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

struct declared clue_look_up(struct clue *clue, struct bit bit)
{
    char *name = arena_strndup(clue->missing->arena, bit.text, bit.length);
    struct declared finding = { name, bit.start, false, false };
    CXTranslationUnit unit = source_unit(clue->source);
    clang_visitChildren(clang_getTranslationUnitCursor(unit), find_name,
                        &finding);
    return finding;
}

bool clue_is_type(struct clue *clue, struct bit bit)
{
    return clue_look_up(clue, bit).found;
}

enum missing_kind clue_nothing(struct clue *clue)
{
    return bit_is(bit_after(&clue->at, clue->at.end), "(") ? MISSING_NOTE
                                                           : MISSING_NOTHING;
}

const char *clue_word(struct clue *clue, struct bit bit)
{
    return strings_intern_n(clue->missing->strings, bit.text, bit.length);
}
