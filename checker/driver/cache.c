/* cache.c - the command `cache`: what is kept, and what is no longer. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/cache.h"

#include "cache/store.h"
#include "driver/options.h"
#include "driver/run_cache.h"
#include "report/table.h"
#include "support/arena.h"
#include "support/fail.h"
#include "support/text.h"
#include "support/words.h"

#include <inttypes.h>
#include <stdio.h>

enum { COLUMNS = 3, KEPT_DAYS = 30 };

static void add_row(struct arena *arena, const char *label,
                    struct store_size size, struct words *cells)
{
    vec_push(arena, cells, label);
    vec_push(arena, cells, arena_format(arena, "%zu", size.entries));
    vec_push(arena, cells,
             arena_format(arena, "%" PRIu64 " kB", (size.bytes + 1023) / 1024));
}

static void show(struct run *run, const struct store *store)
{
    static const char *const rows[][2] = {
        { "units", "unit" },          { "what they are made of", "made" },
        { "verdicts", "verdict" },    { "parts of drivers", "part" },
        { "packs of these", "pack" }, { "all", NULL },
    };
    struct text out = text_make(run->arena);
    struct words cells = { 0 };

    text_addf(&out, "%s\n", store_folder(store));
    for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
        add_row(run->arena, rows[i][0], store_size(store, rows[i][1]), &cells);
    table_add(cells.items, cells.count / COLUMNS, COLUMNS, &out);
    fputs(text_str(&out), stdout);
}

enum run_status cache_run(struct run *run, const struct options *options)
{
    const struct store *store = run_cache_store(run, options);

    if (options->operands.count != 0) {
        fail_add(run->fail, (struct fail_place){ 0 },
                 "'cache' takes no '%s'; 'unloadcheck cache --help' tells how",
                 options->operands.items[0]);
        return RUN_TROUBLE;
    }
    if (!store) {
        fail_add(run->fail, (struct fail_place){ 0 },
                 "the system does not say where caches are; give --cache-dir");
        return RUN_TROUBLE;
    }
    if (options->prune) {
        struct store_size removed = store_prune(store, KEPT_DAYS);
        printf("%zu removed, %" PRIu64 " kB\n", removed.entries,
               (removed.bytes + 1023) / 1024);
    }
    if (options->stats || !options->prune)
        show(run, store);
    return RUN_CLEAN;
}
