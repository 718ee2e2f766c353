/* area.c - a tree with drivers in it. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/area.h"

#include "driver/captures.h"
#include "driver/gist.h"
#include "driver/inputs.h"
#include "driver/live_image.h"
#include "driver/live_units.h"
#include "driver/options.h"
#include "driver/prescan.h"
#include "driver/rulebook.h"
#include "driver/run.h"
#include "driver/run_cache.h"
#include "driver/settings.h"
#include "driver/watch.h"
#include "editor/session.h"
#include "project/database.h"
#include "project/image.h"
#include "rules/rules.h"
#include "support/arena.h"
#include "support/fail.h"
#include "support/file.h"
#include "support/path.h"
#include "support/strings.h"

#include <stdio.h>
#include <string.h>

/* Names that were typed are kept: so many units may be made anew before
 * all is dropped and read again. */
enum { MOST_REMADE = 1000 };

/* A driver, and whether a text belongs to it. */
struct member {
    const struct image *image;
    struct live_image live;
    bool is_open;
    bool is_asked; /* whether the following is known */
    bool is_idle;  /* as its files are on the disk, none of them can matter */
};

struct area {
    struct area_root root;
    struct run run;
    struct watch *watch;
    const struct options *options;
    const struct rule_set *rules; /* NULL: none could be read */
    struct live_units *units;     /* NULL: nothing can be captured */
    struct images images;
    struct vec_of(struct member) members;
    struct vec_of(struct made_from) made_from;
};

/* Roots. */

static bool is_same(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

bool area_root_equal(const struct area_root *a, const struct area_root *b)
{
    return is_same(a->folder, b->folder) && is_same(a->database, b->database) &&
           is_same(a->file, b->file);
}

static bool has(struct arena *arena, const char *folder, const char *name)
{
    const char *path = path_join(arena, folder, name);

    return file_is_there(path);
}

static bool has_solution(struct arena *arena, const char *folder)
{
    struct file_names names = { 0 };

    if (!file_list(arena, folder, fail_make(arena), &names))
        return false;
    vec_each (const char *, name, &names)
        if (strcmp(path_extension(*name), ".sln") == 0 ||
            strcmp(path_extension(*name), ".slnx") == 0)
            return true;
    return false;
}

static bool is_folder_of_editor(const char *folder,
                                const struct snapshot *texts)
{
    vec_each (const char *, open, &texts->folders)
        if (strcmp(*open, folder) == 0)
            return true;
    return false;
}

static bool is_root(struct arena *arena, const char *folder,
                    const struct snapshot *texts)
{
    return is_folder_of_editor(folder, texts) ||
           has(arena, folder, SETTINGS_NAME) || has(arena, folder, ".git") ||
           has_solution(arena, folder);
}

/* As database_above looks for one. */
static const char *database_in(struct arena *arena, const char *folder)
{
    const char *build = path_join(arena, folder, "build");

    if (has(arena, folder, DATABASE_NAME))
        return folder;
    return has(arena, build, DATABASE_NAME) ? build : NULL;
}

struct area_root area_root_of(struct arena *arena, const char *path,
                              const struct options *options,
                              const struct snapshot *texts)
{
    const char *folder = path_directory(arena, path);
    const char *given = texts->database ? texts->database : options->database;
    struct area_root root = { .folder = folder };

    if (given && has(arena, given, DATABASE_NAME)) {
        root.database = path_normal(
            arena, path_join(arena, file_working_directory(arena), given));
        root.folder = root.database;
        return root;
    }
    for (const char *at = folder; at; at = path_above(arena, at)) {
        root.database = database_in(arena, at);
        if (!root.database && !is_root(arena, at, texts))
            continue;
        root.folder = at;
        return root;
    }
    return root;
}

/* Opening. */

static void depend(struct area *area, const char *path)
{
    vec_push(area->run.arena, &area->made_from,
             watch_now(area->watch, DEPENDS_ON_FILE, path));
}

static void depend_on_settings(struct area *area)
{
    for (const char *at = area->root.folder; at;
         at = path_above(area->run.arena, at))
        depend(area, path_join(area->run.arena, at, SETTINGS_NAME));
}

static void copy_flags(struct arena *arena, struct words *to,
                       const struct words *from)
{
    vec_each (const char *, flag, from)
        vec_push(arena, to, arena_strdup(arena, *flag));
}

static void find_images(struct area *area, struct options *options,
                        const struct snapshot *texts)
{
    const char *name = area->root.file ? area->root.file : area->root.folder;

    options->database = area->root.database;
    if (area->root.file)
        copy_flags(area->run.arena, &options->flags, &texts->fallback);
    inputs_find(&area->run, options, area->rules, NULL, &name,
                area->root.database && !area->root.file ? 0 : 1, &area->images);
    vec_each (const struct image, image, &area->images)
        if (image->origin && file_is_regular(image->origin))
            depend(area, image->origin);
}

static void open_images(struct area *area)
{
    vec_each (const struct image, image, &area->images) {
        struct member member = {
            .image = image,
            .live =
                live_image_make(&area->run, area->rules, area->units, image),
        };
        vec_push(area->run.arena, &area->members, member);
    }
}

static void open(struct area *area, const struct options *given,
                 const struct snapshot *texts)
{
    struct options *options =
        arena_copy(area->run.arena, given, sizeof(*given));

    options->operands = (struct words){ 0 };
    vec_push(area->run.arena, &options->operands, area->root.folder);
    area->options = options;
    settings_read(&area->run, options);
    depend_on_settings(area);
    area->rules = rulebook_read(&area->run, options, NULL);
    if (!area->rules)
        return;
    find_images(area, options, texts);
    area->units =
        live_units_open(&area->run, options, &area->images, area->watch);
    if (area->units)
        open_images(area);
}

struct area *area_open(const struct area_root *root,
                       const struct options *options,
                       const struct snapshot *texts, struct watch *watch)
{
    struct arena *arena = arena_open();
    struct area *area = arena_new(arena, struct area);

    area->run = (struct run){ arena, strings_make(arena), fail_make(arena) };
    area->root.folder = arena_strdup(arena, root->folder);
    if (root->database)
        area->root.database = arena_strdup(arena, root->database);
    if (root->file)
        area->root.file = arena_strdup(arena, root->file);
    area->watch = watch;
    open(area, options, texts);
    fail_print(area->run.fail, stderr);
    return area;
}

void area_close(struct area *area)
{
    vec_each (struct member, member, &area->members)
        live_image_release(&member->live);
    if (area->units)
        live_units_close(area->units);
    arena_close(area->run.arena);
}

const struct area_root *area_root(const struct area *area)
{
    return &area->root;
}

bool area_is_good(const struct area *area)
{
    vec_each (const struct made_from, made_from, &area->made_from)
        if (!watch_holds(area->watch, made_from))
            return false;
    return !area->units || live_units_remade(area->units) < MOST_REMADE;
}

/* Which driver a text belongs to. */

bool area_reads(const struct area *area, const char *path)
{
    vec_each (const struct member, member, &area->members)
        if (live_image_reads(&member->live, path))
            return true;
    return false;
}

/* A project need not have anything to do with what the rules are about: then
 * none of its files is captured, unless one is open that uses a word of theirs
 * by now. */

static bool is_idle(const struct area *area, const struct image *image)
{
    struct arena *arena = arena_open();
    struct run run = { arena, area->run.strings, fail_make(arena) };
    const char *headers = captures_headers(&run, area->options);
    struct run_cache *cache =
        run_cache_open(&run, area->options, &area->images);
    struct inputs inputs = { 0 };

    vec_each (const struct input, input, &image->inputs)
        vec_push(arena, &inputs, *input);
    if (headers)
        prescan_reduce(
            prescan_make(arena, area->options, area->rules, headers, cache),
            &inputs);
    run_cache_close(cache);
    arena_close(arena);
    return inputs.count == 0;
}

static bool is_marked(const struct area *area, struct span text)
{
    struct arena *arena = arena_open();
    const struct gist *gist = gist_of_text(gists_make(arena, area->rules, NULL),
                                           text.data, text.size);
    bool is = gist->is_unclear || (gist->marks & MARK_PROTOCOL) ||
              (gist->pastes && (gist->marks & MARK_PART));

    arena_close(arena);
    return is;
}

static bool is_left_out(const struct area *area, struct member *member,
                        const struct snapshot *texts)
{
    if (!member->is_asked || (member->is_idle && !texts->is_typing))
        member->is_idle = is_idle(area, member->image);
    member->is_asked = true;
    if (!member->is_idle)
        return false;
    vec_each (const struct buffer, buffer, &texts->buffers)
        if (live_image_reads(&member->live, buffer->path) &&
            is_marked(area, buffer->text))
            return false;
    return true;
}

void area_search(const struct area *area, const char *path,
                 const struct snapshot *texts, const atomic_bool *stop)
{
    if (area_reads(area, path))
        return;
    vec_each (struct member, member, &area->members) {
        if (is_left_out(area, member, texts))
            continue;
        if (!live_image_refresh(&member->live, texts, stop) ||
            live_image_reads(&member->live, path))
            return;
    }
}

static bool is_any_open(const struct live_image *live,
                        const struct snapshot *texts)
{
    vec_each (const struct buffer, buffer, &texts->buffers)
        if (live_image_reads(live, buffer->path))
            return true;
    return false;
}

/* Analyses. */

bool area_analyze(struct area *area, const struct snapshot *texts,
                  const atomic_bool *stop)
{
    vec_each (struct member, member, &area->members) {
        member->is_open = is_any_open(&member->live, texts) &&
                          !is_left_out(area, member, texts);
        if (member->is_open && !live_image_analyze(&member->live, texts, stop))
            return false;
    }
    return true;
}

void area_fix(struct area *area, const struct snapshot *texts,
              const atomic_bool *stop)
{
    vec_each (struct member, member, &area->members)
        if (member->is_open && member->live.analysis && !atomic_load(stop))
            live_image_fix(&member->live, texts, stop);
}

static bool is_shown(const struct member *member)
{
    return member->is_open && member->live.analysis;
}

size_t area_count(const struct area *area)
{
    size_t count = 0;

    vec_each (const struct member, member, &area->members)
        count += is_shown(member);
    return count;
}

const struct analysis *area_at(const struct area *area, size_t index)
{
    vec_each (const struct member, member, &area->members)
        if (is_shown(member) && index-- == 0)
            return member->live.analysis;
    return NULL;
}
