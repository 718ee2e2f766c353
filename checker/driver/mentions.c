/* mentions.c - one bit for each text, under its digest and the names. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/mentions.h"

#include "cache/contents.h"
#include "cache/store.h"
#include "driver/run_cache.h"
#include "project/scan.h"
#include "project/text_file.h"
#include "support/arena.h"
#include "support/fail.h"
#include "support/file.h"
#include "support/text.h"

#define KIND "entry"

struct mentions {
    const struct run_cache *cache;
    const struct words *entries;
    struct digest names; /* of the entries */
};

struct mentions *mentions_make(struct arena *arena,
                               const struct run_cache *cache,
                               const struct words *entries)
{
    struct mentions *mentions = arena_new(arena, struct mentions);
    struct arena *scratch = arena_open();
    struct text all = text_make(scratch);

    mentions->cache = cache;
    mentions->entries = entries;
    vec_each (const char *, entry, entries)
        text_addf(&all, "%s\n", *entry);
    mentions->names = digest_bytes(text_str(&all), all.length);
    arena_close(scratch);
    return mentions;
}

/* False where it cannot be read. */
static bool look_through(const struct mentions *mentions, const char *path,
                         char *answer)
{
    struct arena *scratch = arena_open();
    struct file_text text;
    bool is_read = file_is_regular(path) &&
                   text_file_read(scratch, path, fail_make(scratch), &text);

    if (is_read)
        *answer = scan_mentions(text.data, mentions->entries);
    arena_close(scratch);
    return is_read;
}

bool mentions_none(void *data, const char *path)
{
    const struct mentions *mentions = data;
    const struct run_cache *cache = mentions->cache;
    struct digest parts[] = { cache->program, mentions->names, { 0, 0 } };
    struct file_map map;
    char answer = true;

    if (!contents_of_file(cache->contents, path, &parts[2]))
        return false;

    struct digest key = digest_bytes(parts, sizeof(parts));

    if (store_get(cache->store, KIND, key, &map)) {
        answer = map.size != 1 || *(const char *)map.data;
        file_map_close(&map);
    } else if (look_through(mentions, path, &answer)) {
        store_put_packed(cache->store, KIND, key, &answer, sizeof(answer));
    }
    return !answer;
}
