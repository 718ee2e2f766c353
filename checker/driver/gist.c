/* gist.c - what of a text the pre-scan wants to know. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/gist.h"

#include "cache/contents.h"
#include "cache/store.h"
#include "driver/run_cache.h"
#include "frontend/outline.h"
#include "rules/rules.h"
#include "support/arena.h"
#include "support/bytes.h"
#include "support/file_map.h"
#include "support/hash.h"
#include "support/map.h"
#include "support/strings.h"
#include "support/text.h"

#include <string.h>

#define KIND "gist"

/* As long must a part of a word be to be one of a protocol's function. */
enum { SHORTEST_PART = 3 };

struct gists {
    struct arena *arena;
    const struct run_cache *cache; /* or NULL */
    struct strings *strings;
    struct words calls;      /* functions of protocols */
    struct map *marks;       /* word -> marks */
    struct map *by_path;     /* path -> struct gist */
    struct digest marked_by; /* what gives the marks */
};

/* Marks. */

static void mark(struct gists *gists, const char *word, unsigned marks)
{
    const char *interned = word ? strings_intern(gists->strings, word) : NULL;
    unsigned known = (unsigned)(uintptr_t)map_get(gists->marks, interned);

    if (interned)
        map_put(gists->marks, interned, (void *)(uintptr_t)(known | marks));
}

static void mark_all(struct gists *gists, const struct rule_set *rules)
{
    for (size_t i = 0; i < rules->protocol_count; i++)
        for (size_t j = 0; j < rules->protocols[i]->call_count; j++) {
            const char *name = rules->protocols[i]->calls[j].function;
            mark(gists, name, MARK_PROTOCOL);
            vec_push(gists->arena, &gists->calls, name);
        }
    for (size_t i = 0; i < rules->root_count; i++) {
        const struct root *root = &rules->roots[i];
        bool is_entry = root->role == ROOT_ENTRY && root->function;
        mark(gists, root->function,
             is_entry ? MARK_ROOT | MARK_ENTRY : MARK_ROOT);
        mark(gists, root->field, MARK_ROOT);
        mark(gists, root->role_type, MARK_ROOT);
    }
    mark(gists, "dllexport", MARK_ROOT);
}

static struct digest digest_of_marks(const struct gists *gists)
{
    struct arena *scratch = arena_open();
    struct text all = text_make(scratch);

    for (size_t i = 0; i < map_count(gists->marks); i++) {
        struct map_entry entry = map_at(gists->marks, i);
        text_addf(&all, "%s %u\n", (const char *)entry.key,
                  (unsigned)(uintptr_t)entry.value);
    }

    struct digest digest = digest_bytes(text_str(&all), all.length);

    arena_close(scratch);
    return digest;
}

struct gists *gists_make(struct arena *arena, const struct rule_set *rules,
                         const struct run_cache *cache)
{
    struct gists *gists = arena_new(arena, struct gists);

    gists->arena = arena;
    gists->cache = cache;
    gists->strings = strings_make(arena);
    gists->marks = map_make(arena);
    gists->by_path = map_make(arena);
    mark_all(gists, rules);
    gists->marked_by = digest_of_marks(gists);
    return gists;
}

/* From an outline. */

/* Whether a word could be pasted to a function of a protocol. */
static bool is_part(const struct gists *gists, const char *word)
{
    size_t length = strlen(word);

    if (length < SHORTEST_PART)
        return false;
    vec_each (const char *, name, &gists->calls) {
        size_t whole = strlen(*name);
        if (length < whole && (strncmp(*name, word, length) == 0 ||
                               strcmp(*name + whole - length, word) == 0))
            return true;
    }
    return false;
}

static void add_word(struct gists *gists, struct gist *gist, const char *word,
                     unsigned what)
{
    struct arena *arena = gists->arena;
    uint64_t hash = hash_string(word);
    unsigned marks = (unsigned)(uintptr_t)map_get(gists->marks, word);

    gist->marks |= marks;
    if (is_part(gists, word))
        gist->marks |= MARK_PART;
    if (what & (OUTLINE_USED | OUTLINE_DEFINED))
        vec_push(arena, &gist->used, hash);
    if (what & OUTLINE_DEFINED) {
        vec_push(arena, &gist->defined, hash);
        gist->is_entry |= (marks & MARK_ENTRY) != 0;
    }
    if (what & OUTLINE_MACRO)
        vec_push(arena, &gist->macros, hash);
    if (what & OUTLINE_HEAD) {
        vec_push(arena, &gist->heads, hash);
        gist->takes_own |= (what & OUTLINE_TAKEN) != 0;
    }
}

struct gist *gist_of_text(struct gists *gists, const char *text, size_t size)
{
    struct arena *scratch = arena_open();
    struct gist *gist = arena_new(gists->arena, struct gist);
    const struct outline *outline =
        outline_make(scratch, gists->strings, text, size);

    gist->is_unclear = outline->is_unclear;
    gist->hides_includes = outline->hides_includes;
    gist->pastes = outline->pastes;
    vec_each (const char *, name, &outline->includes) {
        const char *copy = arena_strdup(gists->arena, *name);
        vec_push(gists->arena, &gist->includes, copy);
    }
    for (size_t i = 0; i < map_count(outline->words); i++) {
        const char *word = map_at(outline->words, i).key;
        add_word(gists, gist, word, outline_of(outline, word));
    }
    arena_close(scratch);
    return gist;
}

/* As bytes: the flags, then each list with the number of its items, 64 bits
 * each; names end in zero. */

enum { FLAGS_SIZE = 6 };

static void write_number(struct text *out, uint64_t number)
{
    char bytes[8];

    bytes_put(bytes, sizeof(bytes), number);
    text_add_n(out, bytes, sizeof(bytes));
}

static void write_hashes(struct text *out, const struct hashes *hashes)
{
    write_number(out, hashes->count);
    vec_each (const uint64_t, hash, hashes)
        write_number(out, *hash);
}

static void write_gist(struct text *out, const struct gist *gist)
{
    char flags[FLAGS_SIZE] = { (char)gist->marks, gist->is_unclear,
                               gist->is_entry,    gist->pastes,
                               gist->takes_own,   gist->hides_includes };

    text_add_n(out, flags, sizeof(flags));
    write_hashes(out, &gist->used);
    write_hashes(out, &gist->defined);
    write_hashes(out, &gist->macros);
    write_hashes(out, &gist->heads);
    vec_each (const char *, name, &gist->includes)
        text_add_n(out, *name, strlen(*name) + 1);
}

struct digest gist_digest(const struct gist *gist)
{
    struct arena *scratch = arena_open();
    struct text out = text_make(scratch);

    write_gist(&out, gist);

    struct digest digest = digest_bytes(out.data, out.length);

    arena_close(scratch);
    return digest;
}

struct bytes {
    const char *at;
    const char *end;
};

static uint64_t read_number(struct bytes *bytes)
{
    if (bytes->end - bytes->at < 8)
        return 0;
    bytes->at += 8;
    return bytes_get(bytes->at - 8, 8);
}

static void read_hashes(struct arena *arena, struct bytes *bytes,
                        struct hashes *hashes)
{
    uint64_t count = read_number(bytes);

    if (count > (uint64_t)(bytes->end - bytes->at) / 8)
        count = 0;
    hashes->items = arena_array(arena, uint64_t, (size_t)count);
    hashes->count = hashes->capacity = (size_t)count;
    for (size_t i = 0; i < hashes->count; i++)
        hashes->items[i] = read_number(bytes);
}

static struct gist *read_gist(struct arena *arena, const struct file_map *map)
{
    const char *flags = map->data;
    struct bytes bytes = { flags + FLAGS_SIZE, flags + map->size };
    struct gist *gist = arena_new(arena, struct gist);

    gist->marks = (unsigned char)flags[0];
    gist->is_unclear = flags[1];
    gist->is_entry = flags[2];
    gist->pastes = flags[3];
    gist->takes_own = flags[4];
    gist->hides_includes = flags[5];
    read_hashes(arena, &bytes, &gist->used);
    read_hashes(arena, &bytes, &gist->defined);
    read_hashes(arena, &bytes, &gist->macros);
    read_hashes(arena, &bytes, &gist->heads);
    while (bytes.at < bytes.end) {
        const char *name =
            arena_strndup(arena, bytes.at, (size_t)(bytes.end - bytes.at));
        vec_push(arena, &gist->includes, name);
        bytes.at += strlen(name) + 1;
    }
    return gist;
}

/* Of files. */

static struct digest key_of(const struct gists *gists, struct digest digest)
{
    struct digest all[] = { gists->cache->program, gists->marked_by, digest };

    return digest_bytes(all, sizeof(all));
}

static struct gist *recall(struct gists *gists, struct digest digest)
{
    struct file_map map;
    struct gist *gist = NULL;

    if (!store_get(gists->cache->store, KIND, key_of(gists, digest), &map))
        return NULL;
    if (map.size >= FLAGS_SIZE)
        gist = read_gist(gists->arena, &map);
    file_map_close(&map);
    return gist;
}

/* Under the digest of what was read, whatever the file holds by now. */
static void remember(const struct gists *gists, const struct gist *gist,
                     const struct file_map *map)
{
    struct arena *scratch = arena_open();
    struct text out = text_make(scratch);

    write_gist(&out, gist);
    store_put_packed(gists->cache->store, KIND,
                     key_of(gists, digest_bytes(map->data, map->size)),
                     out.data, out.length);
    arena_close(scratch);
}

static struct gist *read_file(struct gists *gists, const char *path)
{
    struct file_map map;
    struct gist *gist;

    if (!file_map_open(path, NULL, &map)) {
        gist = arena_new(gists->arena, struct gist);
        gist->is_unclear = gist->hides_includes = true;
        return gist;
    }
    gist = gist_of_text(gists, map.data, map.size);
    if (gists->cache)
        remember(gists, gist, &map);
    file_map_close(&map);
    return gist;
}

const struct gist *gist_of_file(struct gists *gists, const char *path)
{
    const char *key = strings_intern(gists->strings, path);
    struct gist *gist = map_get(gists->by_path, key);
    struct digest digest;

    if (!gist && gists->cache &&
        contents_of_file(gists->cache->contents, path, &digest))
        gist = recall(gists, digest);
    if (!gist)
        gist = read_file(gists, path);
    map_put(gists->by_path, key, gist);
    return gist;
}

const struct gist *gist_of_digest(struct gists *gists, struct digest digest)
{
    return recall(gists, digest);
}
