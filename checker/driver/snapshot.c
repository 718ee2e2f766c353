/* snapshot.c - git writes the tree, with an index for it of its own.
 *
 * So it is as a checkout of the commit would be: line ends, filters and links
 * are git's business. The files beside are links to the work tree.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/snapshot.h"

#include "driver/git.h"
#include "driver/run.h"
#include "support/arena.h"
#include "support/fail.h"
#include "support/file_write.h"
#include "support/path.h"
#include "support/text.h"
#include "support/words.h"

#include <string.h>
#include <uv.h>

static const char purpose[] = "what git holds cannot be read";

struct snapshot {
    struct run *run;
    const struct snapshot_source *source;
    const char *folder;
};

static bool run_git(const struct snapshot *snapshot, const char *const *words,
                    struct text *out)
{
    struct arena *arena = snapshot->run->arena;
    const char *const variables[] = {
        arena_format(arena, "GIT_DIR=%s", snapshot->source->git),
        arena_format(arena, "GIT_WORK_TREE=%s", snapshot->folder),
        arena_format(arena, "GIT_INDEX_FILE=%s.index", snapshot->folder),
        NULL,
    };
    const struct git_call call = {
        .purpose = purpose,
        .folder = snapshot->folder,
        .words = words,
        .variables = variables,
    };

    return git_run(snapshot->run, &call, out);
}

/* The index as a tree of git's. */
static const char *write_tree(const struct snapshot *snapshot)
{
    const char *const words[] = { "write-tree", NULL };
    const struct git_call call = {
        .purpose = purpose,
        .folder = snapshot->source->root,
        .words = words,
    };
    struct text out = text_make(snapshot->run->arena);

    if (!git_run(snapshot->run, &call, &out))
        return NULL;
    return arena_strndup(snapshot->run->arena, text_str(&out),
                         strcspn(text_str(&out), "\r\n"));
}

static bool check_out(const struct snapshot *snapshot, const char *tree)
{
    const char *const update[] = { "read-tree", "--reset", "-u", tree, NULL };
    const char *const clean[] = { "clean", "-ffdxq", NULL };
    struct text out = text_make(snapshot->run->arena);

    return run_git(snapshot, update, &out) && run_git(snapshot, clean, &out);
}

/* Where links are not allowed the file is copied. */
static bool put_beside(const struct snapshot *snapshot, const char *name)
{
    struct arena *arena = snapshot->run->arena;
    const char *from = path_join(arena, snapshot->source->root, name);
    const char *to = path_join(arena, snapshot->folder, name);
    uv_fs_t link, copy;
    bool is_there = file_make_directory(path_directory(arena, to)) &&
                    (uv_fs_symlink(NULL, &link, from, to, 0, NULL) == 0 ||
                     uv_fs_copyfile(NULL, &copy, from, to, 0, NULL) == 0);

    if (!is_there)
        fail_add(snapshot->run->fail, (struct fail_place){ .file = name },
                 "cannot be put beside what git holds");
    return is_there;
}

/* Git makes an empty folder of it, and lets a link be that it finds. */
static bool put_module(const struct snapshot *snapshot, const char *name)
{
    struct arena *arena = snapshot->run->arena;
    const char *from = path_join(arena, snapshot->source->root, name);
    const char *to = path_join(arena, snapshot->folder, name);
    uv_fs_t old, link;

    if (uv_fs_rmdir(NULL, &old, to, NULL) != 0)
        uv_fs_unlink(NULL, &old, to, NULL);
    if (file_make_directory(path_directory(arena, to)) &&
        uv_fs_symlink(NULL, &link, from, to, UV_FS_SYMLINK_JUNCTION, NULL) == 0)
        return true;
    fail_add(snapshot->run->fail, (struct fail_place){ .file = name },
             "cannot be put beside what git holds");
    return false;
}

/* Marks the root of a repository, as in any other work tree. */
static bool mark_root(const struct snapshot *snapshot)
{
    struct arena *arena = snapshot->run->arena;
    const char *text =
        arena_format(arena, "gitdir: %s\n", snapshot->source->git);

    return file_write(path_join(arena, snapshot->folder, ".git"), text,
                      strlen(text), snapshot->run->fail);
}

const char *snapshot_make(struct run *run, const struct snapshot_source *source)
{
    struct snapshot snapshot = { run, source, NULL };
    const char *tree =
        source->revision ? source->revision : write_tree(&snapshot);

    snapshot.folder =
        path_join(run->arena, path_join(run->arena, source->git, "unloadcheck"),
                  source->name);
    if (!tree)
        return NULL;
    if (!file_make_directory(snapshot.folder)) {
        fail_add(run->fail, (struct fail_place){ .file = snapshot.folder },
                 "cannot make the folder");
        return NULL;
    }
    if (!check_out(&snapshot, tree) || !mark_root(&snapshot))
        return NULL;
    vec_each (const char *, name, source->modules)
        if (!put_module(&snapshot, *name))
            return NULL;
    vec_each (const char *, name, source->beside)
        if (!put_beside(&snapshot, *name))
            return NULL;
    return snapshot.folder;
}
