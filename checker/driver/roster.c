/* roster.c - what a run on a database found, kept for the next one.
 *
 * Facts are numbered, so that units name what they were made from by number:
 * each fact is looked at once, whatever depends on it.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/roster.h"

#include "cache/contents.h"
#include "cache/manifest.h"
#include "cache/store.h"
#include "driver/captures.h"
#include "driver/gist.h"
#include "driver/inputs.h"
#include "driver/mentions.h"
#include "driver/options.h"
#include "driver/prescan.h"
#include "driver/run.h"
#include "driver/run_cache.h"
#include "driver/verdict_cache.h"
#include "driver/wordbook.h"
#include "ir/coder.h"
#include "project/find.h"
#include "project/scan.h"
#include "project/text_file.h"
#include "support/arena.h"
#include "support/fail.h"
#include "support/file.h"
#include "support/map.h"
#include "support/strings.h"
#include "support/text.h"

#include <string.h>

#define KIND "found"

enum { SMALLEST_PACK = 64 << 10 }; /* bytes that nobody minds */

enum fact_kind { FACT_CONTENTS, FACT_NAMES, FACT_FILE, FACT_KINDS };

/* Of contents (cache/contents.h), of names likewise, or of whether there is a
 * file. */
struct fact {
    enum fact_kind kind;
    const char *name; /* interned */
    bool is_there;
    struct digest digest;
    bool is_whole; /* what was found depends on all of it */
    bool is_scanned, is_outlined;
    bool is_included;         /* by another text: of the words, the gist says */
    struct digest scan, gist; /* what was found depends on these */
    bool holds;               /* in this run; not written */
};

/* A unit, and the numbers of the facts that it was made from. */
struct made {
    struct roster_unit unit;
    bool is_kept; /* else nothing is known of it */
    uint32_t *facts;
    size_t fact_count;
};

struct list {
    const char **words;
    size_t count;
};

struct roster {
    struct run *run;
    const struct run_cache *cache;
    const struct rule_set *rules;
    struct find_listener listener;
    struct digest key;
    size_t said;     /* how much had been told when it was opened */
    bool is_refused; /* not all that counts was told */
    bool is_recalled;
    struct gists *gists; /* for texts that changed, or NULL */
    struct wordbook *words;
    uint64_t packed; /* bytes in the pack when all was found */
    struct words entries;
    struct map *numbers[FACT_KINDS]; /* name -> number of the fact, plus 1 */
    struct map *known;               /* input -> number of its unit, plus 1 */
    struct vec_of(struct fact) facts;
    struct vec_of(struct list) lists; /* of arguments that are different */
    struct map *list_numbers;         /* arguments -> number, plus 1 */
    struct vec_of(struct made) units;
    struct images images;
};

static void *boxed(size_t number)
{
    return (void *)(uintptr_t)(number + 1);
}

static size_t unboxed(const void *box)
{
    return (size_t)(uintptr_t)box - 1;
}

/* Opening. */

static void add_words(struct text *all, const struct words *words)
{
    vec_each (const char *, word, words)
        text_addf(all, "%s\n", *word);
    text_add_char(all, '\n');
}

/* What is found depends on that and on the disk. */
static struct digest key_of(struct run *run, const struct options *options,
                            const struct run_cache *cache)
{
    struct arena *scratch = arena_open();
    struct text all = text_make(scratch);
    struct digest rules = verdict_cache_around(run, options, cache);

    text_addf(&all, "%s\n%s\n%s\n%s\n%d\n", digest_text(scratch, rules),
              file_working_directory(scratch), options->database,
              options->headers ? options->headers : "",
              options->has_no_prescan);
    add_words(&all, &options->flags);
    add_words(&all, &options->path_maps);
    add_words(&all, &options->images);
    add_words(&all, &options->excluded);

    struct digest digest = digest_bytes(all.data, all.length);

    arena_close(scratch);
    return digest;
}

static bool is_for(const struct options *options, const struct run_cache *cache)
{
    return cache && options->database && options->operands.count == 0 &&
           !options->stats && !options->verbose && !options->wdk &&
           !options->staged;
}

static void hear_file(void *data, const char *path);
static void hear_text(void *data, const char *path, struct digest digest);

static void hear_other(void *data)
{
    struct roster *roster = data;

    roster->is_refused = true;
}

/* Nothing is known. */
static void clear(struct roster *roster)
{
    struct arena *arena = roster->run->arena;

    for (size_t i = 0; i < FACT_KINDS; i++)
        roster->numbers[i] = map_make(arena);
    roster->known = map_make(arena);
    roster->list_numbers = map_make(arena);
    roster->words = wordbook_make(arena);
    roster->facts.count = roster->lists.count = roster->units.count = 0;
    roster->images.count = 0;
}

struct roster *roster_open(struct run *run, const struct options *options,
                           const struct rule_set *rules,
                           const struct run_cache *cache)
{
    if (!is_for(options, cache))
        return NULL;

    struct roster *roster = arena_new(run->arena, struct roster);

    roster->run = run;
    roster->cache = cache;
    roster->rules = rules;
    roster->listener =
        (struct find_listener){ hear_file, hear_text, hear_other, roster };
    roster->key = key_of(run, options, cache);
    roster->said = fail_count(run->fail);
    clear(roster);
    return roster;
}

/* Facts. */

static uint32_t number_of(struct roster *roster, enum fact_kind kind,
                          const char *name)
{
    const char *key = strings_intern(roster->run->strings, name);
    const void *box = map_get(roster->numbers[kind], key);
    struct fact fact = { .kind = kind, .name = key, .holds = true };

    if (box)
        return (uint32_t)unboxed(box);
    if (kind == FACT_CONTENTS)
        fact.is_there =
            contents_of_file(roster->cache->contents, key, &fact.digest);
    else if (kind == FACT_NAMES)
        fact.digest = contents_of_names(roster->cache->contents, key);
    map_put(roster->numbers[kind], key, boxed(roster->facts.count));
    vec_push(roster->run->arena, &roster->facts, fact);
    return (uint32_t)roster->facts.count - 1;
}

static struct fact *fact_of(struct roster *roster, enum fact_kind kind,
                            const char *name)
{
    uint32_t number = number_of(roster, kind, name);

    return &roster->facts.items[number];
}

static void hear_file(void *data, const char *path)
{
    fact_of(data, FACT_CONTENTS, path)->is_whole = true;
}

static void hear_text(void *data, const char *path, struct digest digest)
{
    struct fact *fact = fact_of(data, FACT_CONTENTS, path);

    fact->is_scanned = true;
    fact->scan = digest;
}

const struct find_listener *roster_listener(struct roster *roster)
{
    return &roster->listener;
}

void roster_outline(struct roster *roster, const char *path,
                    const struct gist *gist, bool is_included)
{
    uint32_t number = WORDBOOK_OTHER;

    if (path) {
        number = number_of(roster, FACT_CONTENTS, path);
        struct fact *fact = &roster->facts.items[number];
        if (fact->is_outlined && (fact->is_included || !is_included))
            return;
        fact->is_outlined = true;
        fact->is_included = is_included;
        if (is_included)
            fact->gist = gist_digest(gist);
    }
    wordbook_add(roster->words, gist, number);
}

void roster_file(struct roster *roster, const char *path, bool is_there)
{
    struct fact *fact = fact_of(roster, FACT_FILE, path);

    fact->is_there = is_there;
    fact->is_whole = true;
}

void roster_names(struct roster *roster, const char *names)
{
    fact_of(roster, FACT_NAMES, names)->is_whole = true;
}

/* Whether they hold. */

static bool has_scan(const struct roster *roster, const struct fact *fact)
{
    static const struct digest none;
    struct arena *scratch = arena_open();
    struct file_text text;
    struct digest digest = none;
    bool is_read =
        text_file_read(scratch, fact->name, fail_make(scratch), &text);

    if (is_read && (!digest_equal(fact->scan, none) ||
                    scan_mentions(text.data, &roster->entries))) {
        struct scan scan = scan_text(scratch, strings_make(scratch), text.data);
        digest = scan_digest(&scan);
    }
    arena_close(scratch);
    return is_read && digest_equal(digest, fact->scan);
}

/* `before` is what the text was. */
static bool has_gist(struct roster *roster, const struct fact *fact,
                     struct digest before)
{
    struct wordbook *words = roster->words;
    uint32_t number = (uint32_t)(fact - roster->facts.items);

    if (!roster->gists)
        roster->gists =
            gists_make(roster->run->arena, roster->rules, roster->cache);

    const struct gist *now = gist_of_file(roster->gists, fact->name);

    if (fact->is_included)
        return digest_equal(gist_digest(now), fact->gist);

    const struct gist *old = gist_of_digest(roster->gists, before);

    if (!old || !wordbook_open(words, roster->cache->store) ||
        !wordbook_same(words, old, now, number))
        return false;
    wordbook_add(words, now, number);
    return true;
}

/* Whether what was looked for in a text is still so, though it changed. */
static bool is_alike(struct roster *roster, const struct fact *fact,
                     struct digest before)
{
    return !fact->is_whole && fact->is_there &&
           (!fact->is_scanned || has_scan(roster, fact)) &&
           (!fact->is_outlined || has_gist(roster, fact, before));
}

/* False: what was found does not hold any more. */
static bool look_at(struct roster *roster, struct fact *fact)
{
    struct contents *contents = roster->cache->contents;
    struct digest now = { 0, 0 };
    bool is_there = false;

    if (fact->kind == FACT_FILE)
        return file_is_regular(fact->name) == fact->is_there;
    if (fact->kind == FACT_CONTENTS)
        is_there = contents_of_file(contents, fact->name, &now);
    else
        now = contents_of_names(contents, fact->name);

    struct digest before = fact->digest;

    fact->holds = is_there == fact->is_there && digest_equal(now, before);
    fact->is_there = is_there;
    fact->digest = now;
    return fact->holds || is_alike(roster, fact, before) ||
           (!fact->is_whole && !fact->is_scanned && !fact->is_outlined);
}

/* As bytes. */

static void code_digest(struct coder *coder, struct digest *digest)
{
    code_u64(coder, &digest->high);
    code_u64(coder, &digest->low);
}

static void code_fact(struct coder *coder, struct fact *fact)
{
    bool *flags[] = { &fact->is_there, &fact->is_whole, &fact->is_scanned,
                      &fact->is_outlined, &fact->is_included };

    fact->kind = (enum fact_kind)code_choice(coder, fact->kind, FACT_KINDS);
    code_name(coder, &fact->name);
    code_flags(coder, flags, sizeof(flags) / sizeof(*flags));
    if (fact->kind != FACT_FILE)
        code_digest(coder, &fact->digest);
    if (fact->is_scanned)
        code_digest(coder, &fact->scan);
    if (fact->is_included)
        code_digest(coder, &fact->gist);
}

static void code_made(struct coder *coder, struct made *made, size_t facts)
{
    bool *flags[] = { &made->is_kept };

    code_flags(coder, flags, 1);
    code_digest(coder, &made->unit.key);
    code_digest(coder, &made->unit.bytes);
    code_digest(coder, &made->unit.around);
    made->facts =
        code_array(coder, made->facts, &made->fact_count, sizeof(*made->facts));
    for (size_t i = 0; i < made->fact_count; i++) {
        code_u32(coder, &made->facts[i]);
        if (made->facts[i] >= facts)
            coder_break(coder);
    }
}

static void code_list(struct coder *coder, struct list *list)
{
    list->words =
        code_array(coder, list->words, &list->count, sizeof(*list->words));
    for (size_t i = 0; i < list->count; i++)
        code_name(coder, &list->words[i]);
}

/* What an input refers to, by number. */
struct references {
    uint32_t list;
    uint32_t unit;
};

static void code_input(struct coder *coder, struct roster *roster,
                       struct input *input)
{
    struct references to = { 0, 0 };

    if (!coder_reads(coder)) {
        to.list =
            (uint32_t)unboxed(map_get(roster->list_numbers, input->arguments));
        to.unit = (uint32_t)unboxed(map_get(roster->known, input));
    }
    code_name(coder, &input->path);
    code_string(coder, &input->directory);
    code_u32(coder, &to.list);
    code_u32(coder, &to.unit);
    if (!coder_reads(coder))
        return;
    if (to.list >= roster->lists.count || to.unit >= roster->units.count) {
        coder_break(coder);
        return;
    }
    input->arguments = roster->lists.items[to.list].words;
    input->argument_count = roster->lists.items[to.list].count;
    map_put(roster->known, input, boxed(to.unit));
}

static void code_image(struct coder *coder, struct roster *roster,
                       struct image *image)
{
    code_string(coder, &image->name);
    code_string(coder, &image->origin);
    code_string(coder, &image->kind);
    image->inputs.items =
        code_array(coder, image->inputs.items, &image->inputs.count,
                   sizeof(*image->inputs.items));
    image->inputs.capacity = image->inputs.count;
    vec_each (struct input, input, &image->inputs)
        code_input(coder, roster, input);
}

#define CODE_VEC(coder, vec)                                         \
    ((vec)->items = code_array((coder), (vec)->items, &(vec)->count, \
                               sizeof(*(vec)->items)),               \
     (vec)->capacity = (vec)->count)

static void code_roster(struct coder *coder, struct roster *roster)
{
    CODE_VEC(coder, &roster->facts);
    vec_each (struct fact, fact, &roster->facts)
        code_fact(coder, fact);
    CODE_VEC(coder, &roster->lists);
    vec_each (struct list, list, &roster->lists)
        code_list(coder, list);
    CODE_VEC(coder, &roster->units);
    vec_each (struct made, made, &roster->units)
        code_made(coder, made, roster->facts.count);
    CODE_VEC(coder, &roster->images);
    vec_each (struct image, image, &roster->images)
        code_image(coder, roster, image);
    wordbook_code(roster->words, coder);
    code_u64(coder, &roster->packed);
}

/* Recalling. */

static bool read_roster(struct roster *roster)
{
    struct file_map map;

    if (!store_get(roster->cache->store, KIND, roster->key, &map))
        return false;

    struct arena *scratch = arena_open();
    struct coder *coder = coder_to_read(
        scratch, roster->run->arena, roster->run->strings, map.data, map.size);

    code_roster(coder, roster);

    bool good = !coder_is_broken(coder) && coder_is_at_end(coder);

    arena_close(scratch);
    file_map_close(&map);
    return good;
}

/* What a run does not ask for stays in the pack as long as nothing has to be
 * found: now and then all is asked for, and the rest goes. */
static bool is_worn(const struct roster *roster)
{
    return store_packed(roster->cache->store) >
           2 * roster->packed + SMALLEST_PACK;
}

static bool holds(struct roster *roster)
{
    inputs_entries(roster->run, roster->rules, &roster->entries);
    vec_each (struct fact, fact, &roster->facts)
        if (!look_at(roster, fact))
            return false;
    return true;
}

static void number_all(struct roster *roster)
{
    for (size_t i = 0; i < roster->facts.count; i++) {
        const struct fact *fact = &roster->facts.items[i];
        map_put(roster->numbers[fact->kind], fact->name, boxed(i));
    }
    for (size_t i = 0; i < roster->lists.count; i++)
        map_put(roster->list_numbers, roster->lists.items[i].words, boxed(i));
}

bool roster_recall(struct roster *roster, struct images *images)
{
    if (!roster)
        return false;
    roster->is_recalled =
        read_roster(roster) && !is_worn(roster) && holds(roster);
    if (roster->is_recalled) {
        store_keep_packed(roster->cache->store);
        number_all(roster);
        *images = roster->images;
    } else {
        clear(roster);
    }
    return roster->is_recalled;
}

static bool is_good(const struct roster *roster, const struct made *made)
{
    for (size_t i = 0; i < made->fact_count; i++)
        if (!roster->facts.items[made->facts[i]].holds)
            return false;
    return made->is_kept;
}

bool roster_knows(const struct roster *roster, const struct input *input,
                  size_t *number, const struct roster_unit **unit)
{
    const void *box = map_get(roster->known, input);

    if (!roster->is_recalled || !box)
        return false;
    *number = unboxed(box);

    const struct made *made = &roster->units.items[*number];

    *unit = is_good(roster, made) ? &made->unit : NULL;
    return true;
}

/* Noting. */

static bool add_fact(struct roster *roster, const struct dependency *dependency,
                     struct made *made)
{
    bool is_file = dependency->kind == DEPENDS_ON_FILE;
    uint32_t number = number_of(roster, is_file ? FACT_CONTENTS : FACT_NAMES,
                                dependency->path);
    const struct fact *fact = &roster->facts.items[number];

    made->facts[made->fact_count++] = number;
    return fact->is_there == is_file &&
           digest_equal(fact->digest, dependency->digest);
}

static void note_unit(struct roster *roster, const struct input *input,
                      const struct captures *captures, struct made *made)
{
    const struct dependencies *from =
        captures_made(captures, input, &made->unit);

    made->is_kept = from != NULL;
    made->fact_count = 0;
    if (!from)
        return;
    made->facts = arena_array(roster->run->arena, uint32_t, from->count);
    vec_each (const struct dependency, dependency, from)
        made->is_kept &= add_fact(roster, dependency, made);
}

/* Whether any is another one than in the earlier run. */
static bool note_changed(struct roster *roster, const struct captures *captures)
{
    bool is_any = false;

    vec_each (const struct fact, fact, &roster->facts)
        is_any |= fact->kind != FACT_FILE && !fact->holds;
    vec_each (const struct image, image, &roster->images)
        vec_each (const struct input, input, &image->inputs) {
            size_t number = unboxed(map_get(roster->known, input));
            struct made *made = &roster->units.items[number];
            if (is_good(roster, made))
                continue;
            note_unit(roster, input, captures, made);
            is_any = true;
        }
    return is_any;
}

static void add_list(struct roster *roster, struct map *by_text,
                     const struct input *input)
{
    struct arena *scratch = arena_open();
    struct text all = text_make(scratch);
    struct list list = { NULL, input->argument_count };

    for (size_t i = 0; i < input->argument_count; i++)
        text_add_n(&all, input->arguments[i], strlen(input->arguments[i]) + 1);

    const char *key =
        strings_intern_n(roster->run->strings, text_str(&all), all.length);
    const void *box = map_get(by_text, key);

    arena_close(scratch);
    if (!box) {
        list.words = arena_copy(roster->run->arena, input->arguments,
                                list.count * sizeof(*list.words));
        map_put(by_text, key, boxed(roster->lists.count));
        vec_push(roster->run->arena, &roster->lists, list);
    }
    map_put(roster->list_numbers, input->arguments, map_get(by_text, key));
}

/* False: there is a unit that is made by somebody else. */
static bool note_input(struct roster *roster, const struct captures *captures,
                       const struct input *input)
{
    struct made none = { .is_kept = false };

    if (input->is_ir)
        return false;

    size_t number = captures_number(captures, input);

    map_put(roster->known, input, boxed(number));
    if (number < roster->units.count)
        return true;
    while (roster->units.count <= number)
        vec_push(roster->run->arena, &roster->units, none);
    note_unit(roster, input, captures, &roster->units.items[number]);
    return true;
}

static bool note_all(struct roster *roster, const struct images *images,
                     const struct captures *captures)
{
    struct arena *scratch = arena_open();
    struct map *by_text = map_make(scratch);
    bool good = true;

    roster->images = *images;
    vec_each (const struct image, image, images)
        vec_each (const struct input, input, &image->inputs) {
            add_list(roster, by_text, input);
            good = good && note_input(roster, captures, input);
        }
    arena_close(scratch);
    return good;
}

static void write_roster(struct roster *roster)
{
    struct arena *scratch = arena_open();
    struct text out = text_make(scratch);

    code_roster(coder_to_write(scratch, &out), roster);
    store_put_packed(roster->cache->store, KIND, roster->key, out.data,
                     out.length);
    arena_close(scratch);
}

void roster_note(struct roster *roster, const struct prescan *prescan,
                 const struct images *images, const struct captures *captures)
{
    bool is_news = false;

    if (roster->is_recalled) {
        is_news = note_changed(roster, captures);
    } else if (!roster->is_refused &&
               fail_count(roster->run->fail) == roster->said) {
        if (prescan)
            prescan_tell(prescan, roster);
        is_news = note_all(roster, images, captures);
        wordbook_keep(roster->words, roster->cache->store);
        roster->packed = store_packed(roster->cache->store);
    }
    if (is_news)
        write_roster(roster);
}
