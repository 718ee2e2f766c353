/* workspace.c - the drivers that the texts of an editor belong to. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/workspace.h"

#include "driver/area.h"
#include "driver/watch.h"
#include "editor/session.h"
#include "engine/finding.h"
#include "support/arena.h"
#include "support/file.h"
#include "support/path.h"

#include <strings.h>

struct workspace {
    struct arena *arena;
    const struct options *options;
    const char *folder;
    struct watch *watch;
    struct vec_of(struct area *) areas;
};

struct workspace *workspace_open(struct arena *arena,
                                 const struct options *options)
{
    struct workspace *workspace = arena_new(arena, struct workspace);

    workspace->arena = arena;
    workspace->options = options;
    workspace->folder = file_working_directory(arena);
    workspace->watch = watch_make(arena, workspace->folder);
    return workspace;
}

void workspace_close(struct workspace *workspace)
{
    vec_each (struct area *, area, &workspace->areas)
        area_close(*area);
}

static struct area *find_area(struct workspace *workspace,
                              const struct area_root *root,
                              const struct snapshot *texts)
{
    struct area *area;

    vec_each (struct area *, known, &workspace->areas)
        if (area_root_equal(area_root(*known), root))
            return *known;
    area = area_open(root, workspace->options, texts, workspace->watch);
    vec_push(workspace->arena, &workspace->areas, area);
    return area;
}

/* What is out of date is opened again when it is needed. */
static void drop_old(struct workspace *workspace)
{
    size_t kept = 0;

    for (size_t i = 0; i < workspace->areas.count; i++) {
        struct area *area = workspace->areas.items[i];
        if (area_is_good(area))
            workspace->areas.items[kept++] = area;
        else
            area_close(area);
    }
    workspace->areas.count = kept;
}

static bool is_header(const char *path)
{
    static const char *const extensions[] = { ".h",   ".hh",  ".hpp",
                                              ".hxx", ".inl", ".inc" };

    for (size_t i = 0; i < sizeof(extensions) / sizeof(*extensions); i++)
        if (strcasecmp(path_extension(path), extensions[i]) == 0)
            return true;
    return false;
}

/* A file that no driver around it has to do with is looked at alone. */
static void place(struct workspace *workspace, struct arena *scratch,
                  const char *path, const struct snapshot *texts,
                  const atomic_bool *stop)
{
    struct area_root root =
        area_root_of(scratch, path, workspace->options, texts);
    struct area *area = find_area(workspace, &root, texts);

    if (is_header(path))
        area_search(area, path, texts, stop);
    if (is_header(path) || area_reads(area, path))
        return;
    root.database = NULL;
    root.file = path;
    find_area(workspace, &root, texts);
}

/* Which drivers there are does not change by typing. */
static bool is_placed(const struct workspace *workspace, const char *path)
{
    vec_each (struct area *, area, &workspace->areas)
        if (area_reads(*area, path))
            return true;
    return false;
}

bool workspace_analyze(struct workspace *workspace,
                       const struct snapshot *texts, const atomic_bool *stop)
{
    struct arena *scratch = arena_open();

    watch_begin(workspace->watch, texts);
    drop_old(workspace);
    vec_each (const struct buffer, buffer, &texts->buffers)
        if (!texts->is_typing || !is_placed(workspace, buffer->path))
            place(workspace, scratch, buffer->path, texts, stop);
    arena_close(scratch);
    vec_each (struct area *, area, &workspace->areas)
        if (!area_analyze(*area, texts, stop))
            return false;
    return !atomic_load(stop);
}

bool workspace_fix(struct workspace *workspace, const struct snapshot *texts,
                   const atomic_bool *stop)
{
    vec_each (struct area *, area, &workspace->areas)
        area_fix(*area, texts, stop);
    return !atomic_load(stop);
}

const struct analysis *workspace_at(const struct workspace *workspace,
                                    size_t index)
{
    vec_each (struct area *, area, &workspace->areas) {
        size_t count = area_count(*area);
        if (index < count)
            return area_at(*area, index);
        index -= count;
    }
    return NULL;
}

bool workspace_holds(const struct workspace *workspace, const char *path,
                     struct span text)
{
    struct made_from now = watch_now(workspace->watch, DEPENDS_ON_FILE, path);

    return digest_equal(now.digest, digest_bytes(text.data, text.size));
}

const char *workspace_folder(const struct workspace *workspace)
{
    return workspace->folder;
}
