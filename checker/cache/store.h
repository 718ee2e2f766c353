/* store.h - a folder of what was computed, found by what it was computed from.
 *
 * An entry has a key, which is a digest of everything that its contents depend
 * on, and a kind. It never changes: whoever has the same key would have written
 * the same. So any number of processes can use one store at a time, on one
 * machine or several that share the folder. An entry is there whole or not at
 * all, whatever ends a process; where nothing can be written nothing is kept,
 * and that is all that happens.
 *
 *     FOLDER/3f/9c...e1.unit
 *
 * Each of the 256 folders keeps its part of a limit: what was not used for the
 * longest time goes first, when something is added. So does FOLDER/large, for
 * packs (pack.h) and for files that others read.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_CACHE_STORE_H
#define UNLOADCHECK_CACHE_STORE_H

#include "support/digest.h"
#include "support/file_map.h"

struct arena;
struct fail;
struct store;

/* `folder` need not be there. */
struct store *store_make(struct arena *arena, const char *folder);

/* The folder of this user, or NULL if the system does not say. */
const char *store_user_folder(struct arena *arena);

/* As it was given to store_make. */
const char *store_folder(const struct store *store);

/* From now on until it is closed what is used is in a pack, too: that of all
 * runs that have this key. In `arena`. */
void store_open_pack(struct store *store, struct arena *arena,
                     struct digest key);
void store_close_pack(struct store *store);

/* Whether there was something in it when it was opened. */
bool store_has_pack(const struct store *store);

/* May be called by several threads. False if there is no such entry, else
 * file_map_close it. */
bool store_get(const struct store *store, const char *kind, struct digest key,
               struct file_map *map);

/* May be called by several threads. False if it could not be written. */
bool store_put(const struct store *store, const char *kind, struct digest key,
               const void *data, size_t size);

/* The name of the large file of that kind and key, which somebody else reads
 * and writes. To ask for it is a use. In `arena`. */
const char *store_large_file(const struct store *store, struct arena *arena,
                             const char *kind, struct digest key);

/* Drops what is too much after a large file was written. */
void store_trim(const struct store *store);

/* As store_put, but only in the pack that is open, if there is one: for what is
 * of no use to other runs. */
void store_put_packed(const struct store *store, const char *kind,
                      struct digest key, const void *data, size_t size);

/* How many bytes the pack has, more or less; 0 if none is open. */
uint64_t store_packed(const struct store *store);

/* What this run does not ask for is left in the pack. */
void store_keep_packed(const struct store *store);

struct store_size {
    size_t entries;
    uint64_t bytes;
};

/* Of one kind, or of all for NULL. */
struct store_size store_size(const struct store *store, const char *kind);

/* Removes what was not used for `days`, and what killed processes left. */
struct store_size store_prune(const struct store *store, unsigned days);

#endif
