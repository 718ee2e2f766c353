/* last_verdict.c - what is noted of an analysis, as bytes, and what for.
 *
 * All numbers have 64 bits, lowest byte first: the key of the verdict (two);
 * how many units there are; of each the digest of its bytes, the key under
 * which the store has them (two each), and where the names of its functions
 * that were seen end; how many those are in all, and the hash of each; then, by
 * hash, each name that the linker sees, and which unit has it.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/last_verdict.h"

#include "cache/store.h"
#include "driver/captures.h"
#include "driver/essence.h"
#include "driver/run.h"
#include "driver/unit_cache.h"
#include "ir/unit.h"
#include "ir/unit_file.h"
#include "project/image.h"
#include "support/arena.h"
#include "support/bytes.h"
#include "support/fail.h"
#include "support/hash.h"
#include "support/map.h"
#include "support/text.h"

#include <stdlib.h>
#include <string.h>

#define KIND   "last"
#define NO_ONE UINT64_MAX /* several units have the name */

enum { NUMBER = 8, HEADER = 3, PER_UNIT = 5, PER_NAME = 2 };

/* A name that the linker sees. */
struct name {
    uint64_t hash;
    uint64_t unit;
};

struct names vec_of(struct name);
struct numbers vec_of(uint64_t);

/* Writing. */

static void add_number(struct text *out, uint64_t number)
{
    char bytes[NUMBER];

    bytes_put(bytes, NUMBER, number);
    text_add_n(out, bytes, NUMBER);
}

static void add_digest(struct text *out, struct digest digest)
{
    add_number(out, digest.high);
    add_number(out, digest.low);
}

static void add_seen(struct arena *arena, const struct unit *unit,
                     const struct map *seen, struct numbers *hashes)
{
    for (size_t i = 0; i < unit->function_count; i++)
        if (map_has(seen, unit->functions[i]))
            vec_push(arena, hashes, hash_string(unit->functions[i]->name));
}

static void add_names(struct arena *arena, const struct unit *unit,
                      uint64_t number, struct names *names)
{
    for (size_t i = 0; i < unit->function_count; i++) {
        struct name name = { hash_string(unit->functions[i]->name), number };
        if (!unit->functions[i]->is_internal)
            vec_push(arena, names, name);
    }
    for (size_t i = 0; i < unit->global_count; i++) {
        struct name name = { hash_string(unit->globals[i]->name), number };
        if (!unit->globals[i]->is_internal)
            vec_push(arena, names, name);
    }
}

static int compare_names(const void *a, const void *b)
{
    const struct name *x = a, *y = b;

    if (x->hash != y->hash)
        return x->hash < y->hash ? -1 : 1;
    return x->unit < y->unit ? -1 : x->unit > y->unit;
}

/* One of each hash. */
static void unite_names(struct names *names)
{
    size_t kept = 0;

    if (names->count > 1)
        qsort(names->items, names->count, sizeof(*names->items), compare_names);
    for (size_t i = 0; i < names->count; i++) {
        struct name *last = kept > 0 ? &names->items[kept - 1] : NULL;
        if (!last || last->hash != names->items[i].hash)
            names->items[kept++] = names->items[i];
        else if (last->unit != names->items[i].unit)
            last->unit = NO_ONE;
    }
    names->count = kept;
}

/* Behind the units of the program are models, which no input has. */
static bool is_whole(const struct inputs *inputs, const struct program *program)
{
    vec_each (const struct input, input, inputs)
        if (input->is_ir)
            return false;
    for (size_t i = 0; i < program->unit_count; i++)
        if (unit_has_second(program->units[i]))
            return false;
    return program->unit_count == inputs->count + 1;
}

static void write_note(struct arena *arena, const struct captures *captures,
                       const struct inputs *inputs,
                       const struct program *program, const struct map *seen,
                       struct text *out)
{
    struct numbers hashes = { 0 };
    struct names names = { 0 };

    add_number(out, inputs->count);
    for (size_t i = 0; i < inputs->count; i++) {
        const struct input *input = &inputs->items[i];
        add_seen(arena, program->units[i], seen, &hashes);
        add_digest(out, captures_digest(captures, input));
        add_digest(out, captures_key(captures, input));
        add_number(out, hashes.count);
    }
    for (size_t i = 0; i < program->unit_count; i++)
        add_names(arena, program->units[i], i, &names);
    unite_names(&names);
    add_number(out, hashes.count);
    vec_each (const uint64_t, hash, &hashes)
        add_number(out, *hash);
    vec_each (const struct name, name, &names) {
        add_number(out, name->hash);
        add_number(out, name->unit);
    }
}

void last_verdict_note(const struct store *store, struct digest image,
                       const struct captures *captures,
                       const struct inputs *inputs,
                       const struct program *program, const struct map *seen,
                       struct digest verdict)
{
    struct arena *scratch = arena_open();
    struct text out = text_make(scratch);

    if (is_whole(inputs, program)) {
        add_digest(&out, verdict);
        write_note(scratch, captures, inputs, program, seen, &out);
        store_put_packed(store, KIND, image, out.data, out.length);
    }
    arena_close(scratch);
}

/* Reading. */

/* Numbers of a note, which has `count`. */
struct note {
    const char *data;
    size_t count;
    size_t units;
    size_t hashes; /* where they begin */
    size_t names;  /* likewise */
};

static uint64_t number_at(const struct note *note, size_t index)
{
    return bytes_get(note->data + index * NUMBER, NUMBER);
}

static struct digest digest_at(const struct note *note, size_t index)
{
    return (struct digest){ number_at(note, index),
                            number_at(note, index + 1) };
}

static size_t unit_at(size_t unit)
{
    return HEADER + unit * PER_UNIT;
}

/* False: it is not about as many inputs, or makes no sense. */
static bool read_note(const struct file_map *map, size_t inputs,
                      struct note *note)
{
    *note = (struct note){ map->data, map->size / NUMBER, inputs, 0, 0 };
    if (note->count <= unit_at(inputs) ||
        number_at(note, HEADER - 1) != (uint64_t)inputs)
        return false;

    uint64_t hashes = number_at(note, unit_at(inputs));

    note->hashes = unit_at(inputs) + 1;
    if (hashes > note->count - note->hashes)
        return false;
    note->names = note->hashes + (size_t)hashes;
    return true;
}

/* One unit of a note, as a scope. */
struct noted {
    const struct note *note;
    size_t unit;
    bool *has_news; /* it has a name that no unit had */
};

static size_t seen_end(const struct note *note, size_t unit)
{
    uint64_t end = number_at(note, unit_at(unit) + PER_UNIT - 1);
    size_t most = note->names - note->hashes;

    return end < most ? (size_t)end : most;
}

static bool is_seen(const void *data, const char *function)
{
    const struct noted *noted = data;
    const struct note *note = noted->note;
    size_t first = noted->unit > 0 ? seen_end(note, noted->unit - 1) : 0;
    uint64_t hash = hash_string(function);

    for (size_t i = first; i < seen_end(note, noted->unit); i++)
        if (number_at(note, note->hashes + i) == hash)
            return true;
    return false;
}

/* Whether no other unit has the name. */
static bool is_lonely(const void *data, const char *global)
{
    const struct noted *noted = data;
    const struct note *note = noted->note;
    uint64_t hash = hash_string(global);
    const char *name = bytes_find(note->data + note->names * NUMBER,
                                  (note->count - note->names) / PER_NAME,
                                  PER_NAME * (size_t)NUMBER, hash);

    if (name)
        return bytes_get(name + NUMBER, NUMBER) == (uint64_t)noted->unit;
    *noted->has_news = true;
    return true;
}

static bool add_essence(struct run *run, const char *path,
                        const struct file_map *bytes, const struct noted *noted,
                        struct text *out)
{
    struct fail *said = fail_make(run->arena);
    struct essence_scope scope = { is_seen, is_lonely, noted };
    struct unit *unit = NULL;

    *out = text_make(run->arena);
    if (!unit_file_read(run->arena, run->strings, path, bytes->data,
                        bytes->size, said, said, &unit) ||
        !unit)
        return false;
    essence_add(unit, said, &scope, out);
    return true;
}

static bool is_same(const struct store *store, struct run *run,
                    const struct captures *captures, const struct input *input,
                    const struct noted *noted)
{
    struct file_map now, before;
    const struct reads *reads;
    struct text essences[2];

    captures_result(captures, input, &now, &reads);
    if (!store_get(store, UNIT_CACHE_KIND,
                   digest_at(noted->note, unit_at(noted->unit) + 2), &before))
        return false;

    bool same =
        add_essence(run, input->path, &now, noted, &essences[0]) &&
        add_essence(run, input->path, &before, noted, &essences[1]) &&
        digest_equal(digest_bytes(essences[0].data, essences[0].length),
                     digest_bytes(essences[1].data, essences[1].length));

    file_map_close(&before);
    return same;
}

/* The unit that is another one now, or as many as there are: none is; false:
 * several are. */
static bool find_changed(const struct note *note,
                         const struct captures *captures,
                         const struct inputs *inputs, size_t *changed)
{
    size_t count = 0;

    *changed = inputs->count;
    for (size_t i = 0; i < inputs->count && count < 2; i++) {
        if (inputs->items[i].is_ir)
            return false;
        if (digest_equal(captures_digest(captures, &inputs->items[i]),
                         digest_at(note, unit_at(i))))
            continue;
        count++;
        *changed = i;
    }
    return count < 2;
}

/* The next edit is compared with this one. What is noted of names must hold. */
static void note_change(const struct store *store, struct digest image,
                        const struct captures *captures,
                        const struct input *input, const struct note *note,
                        size_t unit)
{
    struct arena *scratch = arena_open();
    struct text start = text_make(scratch);
    char *copy = arena_copy(scratch, note->data, note->count * (size_t)NUMBER);

    add_digest(&start, captures_digest(captures, input));
    add_digest(&start, captures_key(captures, input));
    memcpy(copy + unit_at(unit) * NUMBER, start.data, start.length);
    store_put_packed(store, KIND, image, copy, note->count * (size_t)NUMBER);
    arena_close(scratch);
}

void last_verdict_keep(const struct store *store, struct digest image)
{
    struct file_map map;

    if (store_get(store, KIND, image, &map)) /* so it stays in the pack */
        file_map_close(&map);
}

bool last_verdict_find(const struct store *store, struct digest image,
                       struct run *run, const struct captures *captures,
                       const struct inputs *inputs, struct digest *verdict)
{
    struct file_map map;
    struct note note;
    size_t changed = 0;

    if (!store_get(store, KIND, image, &map))
        return false;

    bool found = read_note(&map, inputs->count, &note) &&
                 find_changed(&note, captures, inputs, &changed);

    if (found && changed < inputs->count) {
        const struct input *input = &inputs->items[changed];
        bool has_news = false;
        struct noted noted = { &note, changed, &has_news };
        found = is_same(store, run, captures, input, &noted);
        if (found && !has_news)
            note_change(store, image, captures, input, &note, changed);
    }
    if (found)
        *verdict = digest_at(&note, 0);
    file_map_close(&map);
    return found;
}
