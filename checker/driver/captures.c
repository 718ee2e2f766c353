/* captures.c - the units of all files of a run, as the bytes of unit files. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/captures.h"

#include "cache/store.h"
#include "driver/options.h"
#include "driver/parser.h"
#include "driver/progress.h"
#include "driver/roster.h"
#include "driver/rulebook.h"
#include "driver/run.h"
#include "driver/run_cache.h"
#include "driver/timings.h"
#include "driver/unit_cache.h"
#include "frontend/capture.h"
#include "frontend/driver_kit.h"
#include "frontend/preamble.h"
#include "frontend/reads.h"
#include "ir/inert.h"
#include "ir/read.h"
#include "ir/unit.h"
#include "ir/unit_file.h"
#include "ir/verify.h"
#include "project/image.h"
#include "support/fail.h"
#include "support/file.h"
#include "support/file_map.h"
#include "support/map.h"
#include "support/parallel.h"
#include "support/path.h"
#include "support/strings.h"
#include "support/text.h"

#include <string.h>

/* One file, compiled in one way. */
struct job {
    const struct input *input;
    size_t number;
    const struct roster_unit
        *known;          /* nothing needs to be looked up, or NULL */
    struct arena *arena; /* of the members below; NULL: `known` */
    struct text bytes;
    struct reads reads;
    bool is_kept; /* in the cache: `kept` has the bytes, and nothing was read */
    struct digest command, key; /* in the cache */
    struct dependencies dependencies;
    struct file_map kept; /* of no size: the bytes were not asked for yet */
    struct digest digest; /* of the bytes, once it was asked for */
    bool has_digest;
};

enum {
    LOOK_UPS_OF_A_THREAD = 100, /* cost as much as the thread */
    LOOK_AHEAD = 8              /* files that tell what most begin with */
};

struct captures {
    struct capture_options how;
    struct run *run;
    struct parser *parser;
    const struct run_cache *shared; /* or NULL */
    struct unit_cache *cache;       /* or NULL */
    struct digest around;           /* what all units depend on */
    struct strings *keys;
    struct map *jobs;                    /* key -> struct job */
    struct map *by_input;                /* input -> struct job */
    struct vec_of(struct job *) unknown; /* of the jobs, those to look up */
    struct vec_of(struct job *) missing; /* of these, what is not in the cache
                                          */
    struct progress *progress;
    struct timings *timings; /* or NULL */
};

const char *captures_name(struct strings *strings, const struct input *input)
{
    struct arena *scratch = arena_open();
    struct text key = text_make(scratch);

    text_add(&key, input->path);
    text_add_char(&key, '\n');
    text_add(&key, input->directory ? input->directory : "");
    for (size_t i = 0; i < input->argument_count; i++) {
        text_add_char(&key, '\n');
        text_add(&key, input->arguments[i]);
    }

    const char *interned = strings_intern(strings, text_str(&key));

    arena_close(scratch);
    return interned;
}

const char *captures_headers(struct run *run, const struct options *options)
{
    const char *rules = rulebook_folder(run->arena);
    const char *headers = options->headers;

    if (!headers && rules)
        headers = path_join(run->arena, rules, "headers");
    if (headers && file_is_directory(headers))
        return headers;
    fail_add(run->fail, (struct fail_place){ .file = headers },
             "the built-in headers are not there");
    return NULL;
}

/* By what inputs that have the same unit are called. Those that the roster
 * knows need no name. */
static const void *key_of(struct captures *captures, const struct input *input,
                          const struct roster_unit **known)
{
    const struct roster *roster =
        captures->shared ? captures->shared->roster : NULL;
    size_t number = 0;

    *known = NULL;
    if (roster && roster_knows(roster, input, &number, known))
        return (const void *)(uintptr_t)(number + 1);
    return captures_name(captures->keys, input);
}

static void add_jobs(struct arena *arena, struct captures *captures,
                     const struct inputs *inputs)
{
    vec_each (const struct input, input, inputs) {
        const struct roster_unit *known;
        const void *key = key_of(captures, input, &known);
        struct job *job = map_get(captures->jobs, key);
        if (input->is_ir)
            continue;
        if (!job) {
            job = arena_new(arena, struct job);
            job->input = input;
            job->known = known;
            job->number = map_count(captures->jobs);
            map_put(captures->jobs, key, job);
        }
        map_put(captures->by_input, input, job);
    }
}

/* NULL, and why, if the unit makes no sense. */
static struct unit *checked(struct unit *unit, struct fail *said)
{
    if (!unit || !unit_verify(unit, said))
        return NULL;
    inert_mark(unit);
    return unit;
}

void captures_capture(const struct input *input,
                      const struct capture_options *how, struct text *bytes)
{
    struct arena *scratch = arena_open();
    struct fail *said = fail_make(scratch);
    struct unit *unit =
        capture_file(scratch, strings_make(scratch), input->path,
                     input->arguments, input->argument_count, how, said);

    unit = checked(unit, said);
    unit_file_write(bytes, unit, said);
    arena_close(scratch);
}

static struct capture_options how_of(const struct captures *captures,
                                     struct job *job)
{
    struct capture_options how = captures->how;

    how.is_deep = true;
    how.directory = job->input->directory;
    how.reads = &job->reads;
    return how;
}

static void look_up(void *data, size_t index)
{
    struct captures *captures = data;
    struct unit_cache *cache = captures->cache;
    struct job *job = captures->unknown.items[index];
    uint64_t begin = timings_begin(captures->timings);
    struct capture_options how = how_of(captures, job);

    job->arena = arena_open();
    job->command = unit_cache_command(cache, job->input, &how);
    job->is_kept =
        unit_cache_get(cache, job->command, &job->key, &job->kept, job->arena,
                       captures->shared->roster ? &job->dependencies : NULL);
    if (job->is_kept)
        timings_end(captures->timings, begin, "get from the cache",
                    job->input->path);
}

static void parse(const struct captures *captures, struct job *job)
{
    struct capture_options how = how_of(captures, job);

    if (!job->arena)
        job->arena = arena_open();
    job->reads.arena = job->arena;
    job->bytes = text_make(job->arena);
    captures_capture(job->input, &how, &job->bytes);
    if (!captures->cache)
        return;
    job->dependencies =
        unit_cache_dependencies(captures->cache, job->arena, &job->reads);
    job->key = unit_cache_put(captures->cache, job->command, &job->dependencies,
                              job->bytes.data, job->bytes.length);
}

/* What was never captured before, or is not as it was. */
static void capture(void *data, size_t index)
{
    struct captures *captures = data;
    struct job *job = captures->missing.items[index];
    uint64_t begin = timings_begin(captures->timings);

    progress_start(captures->progress, job->input->path);
    parse(captures, job);
    progress_done(captures->progress);
    timings_end(captures->timings, begin, "capture", job->input->path);
}

static void look_up_all(struct captures *captures, size_t threads)
{
    size_t count = captures->unknown.count;
    size_t most = count / LOOK_UPS_OF_A_THREAD;

    if (most > 1)
        parallel_run(threads < most ? threads : most, count, look_up, captures);
    for (size_t i = 0; i < count && most <= 1; i++)
        look_up(captures, i);
}

static struct preambles *open_preambles(struct captures *captures,
                                        const struct run_cache *cache,
                                        size_t threads)
{
    const char *around = unit_cache_around(captures->cache);
    const char *headers = captures->how.headers;
    struct preambles *preambles =
        preambles_open(captures->run->arena, cache->store, around, headers);

    if (captures->missing.count > 2 * threads)
        preambles_wait(preambles);
    for (size_t i = 0; i < captures->missing.count && i < LOOK_AHEAD; i++) {
        struct job *job = captures->missing.items[i];
        const struct input *input = job->input;
        struct capture_options how = how_of(captures, job);
        preambles_expect(preambles, input->path, input->arguments,
                         input->argument_count, &how);
    }
    return preambles;
}

static bool capture_missing(struct captures *captures,
                            const struct run_cache *cache, size_t threads)
{
    struct arena *arena = captures->run->arena;
    size_t count = captures->missing.count;

    if (count == 0)
        return true;
    if (!parser_load(captures->parser))
        return false;
    if (cache)
        captures->how.preambles = open_preambles(captures, cache, threads);
    captures->progress = progress_open(arena, count);
    parallel_run(threads, count, capture, captures);
    progress_close(captures->progress);
    if (cache)
        preambles_close(captures->how.preambles);
    return true;
}

static struct digest digest_of_around(const struct unit_cache *cache)
{
    const char *around = unit_cache_around(cache);

    return digest_bytes(around, strlen(around));
}

/* What the roster knows is as it was, if what all units depend on is. */
static void take_known(struct captures *captures)
{
    for (size_t i = 0; i < map_count(captures->jobs); i++) {
        struct job *job = map_at(captures->jobs, i).value;
        const struct roster_unit *known = job->known;
        job->is_kept = known && digest_equal(known->around, captures->around);
        if (!job->is_kept) {
            job->known = NULL;
            vec_push(captures->run->arena, &captures->unknown, job);
            continue;
        }
        job->key = known->key;
        job->digest = known->bytes;
        job->has_digest = true;
    }
}

static bool capture_all(struct captures *captures,
                        const struct run_cache *cache, size_t threads)
{
    struct arena *arena = captures->run->arena;

    if (cache) {
        const char *version = parser_version(captures->parser);
        if (!version)
            return false;
        captures->cache =
            unit_cache_make(arena, cache, version, captures->how.headers);
        captures->around = digest_of_around(captures->cache);
    }
    take_known(captures);
    if (cache)
        look_up_all(captures, threads);
    vec_each (struct job *, job, &captures->unknown)
        if (!(*job)->is_kept)
            vec_push(arena, &captures->missing, *job);
    return capture_missing(captures, cache, threads);
}

static bool has_kit(struct run *run, const char *folder)
{
    if (driver_kit_folders(run->arena, folder).count != 0)
        return true;
    fail_add(run->fail, (struct fail_place){ .file = folder },
             "has no headers of a driver kit in it; --wdk takes the folder "
             "that has 'Include' in it, and without it built-in headers are "
             "taken");
    return false;
}

struct captures *captures_make(struct run *run, const struct options *options,
                               const struct run_cache *cache,
                               const struct images *images)
{
    struct captures *captures = arena_new(run->arena, struct captures);

    captures->run = run;
    captures->parser = cache ? cache->parser : parser_make(run, NULL);
    captures->shared = cache;
    captures->keys = strings_make(run->arena);
    captures->jobs = map_make(run->arena);
    captures->by_input = map_make(run->arena);
    vec_each (const struct image, image, images)
        add_jobs(run->arena, captures, &image->inputs);

    size_t count = map_count(captures->jobs);

    if (count == 0)
        return captures;
    captures->timings = options->timings;
    if (options->wdk && !has_kit(run, options->wdk))
        return NULL;
    captures->how.wdk = options->wdk;
    captures->how.tells_dropped = options->verbose;
    captures->how.headers = captures_headers(run, options);
    if (!captures->how.headers)
        return NULL;
    return capture_all(captures, cache,
                       options->jobs ? options->jobs : parallel_available())
               ? captures
               : NULL;
}

void captures_count(const struct captures *captures, size_t *parsed,
                    size_t *kept)
{
    *parsed = 0;
    *kept = 0;
    for (size_t i = 0; i < map_count(captures->jobs); i++) {
        const struct job *job = map_at(captures->jobs, i).value;
        ++*(job->is_kept ? kept : parsed);
    }
}

void captures_close(struct captures *captures)
{
    for (size_t i = 0; i < map_count(captures->jobs); i++) {
        struct job *job = map_at(captures->jobs, i).value;
        file_map_close(&job->kept);
        arena_close(job->arena);
    }
}

/* Which functions are inert is said in the bytes. */
static struct unit *read_bytes(struct run *run, const char *path,
                               struct file_map bytes,
                               enum unit_file_extent extent)
{
    struct unit *unit = NULL;

    unit_file_read(run->arena, run->strings, path, bytes.data, bytes.size,
                   extent, run->fail, run->fail, &unit);
    return unit && unit_verify(unit, run->fail) ? unit : NULL;
}

/* A unit from the disk: text, or a unit file. */
static struct unit *read_unit(struct run *run, const char *path,
                              enum unit_file_extent extent)
{
    struct file_map map;
    struct file_text text;
    struct unit *unit = NULL;

    if (!file_map_open(path, run->fail, &map))
        return NULL;
    if (unit_file_is(map.data, map.size))
        unit = read_bytes(run, path, map, extent);
    else if (file_read(run->arena, path, run->fail, &text))
        unit = checked(unit_read(run->arena, run->strings, path, text.data,
                                 text.size, run->fail),
                       run->fail);
    file_map_close(&map);
    return unit;
}

static struct job *find_job(const struct captures *captures,
                            const struct input *input)
{
    struct job *job = map_get(captures->by_input, input);

    return job ? job
               : map_get(captures->jobs, captures_name(captures->keys, input));
}

/* What was known to be in the cache, and is not there any more, is captured. */
static void get_known(const struct captures *captures, struct job *job)
{
    struct capture_options how = how_of(captures, job);

    if (store_get(captures->shared->store, UNIT_CACHE_KIND, job->key,
                  &job->kept) &&
        unit_file_is_whole(job->kept.data, job->kept.size))
        return;
    file_map_close(&job->kept);
    job->is_kept = false;
    if (!parser_load(captures->parser))
        return;
    job->command = unit_cache_command(captures->cache, job->input, &how);
    parse(captures, job);
}

static struct file_map bytes_of(const struct captures *captures,
                                struct job *job)
{
    if (job->is_kept && job->known && job->kept.size == 0)
        get_known(captures, job);
    if (job->is_kept)
        return job->kept;
    return (struct file_map){ job->bytes.data, job->bytes.length, true };
}

struct unit *captures_unit(const struct captures *captures, struct run *run,
                           const struct input *input,
                           enum unit_file_extent extent)
{
    if (input->is_ir)
        return read_unit(run, input->path, extent);
    return read_bytes(run, input->path,
                      bytes_of(captures, find_job(captures, input)), extent);
}

struct unit *captures_edited(const struct captures *captures, struct run *run,
                             const struct input *input,
                             const struct capture_text *texts, size_t count)
{
    struct capture_options how = captures->how;

    how.directory = input->directory;
    how.texts = texts;
    how.text_count = count;
    if (!parser_load(captures->parser))
        return NULL;

    struct unit *unit =
        capture_file(run->arena, run->strings, input->path, input->arguments,
                     input->argument_count, &how, run->fail);

    return checked(unit, run->fail);
}

struct digest captures_digest(const struct captures *captures,
                              const struct input *input)
{
    struct job *job = find_job(captures, input);

    if (!job->has_digest) {
        struct file_map bytes = bytes_of(captures, job);
        job->digest = digest_bytes(bytes.data, bytes.size);
        job->has_digest = true;
    }
    return job->digest;
}

struct digest captures_key(const struct captures *captures,
                           const struct input *input)
{
    return find_job(captures, input)->key;
}

size_t captures_number(const struct captures *captures,
                       const struct input *input)
{
    return find_job(captures, input)->number;
}

const struct dependencies *captures_made(const struct captures *captures,
                                         const struct input *input,
                                         struct roster_unit *unit)
{
    const struct job *job = find_job(captures, input);

    if (!captures->cache || job->known)
        return NULL;
    *unit = (struct roster_unit){
        .key = job->key,
        .bytes = captures_digest(captures, input),
        .around = captures->around,
    };
    return &job->dependencies;
}

void captures_result(const struct captures *captures, const struct input *input,
                     struct file_map *bytes, const struct reads **reads)
{
    struct job *job = find_job(captures, input);

    *bytes = bytes_of(captures, job);
    *reads = &job->reads;
}
