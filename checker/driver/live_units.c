/* live_units.c - the units of a driver that is being written. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/live_units.h"

#include "cache/contents.h"
#include "driver/captures.h"
#include "driver/dependencies.h"
#include "driver/options.h"
#include "driver/run.h"
#include "driver/run_cache.h"
#include "driver/unit_cache.h"
#include "driver/watch.h"
#include "editor/session.h"
#include "frontend/capture.h"
#include "frontend/reads.h"
#include "ir/unit_file.h"
#include "ir/verify.h"
#include "project/image.h"
#include "support/fail.h"
#include "support/file.h"
#include "support/map.h"
#include "support/parallel.h"
#include "support/path.h"
#include "support/text.h"

#include <string.h>

struct live_units {
    struct run *run;
    const struct options *options;
    struct watch *watch;
    const struct images *images; /* all that there are */
    struct capture_options how;
    const char *working;
    struct map *by_name; /* -> struct live_unit */
    size_t made;         /* how many, ever */
    size_t remade;       /* ... that had been made before */
};

struct live_units *live_units_open(struct run *run,
                                   const struct options *options,
                                   const struct images *images,
                                   struct watch *watch)
{
    struct live_units *units = arena_new(run->arena, struct live_units);

    units->run = run;
    units->options = options;
    units->watch = watch;
    units->images = images;
    units->how.wdk = options->wdk;
    units->how.headers = captures_headers(run, options);
    units->working = file_working_directory(run->arena);
    units->by_name = map_make(run->arena);
    return units->how.headers ? units : NULL;
}

struct live_unit *live_units_get(struct live_units *units,
                                 const struct input *input)
{
    struct arena *arena = units->run->arena;
    const char *name = captures_name(units->run->strings, input);
    struct live_unit *unit = map_get(units->by_name, name);

    if (unit)
        return unit;
    unit = arena_new(arena, struct live_unit);
    unit->input = input;
    unit->path = path_normal(
        arena,
        path_join(arena, units->working,
                  path_join(arena, input->directory ? input->directory : "",
                            input->path)));
    map_put(units->by_name, name, unit);
    return unit;
}

void live_units_close(struct live_units *units)
{
    for (size_t i = 0; i < map_count(units->by_name); i++) {
        struct live_unit *unit = map_at(units->by_name, i).value;
        arena_close(unit->arena);
    }
}

/* A unit that has to be made. */
struct making {
    struct live_unit *unit;
    struct arena *arena; /* of the following */
    struct file_map kept;
    struct text bytes;
    struct dependencies dependencies;
    bool is_kept; /* `kept` has the bytes */
    bool is_done;
};

/* All of them, for the threads. */
struct makings {
    struct live_units *units;
    struct unit_cache *cache; /* NULL: there is none, or nothing to ask it */
    struct contents *contents;
    struct capture_texts texts; /* that were not saved */
    const atomic_bool *stop;
    struct vec_of(struct making) items;
};

static bool is_good(const struct live_units *units,
                    const struct live_unit *unit)
{
    vec_each (const struct made_from, made_from, &unit->made_from)
        if (!watch_holds(units->watch, made_from))
            return false;
    return unit->made != 0;
}

/* On the threads: nothing here may ask the watch. */

static const struct capture_text *text_of(const struct makings *all,
                                          const char *path)
{
    struct arena *scratch = arena_open();
    const char *full =
        path_normal(scratch, path_join(scratch, all->units->working, path));
    const struct capture_text *found = NULL;

    vec_each (const struct capture_text, text, &all->texts)
        if (strcmp(text->path, full) == 0)
            found = text;
    arena_close(scratch);
    return found;
}

static bool depends_on_unsaved(const struct makings *all,
                               const struct dependencies *dependencies)
{
    vec_each (const struct dependency, dependency, dependencies)
        if (dependency->kind == DEPENDS_ON_FILE &&
            text_of(all, dependency->path))
            return true;
    return false;
}

static bool find_kept(const struct makings *all, struct making *making,
                      struct digest command)
{
    struct digest key;

    if (!unit_cache_get(all->cache, command, &key, &making->kept, making->arena,
                        &making->dependencies))
        return false;
    making->is_kept = !depends_on_unsaved(all, &making->dependencies);
    if (making->is_kept)
        return true;
    file_map_close(&making->kept);
    making->dependencies.count = 0;
    return false;
}

static void capture(const struct makings *all, struct making *making,
                    struct reads *reads)
{
    const struct input *input = making->unit->input;
    struct capture_options how = all->units->how;

    how.is_deep = true;
    how.directory = input->directory;
    how.reads = reads;
    how.texts = all->texts.items;
    how.text_count = all->texts.count;
    making->bytes = text_make(making->arena);
    captures_capture(input, &how, &making->bytes);
    making->dependencies = dependencies_of(making->arena, all->contents, reads,
                                           how.headers, all->units->working);
}

static void make(void *data, size_t index)
{
    struct makings *all = data;
    struct making *making = &all->items.items[index];
    struct capture_options how = all->units->how;
    struct reads reads = { .arena = arena_open() };
    struct digest command = { 0, 0 };

    making->arena = reads.arena;
    if (atomic_load(all->stop))
        return;
    how.directory = making->unit->input->directory;
    if (all->cache)
        command = unit_cache_command(all->cache, making->unit->input, &how);
    if (!all->cache || !find_kept(all, making, command)) {
        capture(all, making, &reads);
        if (all->cache && !depends_on_unsaved(all, &making->dependencies))
            unit_cache_put(all->cache, command, &making->dependencies,
                           making->bytes.data, making->bytes.length);
    }
    making->is_done = true;
}

/* Back on one thread. */

static void note_dependencies(const struct live_units *units,
                              struct live_unit *unit,
                              const struct making *making)
{
    vec_each (const struct dependency, dependency, &making->dependencies)
        vec_push(unit->arena, &unit->made_from,
                 watch_dependency(units->watch, dependency));
    if (making->dependencies.count == 0) /* nothing could be read */
        vec_push(unit->arena, &unit->made_from,
                 watch_now(units->watch, DEPENDS_ON_FILE, unit->path));
}

/* The unit that a capture gave. */
static struct unit *read_unit(const struct live_units *units,
                              struct arena *arena, const struct live_unit *unit,
                              struct file_map bytes, size_t *messages)
{
    struct arena *scratch = arena_open();
    struct fail *said = fail_make(scratch);
    struct unit *read = NULL;

    unit_file_read(arena, units->run->strings, unit->input->path, bytes.data,
                   bytes.size, UNIT_FILE_WHOLE, said, said, &read);
    if (read && !unit_verify(read, said))
        read = NULL;
    *messages += fail_count(said);
    arena_close(scratch);
    return read;
}

/* What is said about a file is for its author's compiler to say again: here
 * nobody would hear it. */
static void take(struct live_units *units, struct making *making)
{
    struct live_unit *unit = making->unit;
    struct file_map bytes = { making->bytes.data, making->bytes.length, true };

    units->remade += unit->made != 0;
    arena_close(unit->arena);
    *unit = (struct live_unit){ .input = unit->input, .path = unit->path };
    unit->arena = arena_open();
    if (making->is_kept)
        bytes = making->kept;
    unit->unit = read_unit(units, unit->arena, unit, bytes, &unit->messages);
    unit->made = ++units->made;
    note_dependencies(units, unit, making);
}

static void take_all(struct makings *all)
{
    vec_each (struct making, making, &all->items) {
        if (making->is_done)
            take(all->units, making);
        if (making->is_kept)
            file_map_close(&making->kept);
        arena_close(making->arena);
    }
}

static void gather(struct arena *arena, struct makings *all,
                   struct live_unit *const *list, size_t count,
                   bool *needs_cache)
{
    for (size_t i = 0; i < count; i++) {
        struct making making = { .unit = list[i] };
        if (is_good(all->units, making.unit))
            continue;
        vec_push(arena, &all->items, making);
        *needs_cache |= !watch_is_unsaved(all->units->watch, list[i]->path);
    }
}

static void gather_texts(struct arena *arena, struct makings *all,
                         const struct snapshot *texts)
{
    vec_each (const struct buffer, buffer, &texts->buffers) {
        struct capture_text text = { buffer->path, buffer->text.data,
                                     buffer->text.size };
        if (watch_is_unsaved(all->units->watch, buffer->path))
            vec_push(arena, &all->texts, text);
    }
}

/* Whoever types has other programs to wait for: half of the processors are
 * left to them. */
static void make_all(struct makings *all)
{
    unsigned jobs = all->units->options->jobs;
    size_t half = (parallel_available() + 1) / 2;

    parallel_run(jobs ? jobs : half, all->items.count, make, all);
    take_all(all);
}

static void make_cached(struct makings *all)
{
    struct arena *arena = arena_open();
    struct live_units *units = all->units;
    struct run run = { arena, units->run->strings, fail_make(arena) };
    struct run_cache *cache =
        run_cache_open(&run, units->options, units->images);

    if (cache) {
        all->cache = unit_cache_make(arena, cache, capture_compiler(arena),
                                     units->how.headers);
        all->contents = cache->contents;
    }
    make_all(all);
    run_cache_close(cache);
    arena_close(arena);
}

/* One file that was not saved is in no cache, so that is not even opened. */
bool live_units_refresh(struct live_units *units, struct live_unit *const *list,
                        size_t count, const struct snapshot *texts,
                        const atomic_bool *stop)
{
    struct arena *arena = arena_open();
    struct arena *of_contents = arena_open();
    struct contents *contents = contents_open(of_contents);
    struct makings all = { .units = units, .contents = contents, .stop = stop };
    bool needs_cache = false;

    gather(arena, &all, list, count, &needs_cache);
    gather_texts(arena, &all, texts);
    if (needs_cache)
        make_cached(&all);
    else if (all.items.count != 0)
        make_all(&all);
    contents_close(contents);
    arena_close(of_contents);
    arena_close(arena);
    return !atomic_load(stop);
}

const struct watched *live_units_file(const struct live_units *units,
                                      const char *path)
{
    return watch_now(units->watch, DEPENDS_ON_FILE, path).watched;
}

bool live_unit_reads(const struct live_unit *unit, const char *path,
                     const struct watched *file)
{
    if (strcmp(unit->path, path) == 0)
        return true;
    vec_each (const struct made_from, made_from, &unit->made_from)
        if (made_from->watched == file)
            return true;
    return false;
}

struct unit *live_units_capture(const struct live_units *units,
                                struct arena *arena,
                                const struct live_unit *unit,
                                const struct capture_texts *texts,
                                size_t *messages)
{
    struct arena *scratch = arena_open();
    struct capture_options how = units->how;
    struct text bytes = text_make(scratch);
    struct unit *made;

    how.directory = unit->input->directory;
    how.texts = texts->items;
    how.text_count = texts->count;
    captures_capture(unit->input, &how, &bytes);
    made = read_unit(units, arena, unit,
                     (struct file_map){ bytes.data, bytes.length, true },
                     messages);
    arena_close(scratch);
    return made;
}

size_t live_units_remade(const struct live_units *units)
{
    return units->remade;
}
