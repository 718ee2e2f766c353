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
#include "support/path.h"
#include "support/process.h"
#include "support/text.h"
#include "triage/changes.h"

#include <string.h>

/* The first line of what git complained of. */
static bool refuse(struct run *run, const char *revision,
                   const struct text *trouble)
{
    const char *said = text_str(trouble);
    const char *known = "fatal: ";

    if (strncmp(said, known, strlen(known)) == 0)
        said += strlen(known);
    fail_add(run->fail, (struct fail_place){ 0 },
             "what is changed since '%s' cannot be told: %.*s", revision,
             (int)strcspn(said, "\r\n"), *said ? said : "git says nothing");
    return false;
}

static bool ask(struct run *run, const char *revision, const char *const *words,
                struct text *out)
{
    struct text trouble = text_make(run->arena);
    int status = 0;

    if (process_run(words, out, &trouble, &status) && status == 0)
        return true;
    return refuse(run, revision, &trouble);
}

static bool add_diff(struct run *run, const char *root, const char *revision,
                     struct changes *changes)
{
    const char *const words[] = {
        "git",
        "-C",
        root,
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
        "--end-of-options",
        revision,
        "--",
        NULL,
    };
    struct text out = text_make(run->arena);

    if (!ask(run, revision, words, &out))
        return false;
    changes_add_diff(changes, root, text_str(&out));
    return true;
}

/* Names end with NUL here. */
static bool add_unknown(struct run *run, const char *root, const char *revision,
                        struct changes *changes)
{
    const char *const words[] = {
        "git",         "-C", root, "ls-files", "--others", "--exclude-standard",
        "--full-name", "-z", NULL,
    };
    struct text out = text_make(run->arena);

    if (!ask(run, revision, words, &out))
        return false;
    for (size_t at = 0; at < out.length; at += strlen(out.data + at) + 1)
        changes_add_file(changes, path_join(run->arena, root, out.data + at));
    return true;
}

bool git_changes(struct run *run, const char *revision, struct changes *changes)
{
    const char *root = repository_root(run->arena);

    if (*root == '\0') {
        fail_add(run->fail, (struct fail_place){ 0 },
                 "what is changed since '%s' cannot be told: this is no folder "
                 "of a git repository",
                 revision);
        return false;
    }
    return add_diff(run, root, revision, changes) &&
           add_unknown(run, root, revision, changes);
}
