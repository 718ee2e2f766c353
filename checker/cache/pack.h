/* pack.h - what the runs on one project use of a store, as one file or two.
 *
 * To open a thousand small files takes longer than to do what they are opened
 * for. So what a run took from the store, and what it put there, is kept
 * together for the next run on the same files; what that one does not use is
 * left out when the pack is written anew. What a run adds to a large pack goes
 * to a second file, NAME.new.pack beside NAME.pack, until that is half as
 * large: it comes before what the other one has. A pack holds nothing that
 * could not be made again, and what is damaged in it is not there; nor does it
 * matter if one of the files is of an earlier run.
 *
 * A file, numbers lowest byte first: the eight bytes "\x8apack\r\n\x1a",
 * the layout, how many entries there are, XXH3 of the list of them (64 bits
 * each); the list, for each its key (twice 64 bits), its kind (eight bytes,
 * zeros behind), where its bytes are, how many, and XXH3 of those (64 bits
 * each), by key and kind; then the bytes.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_CACHE_PACK_H
#define UNLOADCHECK_CACHE_PACK_H

#include "support/digest.h"
#include "support/file_map.h"

#include <stdbool.h>

struct arena;
struct pack;

enum { PACK_KIND = 8 }; /* a kind has fewer characters */

/* An empty one if there is no file there. In `arena`, until it is closed. */
struct pack *pack_open(struct arena *arena, const char *path);

/* Whether there was anything in it when it was opened. */
bool pack_was_there(const struct pack *pack);

/* How many bytes are in it, with what was put, more or less. */
uint64_t pack_size(const struct pack *pack);

/* What nobody asks for is not left out this time. */
void pack_keep(struct pack *pack);

/* Writes a file if there is anything new; whether it did. */
bool pack_close(struct pack *pack);

/* May be called by several threads. The map is borrowed. */
bool pack_get(struct pack *pack, const char *kind, struct digest key,
              struct file_map *map);

/* May be called by several threads. Copies the bytes. */
void pack_put(struct pack *pack, const char *kind, struct digest key,
              const void *data, size_t size);

#endif
