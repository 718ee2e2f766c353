/* missing.c - what a file needs and does not find. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/missing.h"

#include "frontend/unsaved.h"
#include "support/map.h"
#include "support/strings.h"

#include <string.h>

static void set_prelude(struct missing *missing)
{
    const char *text = missing_names_prelude(missing);
    missing->files.items[0] = unsaved_file(MADE_UP_PRELUDE, text, strlen(text));
}

struct missing *missing_make(struct arena *arena, struct strings *strings,
                             const struct arguments *arguments,
                             struct fail *fail)
{
    struct missing *missing = arena_new(arena, struct missing);
    missing->arena = arena;
    missing->strings = strings;
    missing->arguments = arguments;
    missing->fail = fail;
    missing->headers = map_make(arena);
    missing->names = map_make(arena);
    vec_push(arena, &missing->files, (struct CXUnsavedFile){ 0 });
    set_prelude(missing);
    return missing;
}

typedef bool learn(struct missing *missing, struct source *source,
                   CXDiagnostic error, const char *text, size_t step);

static bool learn_from_errors(struct missing *missing, struct source *source,
                              learn *learn_one, size_t step)
{
    CXTranslationUnit unit = source_unit(source);
    bool learnt = false;
    unsigned count = clang_getNumDiagnostics(unit);
    for (unsigned i = 0; i < count; i++) {
        CXDiagnostic error = clang_getDiagnostic(unit, i);
        CXString text = clang_getDiagnosticSpelling(error);
        if (clang_getDiagnosticSeverity(error) >= CXDiagnostic_Warning)
            learnt |=
                learn_one(missing, source, error, clang_getCString(text), step);
        clang_disposeString(text);
        clang_disposeDiagnostic(error);
    }
    return learnt;
}

bool missing_learn(struct missing *missing, struct source *source)
{
    bool learnt = learn_from_errors(missing, source, missing_header_learn, 0);
    for (size_t step = 0; !learnt && step < missing_name_steps(); step++)
        learnt = learn_from_errors(missing, source, missing_name_learn, step);
    set_prelude(missing);
    return learnt;
}

void missing_tell(struct missing *missing, const char *path)
{
    missing_names_tell(missing, path);
}
