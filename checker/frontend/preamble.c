/* preamble.c - headers of the system that many files begin with, parsed once.
 *
 * A file of the store has a key as its name; an entry under the same key has
 * the digest of what is in it, so that a damaged one is never read. The headers
 * must be ones that do nothing when they are included again, as they are in the
 * file itself.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/preamble.h"

#include "cache/store.h"
#include "frontend/arguments.h"
#include "frontend/capture.h"
#include "frontend/leading.h"
#include "frontend/libclang.h"
#include "frontend/unsaved.h"
#include "support/arena.h"
#include "support/fail.h"
#include "support/file.h"
#include "support/file_map.h"
#include "support/file_write.h"
#include "support/map.h"
#include "support/path.h"
#include "support/strings.h"
#include "support/text.h"

#include <string.h>
#include <uv.h>

#define KIND "pch"

enum state {
    STATE_NEW,
    STATE_WANTED, /* by one file so far, or by two that will be captured */
    STATE_MAKING, /* by another thread */
    STATE_READY,
    STATE_BAD
};

struct preamble {
    enum state state;
    bool is_expected; /* by one file so far */
    const char *path;
};

struct preambles {
    struct arena *arena;
    const struct store *store;
    const char *around;
    const char *headers;
    bool waits;
    uv_mutex_t lock; /* of what follows */
    uv_cond_t made;  /* one is no longer in the making */
    struct strings *keys;
    struct map *known; /* key -> struct preamble */
    bool has_made;     /* any */
};

/* What a preamble is made of. */
struct recipe {
    struct arena *arena;
    const struct arguments *arguments;
    const char *text; /* the lines that include */
    struct digest key;
};

struct preambles *preambles_open(struct arena *arena, const struct store *store,
                                 const char *around, const char *headers)
{
    struct preambles *preambles = arena_new(arena, struct preambles);

    preambles->arena = arena;
    preambles->store = store;
    preambles->around = around;
    preambles->headers = headers;
    preambles->keys = strings_make(arena);
    preambles->known = map_make(arena);
    uv_mutex_init(&preambles->lock);
    uv_cond_init(&preambles->made);
    return preambles;
}

void preambles_wait(struct preambles *preambles)
{
    preambles->waits = true;
}

void preambles_close(struct preambles *preambles)
{
    uv_cond_destroy(&preambles->made);
    uv_mutex_destroy(&preambles->lock);
    if (preambles->has_made)
        store_trim(preambles->store);
}

static void find_key(const struct preambles *preambles, struct recipe *recipe)
{
    struct text all = text_make(recipe->arena);

    text_addf(&all, "%s\n%s\n", preambles->around, recipe->text);
    vec_each (const char *, word, &recipe->arguments->words)
        text_addf(&all, "%s\n", *word);
    recipe->key = digest_bytes(all.data, all.length);
}

/* Making. */

struct inspection {
    CXTranslationUnit unit;
    const char *headers;
    bool is_good;
};

/* Every header is a built-in one, which does nothing if it is read again. */
static void inspect(CXFile file, CXSourceLocation *stack, unsigned depth,
                    CXClientData data)
{
    struct inspection *inspection = data;
    size_t length = strlen(inspection->headers);
    CXString string = clang_getFileName(file);
    const char *name = clang_getCString(string);

    (void)stack;
    if (name && depth != 0 &&
        strncmp(name, MADE_UP_FOLDER, strlen(MADE_UP_FOLDER)) != 0 &&
        (strncmp(name, inspection->headers, length) != 0 ||
         (depth == 1 &&
          !clang_isFileMultipleIncludeGuarded(inspection->unit, file))))
        inspection->is_good = false;
    clang_disposeString(string);
}

static bool is_usable(const struct preambles *preambles, CXTranslationUnit unit)
{
    struct inspection inspection = { unit, preambles->headers, true };

    clang_getInclusions(unit, inspect, &inspection);
    return inspection.is_good && clang_getNumDiagnostics(unit) == 0;
}

/* What the parser wrote to `part` takes the name, if it is written well. */
static bool keep(const struct preambles *preambles, const struct recipe *recipe,
                 const char *part, const char *path)
{
    struct file_map map;
    struct digest digest;

    if (!file_map_open(part, NULL, &map))
        return false;
    digest = digest_bytes(map.data, map.size);

    bool good =
        map.size != 0 && file_write(path, map.data, map.size, NULL) &&
        store_put(preambles->store, KIND, recipe->key, &digest, sizeof(digest));

    file_map_close(&map);
    return good;
}

/* When it first writes a file the parser gives the thread a stack for signals,
 * and leaves it there. Whoever made the thread may have another one for it. */
static bool write_unit(CXTranslationUnit unit, const char *path)
{
#ifndef _WIN32
    stack_t before;

    sigaltstack(NULL, &before);
#endif
    int error =
        clang_saveTranslationUnit(unit, path, clang_defaultSaveOptions(unit));

#ifndef _WIN32
    sigaltstack(&before, NULL);
#endif
    return error == CXSaveError_None;
}

static bool save(const struct preambles *preambles, const struct recipe *recipe,
                 CXTranslationUnit unit, const char *path)
{
    const char *part = arena_format(recipe->arena, "%s.%ld" FILE_WRITE_SUFFIX,
                                    path, (long)uv_os_getpid());
    bool good = file_make_directory(path_directory(recipe->arena, path)) &&
                write_unit(unit, part) && keep(preambles, recipe, part, path);

    file_remove(part);
    return good;
}

static bool make(const struct preambles *preambles, const struct recipe *recipe,
                 const char *path)
{
    const struct words *words = &recipe->arguments->words;
    const char *name = MADE_UP_FOLDER "/preamble.h";
    struct CXUnsavedFile files[] = {
        unsaved_file(name, recipe->text, strlen(recipe->text)),
        { MADE_UP_PRELUDE, "", 0 },
    };
    CXIndex index = clang_createIndex(0, 0);
    CXTranslationUnit unit = NULL;
    enum CXErrorCode error = clang_parseTranslationUnit2FullArgv(
        index, name, words->items, (int)words->count, files, 2,
        CXTranslationUnit_Incomplete | CXTranslationUnit_ForSerialization,
        &unit);
    bool good = error == CXError_Success && is_usable(preambles, unit) &&
                save(preambles, recipe, unit, path);

    if (unit)
        clang_disposeTranslationUnit(unit);
    clang_disposeIndex(index);
    return good;
}

/* Finding. */

/* Whether the file is there, as it was written. */
static bool is_there(const struct preambles *preambles,
                     const struct recipe *recipe, const char *path)
{
    struct file_map entry, map;
    bool good = false;

    if (!store_get(preambles->store, KIND, recipe->key, &entry))
        return false;
    if (file_map_open(path, NULL, &map)) {
        struct digest digest = digest_bytes(map.data, map.size);
        good = entry.size == sizeof(digest) &&
               memcmp(entry.data, &digest, sizeof(digest)) == 0;
        file_map_close(&map);
    }
    file_map_close(&entry);
    return good;
}

static struct preamble *preamble_at(struct preambles *preambles,
                                    const struct recipe *recipe)
{
    const char *key = strings_intern(preambles->keys,
                                     digest_text(recipe->arena, recipe->key));
    struct preamble *preamble = map_get(preambles->known, key);

    if (preamble)
        return preamble;
    preamble = arena_new(preambles->arena, struct preamble);
    preamble->path =
        store_large_file(preambles->store, preambles->arena, KIND, recipe->key);
    map_put(preambles->known, key, preamble);
    if (is_there(preambles, recipe, preamble->path))
        preamble->state = STATE_READY;
    return preamble;
}

/* One file on its own is parsed as fast without. */
static bool is_ready(struct preambles *preambles, const struct recipe *recipe,
                     struct preamble *preamble)
{
    if (preamble->state == STATE_NEW) {
        preamble->state = STATE_WANTED;
    } else if (preamble->state == STATE_WANTED) {
        preamble->state = STATE_MAKING;
        uv_mutex_unlock(&preambles->lock);
        bool good = make(preambles, recipe, preamble->path);
        uv_mutex_lock(&preambles->lock);
        preambles->has_made |= good;
        preamble->state = good ? STATE_READY : STATE_BAD;
        uv_cond_broadcast(&preambles->made);
    }
    while (preambles->waits && preamble->state == STATE_MAKING)
        uv_cond_wait(&preambles->made, &preambles->lock);
    return preamble->state == STATE_READY;
}

/* What a flag includes stands before all others; only the prelude may. */
static bool has_included(const struct arguments *arguments)
{
    for (size_t i = 0; i + 1 < arguments->words.count; i++)
        if (strncmp(arguments->words.items[i], "-i", 2) == 0 &&
            (strcmp(arguments->words.items[i] + 2, "nclude") == 0 ||
             strcmp(arguments->words.items[i] + 2, "macros") == 0) &&
            strcmp(arguments->words.items[i + 1], MADE_UP_PRELUDE) != 0)
            return true;
    return false;
}

/* False if the text begins with nothing that there could be a preamble of. */
static bool find_recipe(const struct preambles *preambles,
                        struct recipe *recipe, const char *path,
                        const char *text)
{
    if (recipe->arguments->is_cxx || has_included(recipe->arguments))
        return false;
    recipe->text = leading_includes(recipe->arena, recipe->arguments,
                                    preambles->headers, path, text);
    if (recipe->text)
        find_key(preambles, recipe);
    return recipe->text != NULL;
}

void preambles_expect(struct preambles *preambles, const char *path,
                      const char *const *arguments, size_t count,
                      const struct capture_options *options)
{
    struct arena *scratch = arena_open();
    const char *folder = options->directory ? options->directory : "";
    const char *full = path_join(scratch, folder, path);
    struct arguments made =
        arguments_make(scratch, path, arguments, count, options);
    struct recipe recipe = { .arena = scratch, .arguments = &made };
    struct file_text text;

    if (file_read(scratch, full, fail_make(scratch), &text) &&
        find_recipe(preambles, &recipe, full, text.data)) {
        struct preamble *preamble = preamble_at(preambles, &recipe);
        if (preamble->is_expected && preamble->state == STATE_NEW)
            preamble->state = STATE_WANTED;
        preamble->is_expected = true;
    }
    arena_close(scratch);
}

const char *preamble_find(struct preambles *preambles, struct arena *arena,
                          const struct arguments *arguments, const char *path,
                          const char *text)
{
    struct recipe recipe = { .arena = arena, .arguments = arguments };

    if (!find_recipe(preambles, &recipe, path, text))
        return NULL;
    uv_mutex_lock(&preambles->lock);

    struct preamble *preamble = preamble_at(preambles, &recipe);
    bool good = is_ready(preambles, &recipe, preamble);

    uv_mutex_unlock(&preambles->lock);
    return good ? preamble->path : NULL;
}
