/* wordbook.c - a sorted list of words, kept as it is searched, and what came to
 * it since.
 *
 * The list has of each word the hash, the text it stands in, and what it is
 * there: 64 and twice 32 bits, lowest byte first, by hash. It is found by its
 * own digest, so that it is the one that the texts were numbered for.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/wordbook.h"

#include "cache/store.h"
#include "driver/gist.h"
#include "ir/coder.h"
#include "support/arena.h"
#include "support/bytes.h"
#include "support/map.h"
#include "support/text.h"

#include <stdlib.h>

#define KIND    "words"
#define MANY    UINT32_MAX /* instead of the number of a text */
#define NO_TEXT (UINT32_MAX - 2)

enum { TEXT_AT = 8, USE_AT = TEXT_AT + 4, SIZE = USE_AT + 4 };

enum use { USED = 1, DEFINED = 2, MACRO = 4 };

struct word {
    uint64_t hash;
    uint32_t text; /* or MANY */
    uint32_t uses; /* enum use, or-ed; of all texts */
};

struct wordbook {
    struct arena *arena;
    struct map *numbers; /* hash -> number of a new word, plus 1 */
    struct vec_of(struct word) words;
    struct digest kept;
    struct file_map map; /* of what is kept */
};

struct wordbook *wordbook_make(struct arena *arena)
{
    struct wordbook *book = arena_new(arena, struct wordbook);

    book->arena = arena;
    book->numbers = map_make(arena);
    return book;
}

static const void *key_of(uint64_t hash)
{
    return (const void *)(uintptr_t)hash;
}

/* Looking up. */

static bool find_kept(const struct wordbook *book, uint64_t hash,
                      struct word *word)
{
    const char *at =
        bytes_find(book->map.data, book->map.size / SIZE, SIZE, hash);

    if (at)
        *word = (struct word){ hash, (uint32_t)bytes_get(at + TEXT_AT, 4),
                               (uint32_t)bytes_get(at + USE_AT, 4) };
    return at != NULL;
}

/* One that was added has what is kept of it, too. */
static bool find(const struct wordbook *book, uint64_t hash, struct word *word)
{
    size_t number = (size_t)(uintptr_t)map_get(book->numbers, key_of(hash));

    if (number == 0)
        return find_kept(book, hash, word);
    *word = book->words.items[number - 1];
    return true;
}

/* Adding. */

static void put(struct wordbook *book, struct word word)
{
    size_t number =
        (size_t)(uintptr_t)map_get(book->numbers, key_of(word.hash));

    if (number != 0) {
        book->words.items[number - 1] = word;
        return;
    }
    vec_push(book->arena, &book->words, word);
    map_put(book->numbers, key_of(word.hash),
            (void *)(uintptr_t)book->words.count);
}

static void add(struct wordbook *book, const struct hashes *hashes,
                uint32_t text, enum use use)
{
    vec_each (const uint64_t, hash, hashes) {
        struct word word = { *hash, text, use };
        struct word known = word;
        if (find(book, *hash, &known)) {
            word.text = known.text == text ? text : MANY;
            word.uses |= known.uses;
        }
        if (word.text != known.text || word.uses != known.uses ||
            !map_has(book->numbers, key_of(*hash)))
            put(book, word);
    }
}

void wordbook_add(struct wordbook *book, const struct gist *gist, uint32_t text)
{
    add(book, &gist->used, text, USED);
    add(book, &gist->defined, text, DEFINED);
    add(book, &gist->macros, text, MACRO);
}

/* Comparing. */

static int compare_hashes(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

    return x < y ? -1 : x > y;
}

static struct hashes sorted(struct arena *arena, const struct hashes *hashes)
{
    struct hashes copy = *hashes;

    copy.items =
        arena_copy(arena, hashes->items, hashes->count * sizeof(*copy.items));
    if (copy.count != 0)
        qsort(copy.items, copy.count, sizeof(*copy.items), compare_hashes);
    return copy;
}

/* Those that are in one of the lists. */
static struct hashes difference(struct arena *arena, const struct hashes *first,
                                const struct hashes *second)
{
    struct hashes a = sorted(arena, first), b = sorted(arena, second);
    struct hashes only = { 0 };
    size_t i = 0, j = 0;

    while (i < a.count || j < b.count) {
        bool in_a = i < a.count && (j == b.count || a.items[i] <= b.items[j]);
        bool in_b = j < b.count && (i == a.count || b.items[j] <= a.items[i]);
        uint64_t hash = in_a ? a.items[i] : b.items[j];
        if (!(in_a && in_b))
            vec_push(arena, &only, hash);
        i += in_a;
        j += in_b;
    }
    return only;
}

/* Whether the word is used in that way, at least in another text. */
static bool is_elsewhere(const struct wordbook *book, uint64_t hash,
                         enum use use, uint32_t text)
{
    struct word word;

    return find(book, hash, &word) && (word.uses & use) && word.text != text;
}

static bool is_any_elsewhere(const struct wordbook *book,
                             const struct hashes *hashes, enum use use,
                             uint32_t text)
{
    vec_each (const uint64_t, hash, hashes)
        if (is_elsewhere(book, *hash, use, text))
            return true;
    return false;
}

/* All that is not words, and the names of macros. */
static bool is_alike(struct arena *scratch, const struct gist *a,
                     const struct gist *b)
{
    struct gist bare[] = { *a, *b };
    struct hashes macros = difference(scratch, &a->macros, &b->macros);

    for (size_t i = 0; i < 2; i++)
        bare[i].used.count = bare[i].defined.count = bare[i].macros.count =
            bare[i].heads.count = 0;
    return macros.count == 0 &&
           digest_equal(gist_digest(&bare[0]), gist_digest(&bare[1]));
}

/* A word that is used leads to who defines it, one that is defined comes from
 * who uses it; a function's name is asked for among the macros of all texts. */
bool wordbook_same(const struct wordbook *book, const struct gist *before,
                   const struct gist *now, uint32_t text)
{
    struct arena *scratch = arena_open();
    struct hashes used = difference(scratch, &before->used, &now->used);
    struct hashes defined =
        difference(scratch, &before->defined, &now->defined);
    struct hashes heads = difference(scratch, &before->heads, &now->heads);
    bool same = is_alike(scratch, before, now) &&
                !is_any_elsewhere(book, &used, DEFINED, text) &&
                !is_any_elsewhere(book, &defined, USED, text) &&
                !is_any_elsewhere(book, &heads, MACRO, NO_TEXT);

    arena_close(scratch);
    return same;
}

/* From run to run. */

static int compare_words(const void *a, const void *b)
{
    const struct word *x = a, *y = b;

    return x->hash < y->hash ? -1 : x->hash > y->hash;
}

void wordbook_keep(struct wordbook *book, const struct store *store)
{
    struct arena *scratch = arena_open();
    size_t count = book->words.count;
    char *data = arena_alloc(scratch, count * SIZE);

    if (count != 0)
        qsort(book->words.items, count, sizeof(*book->words.items),
              compare_words);
    for (size_t i = 0; i < count; i++) {
        const struct word *word = &book->words.items[i];
        bytes_put(data + i * SIZE, 8, word->hash);
        bytes_put(data + i * SIZE + TEXT_AT, 4, word->text);
        bytes_put(data + i * SIZE + USE_AT, 4, word->uses);
    }
    book->kept = digest_bytes(data, count * SIZE);
    store_put_packed(store, KIND, book->kept, data, count * SIZE);
    book->words.count = 0;
    book->numbers = map_make(book->arena);
    arena_close(scratch);
}

void wordbook_code(struct wordbook *book, struct coder *coder)
{
    uint64_t count = coder_reads(coder) ? 0 : book->words.count;

    code_u64(coder, &book->kept.high);
    code_u64(coder, &book->kept.low);
    code_u64(coder, &count);
    for (uint64_t i = 0; i < count && !coder_is_broken(coder); i++) {
        struct word word = { 0, 0, 0 };
        if (!coder_reads(coder))
            word = book->words.items[i];
        code_u64(coder, &word.hash);
        code_u32(coder, &word.text);
        code_u32(coder, &word.uses);
        if (coder_reads(coder))
            put(book, word);
    }
}

bool wordbook_open(struct wordbook *book, const struct store *store)
{
    return book->map.size != 0 ||
           store_get(store, KIND, book->kept, &book->map);
}
