/* answer.c - places that move along with the text. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "editor/answer.h"

#include "support/arena.h"

#include <string.h>

struct answer *answer_make(void)
{
    struct arena *arena = arena_open();
    struct answer *answer = arena_new(arena, struct answer);

    answer->arena = arena;
    return answer;
}

void answer_close(struct answer *answer)
{
    if (answer)
        arena_close(answer->arena);
}

static void shift(struct spot *spot, const char *path,
                  const struct text_edit *edit)
{
    if (spot->path && strcmp(spot->path, path) == 0 &&
        (!edit || !text_range_shift(&spot->range, edit)))
        spot->is_lost = true;
}

static void shift_labels(struct labels *labels, const char *path,
                         const struct text_edit *edit)
{
    vec_each (struct label, label, labels)
        shift(&label->spot, path, edit);
}

void answer_shift(struct answer *answer, const char *path,
                  const struct text_edit *edit)
{
    vec_each (struct notice, notice, &answer->notices) {
        shift(&notice->spot, path, edit);
        vec_each (struct remark, remark, &notice->story)
            shift(&remark->spot, path, edit);
        vec_each (struct replacement, part, &notice->fix_parts)
            shift(&part->spot, path, edit);
    }
    shift_labels(&answer->registrations, path, edit);
    shift_labels(&answer->routines, path, edit);
    shift_labels(&answer->results, path, edit);
}

void answer_forget(struct answer *answer, const char *path)
{
    vec_each (struct notice, notice, &answer->notices)
        if (strcmp(notice->spot.path, path) == 0)
            notice->spot.is_lost = true;
}
