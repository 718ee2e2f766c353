/* git.c - asks the program, which knows its own formats best.
 *
 * Whatever a user may have set for diffs is set back, so that what is read is
 * always of one form.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/git.h"

#include "driver/repository.h"
#include "driver/run.h"
#include "support/arena.h"
#include "support/fail.h"
#include "support/file.h"
#include "support/path.h"
#include "support/process.h"
#include "support/text.h"
#include "support/words.h"
#include "triage/changes.h"

#include <string.h>

/* The first line of what git complained of. */
static void refuse(struct run *run, const char *purpose,
                   const struct text *trouble)
{
    static const char *const known[] = { "fatal: ", "error: " };
    const char *said = text_str(trouble);

    for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++)
        if (strncmp(said, known[i], strlen(known[i])) == 0)
            said += strlen(known[i]);
    fail_add(run->fail, (struct fail_place){ 0 }, "%s: %.*s", purpose,
             (int)strcspn(said, "\r\n"), *said ? said : "git says nothing");
}

bool git_run(struct run *run, const struct git_call *call, struct text *out)
{
    struct words words = { 0 };
    struct text trouble = text_make(run->arena);
    int status = 0;

    vec_push(run->arena, &words, "git");
    vec_push(run->arena, &words, "-C");
    vec_push(run->arena, &words, call->folder);
    for (const char *const *word = call->words; *word; word++)
        vec_push(run->arena, &words, *word);
    vec_push(run->arena, &words, NULL);

    struct process_call process = { .words = words.items,
                                    .variables = call->variables };

    if (process_run(&process, out, &trouble, &status) && status == 0)
        return true;
    if (call->purpose)
        refuse(run, call->purpose, &trouble);
    return false;
}

bool git_names(struct run *run, const struct git_call *call,
               struct words *names)
{
    struct text out = text_make(run->arena);

    if (!git_run(run, call, &out))
        return false;
    for (size_t at = 0; at < out.length; at += strlen(out.data + at) + 1)
        vec_push(run->arena, names, arena_strdup(run->arena, out.data + at));
    return true;
}

/* `what` says which lines; names are taken as seen from `folder`. */
static bool add_diff(struct run *run, const struct git_call *what,
                     const char *folder, struct changes *changes)
{
    static const char *const diff[] = {
        "diff",
        "--unified=0",
        "--inter-hunk-context=0",
        "--no-color",
        "--no-ext-diff",
        "--no-textconv",
        "--no-relative",
        "--find-renames",
        "--ignore-submodules",
        "--src-prefix=a/",
        "--dst-prefix=b/",
    };
    struct words words = { 0 };
    struct text out = text_make(run->arena);
    struct git_call call = *what;

    for (size_t i = 0; i < sizeof(diff) / sizeof(*diff); i++)
        vec_push(run->arena, &words, diff[i]);
    for (const char *const *word = what->words; *word; word++)
        vec_push(run->arena, &words, *word);
    vec_push(run->arena, &words, NULL);
    call.words = words.items;
    if (!git_run(run, &call, &out))
        return false;
    changes_add_diff(changes, folder, text_str(&out));
    return true;
}

static bool add_unknown(struct run *run, const struct git_call *call,
                        struct changes *changes)
{
    struct words names = { 0 };

    if (!git_names(run, call, &names))
        return false;
    vec_each (const char *, name, &names)
        changes_add_file(changes, path_join(run->arena, call->folder, *name));
    return true;
}

bool git_changes(struct run *run, const char *revision, struct changes *changes)
{
    const char *root = repository_root(run->arena);
    const char *purpose = arena_format(
        run->arena, "what is changed since '%s' cannot be told", revision);
    const char *const since[] = { "--end-of-options", revision, "--", NULL };
    const char *const unknown[] = {
        "ls-files", "--others", "--exclude-standard", "--full-name", "-z", NULL
    };
    const struct git_call diff = { purpose, root, since, NULL };
    const struct git_call list = { purpose, root, unknown, NULL };

    if (*root == '\0') {
        fail_add(run->fail, (struct fail_place){ 0 },
                 "%s: this is no folder of a git repository", purpose);
        return false;
    }
    return add_diff(run, &diff, root, changes) &&
           add_unknown(run, &list, changes);
}

bool git_staged_changes(struct run *run, const char *root, const char *revision,
                        struct changes *changes)
{
    const char *const since[] = { "--cached", revision, "--", NULL };
    const struct git_call diff = { "what is staged cannot be told", root, since,
                                   NULL };

    return add_diff(run, &diff, file_working_directory(run->arena), changes);
}
