/* graphviz.c - one run of `dot`: graphs go in while pictures come out. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/graphviz.h"

#include "support/arena.h"
#include "support/environment.h"
#include "support/process.h"
#include "support/text.h"

enum { SECONDS = 10 };

const char *graphviz_draw(struct arena *arena, const char *graphs)
{
    const char *named = environment_get(arena, "UNLOADCHECK_DOT");
    const char *words[] = { named ? named : "dot", "-Tsvg", NULL };
    struct text input = text_make(arena);
    struct text pictures = text_make(arena);
    struct text unheard = text_make(arena);
    struct process_call call = { .words = words,
                                 .input = &input,
                                 .seconds = SECONDS };
    int status = 0;

    text_add(&input, graphs);
    if (*words[0] == '\0' ||
        !process_run(&call, &pictures, &unheard, &status) || status != 0)
        return NULL;
    return text_str(&pictures);
}
