/* reads.c - finds out what a file was read from.
 *
 * The parser knows what it read, and what was in it then. It does not tell what
 * it looked for in vain, so the names in the lines that include are gathered,
 * whether or not those lines were in force: one too many costs little.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/directives.h"
#include "frontend/reads_note.h"
#include "support/strings.h"

#include <string.h>

struct noting {
    struct reads *reads;
    struct strings *seen;
    CXTranslationUnit unit;
};

static void want(void *data, const char *name, size_t length)
{
    struct noting *noting = data;
    struct reads *reads = noting->reads;
    const char *copy = arena_strndup(reads->arena, name, length);

    if (strings_find(noting->seen, copy))
        return;
    strings_intern(noting->seen, copy);
    vec_push(reads->arena, &reads->wanted, copy);
}

static void note_file(struct noting *noting, CXFile file, const char *name)
{
    struct reads *reads = noting->reads;
    size_t size = 0;
    const char *data = clang_getFileContents(noting->unit, file, &size);
    struct read_file read = {
        .name = arena_strdup(reads->arena, name),
        .digest = digest_bytes(data ? data : "", data ? size : 0),
    };

    vec_push(reads->arena, &reads->files, read);
    if (data)
        directives_includes(data, size, want, noting);
}

static void visit(CXFile file, CXSourceLocation *stack, unsigned depth,
                  CXClientData data)
{
    struct noting *noting = data;
    CXString string = clang_getFileName(file);
    const char *name = clang_getCString(string);

    (void)stack;
    (void)depth;
    if (name && strncmp(name, MADE_UP_FOLDER, strlen(MADE_UP_FOLDER)) != 0)
        note_file(noting, file, name);
    clang_disposeString(string);
}

/* What is included by a flag. */
static void want_forced(struct noting *noting, const struct words *words)
{
    for (size_t i = 0; i + 1 < words->count; i++)
        if ((strcmp(words->items[i], "-include") == 0 ||
             strcmp(words->items[i], "-imacros") == 0) &&
            strcmp(words->items[i + 1], MADE_UP_PRELUDE) != 0)
            want(noting, words->items[i + 1], strlen(words->items[i + 1]));
}

void reads_note(struct reads *reads, CXTranslationUnit unit,
                const struct arguments *arguments)
{
    struct arena *scratch = arena_open();
    struct noting noting = { reads, strings_make(scratch), unit };

    clang_getInclusions(unit, visit, &noting);
    want_forced(&noting, &arguments->words);
    vec_each (const char *, folder, &arguments->folders)
        vec_push(reads->arena, &reads->folders,
                 arena_strdup(reads->arena, *folder));
    arena_close(scratch);
}
