/* parser.c - the parser's version, out of the cache or out of the parser. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/parser.h"

#include "cache/store.h"
#include "driver/run.h"
#include "driver/run_cache.h"
#include "frontend/capture.h"
#include "support/arena.h"
#include "support/fail.h"
#include "support/file.h"
#include "support/text.h"

#include <inttypes.h>
#include <string.h>
#include <uv.h>

#define KIND "parser"

struct parser {
    struct run *run;
    const struct run_cache *cache; /* or NULL */
    const char *version;           /* NULL: not known yet */
    enum { STATE_NEW, STATE_LOADING, STATE_LOADED, STATE_MISSING } state;
    uv_thread_t thread;  /* while it is loading */
    struct arena *arena; /* of what comes of that */
    struct fail *said;
    const char *file;
    bool is_good;
};

struct parser *parser_make(struct run *run, const struct run_cache *cache)
{
    struct parser *parser = arena_new(run->arena, struct parser);

    parser->run = run;
    parser->cache = cache;
    return parser;
}

/* False if it would not be known that the file has become another. */
static bool key_of(const char *file, struct digest *key)
{
    struct arena *scratch = arena_open();
    struct text all = text_make(scratch);
    struct file_stamp stamp;
    bool is_settled = file_stamp(file, &stamp) && file_stamp_is_settled(&stamp);

    if (is_settled) {
        text_addf(&all, "%s\n%s\n", file_working_directory(scratch), file);
        text_addf(&all, "%" PRIu64 " %" PRIu64 " %" PRIu64, stamp.device,
                  stamp.number, stamp.size);
        text_addf(&all, " %" PRId64 " %" PRId64, stamp.modified, stamp.changed);
        *key = digest_bytes(all.data, all.length);
    }
    arena_close(scratch);
    return is_settled;
}

static const char *recall(const struct parser *parser)
{
    struct arena *arena = parser->run->arena;
    const char *file = capture_parser(arena);
    const char *version = NULL;
    struct digest key;
    struct file_map map;

    if (file && key_of(file, &key) &&
        store_get(parser->cache->store, KIND, key, &map)) {
        version = arena_strndup(arena, map.data, map.size);
        file_map_close(&map);
    }
    return version;
}

/* Of another file than the one that is asked for first nobody knows the next
 * time whether it is the same. */
static void note(const struct parser *parser, const char *file)
{
    const char *first = capture_parser(parser->run->arena);
    struct digest key;

    if (file && first && strcmp(file, first) == 0 && key_of(file, &key))
        store_put_packed(parser->cache->store, KIND, key, parser->version,
                         strlen(parser->version));
}

static void load(void *data)
{
    struct parser *parser = data;

    parser->is_good = capture_load(parser->arena, parser->said, &parser->file);
}

static void prepare(struct parser *parser)
{
    capture_prepare();
    parser->arena = arena_open();
    parser->said = fail_make(parser->arena);
}

void parser_begin(struct parser *parser)
{
    prepare(parser);
    if (uv_thread_create(&parser->thread, load, parser) == 0)
        parser->state = STATE_LOADING;
    else
        arena_close(parser->arena);
}

/* What was loaded counts from now on. */
static void take(struct parser *parser)
{
    const char *known = parser->version;

    parser->state = parser->is_good ? STATE_LOADED : STATE_MISSING;
    fail_take(parser->run->fail, parser->said);
    if (parser->is_good)
        parser->version = capture_compiler(parser->run->arena);
    if (parser->is_good && !known && parser->cache)
        note(parser, parser->file);
    arena_close(parser->arena);
}

bool parser_load(struct parser *parser)
{
    if (parser->state == STATE_NEW) {
        prepare(parser);
        load(parser);
        take(parser);
    } else if (parser->state == STATE_LOADING) {
        uv_thread_join(&parser->thread);
        take(parser);
    }
    return parser->state == STATE_LOADED;
}

void parser_close(struct parser *parser)
{
    if (parser->state != STATE_LOADING)
        return;
    uv_thread_join(&parser->thread);
    arena_close(parser->arena);
    parser->state = STATE_NEW;
}

const char *parser_version(struct parser *parser)
{
    if (!parser->version && parser->cache)
        parser->version = recall(parser);
    if (!parser->version)
        parser_load(parser);
    return parser->version;
}
