/* last_verdict.c - what is noted of an analysis, as bytes, and what for.
 *
 * All numbers have 64 bits, lowest byte first: the key of the verdict (two);
 * how many units there are; of each the digest of its bytes, the key under
 * which the store has them (two each), and where the names of its functions
 * that were seen end, and those of its own that are idle; how many those are in
 * all, and the hash of each; then, by hash, each name that the linker sees,
 * which unit has it, and whether it is idle.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/last_verdict.h"

#include "cache/store.h"
#include "driver/captures.h"
#include "driver/essence.h"
#include "driver/run.h"
#include "driver/unit_cache.h"
#include "engine/engine.h"
#include "ir/unit.h"
#include "ir/unit_file.h"
#include "project/image.h"
#include "rules/model.h"
#include "rules/rules.h"
#include "support/arena.h"
#include "support/bytes.h"
#include "support/fail.h"
#include "support/hash.h"
#include "support/map.h"
#include "support/text.h"

#include <stdlib.h>
#include <string.h>

#define KIND   "last"
#define NO_ONE (UINT64_MAX >> 1) /* several units have the name */
#define IDLE   (UINT64_C(1) << 63)

enum { NUMBER = 8, HEADER = 3, PER_UNIT = 6, PER_NAME = 2 };

/* A name that the linker sees. */
struct name {
    uint64_t hash;
    uint64_t unit;
    bool is_idle;
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

static bool is_function_idle_in(const struct interest *interest,
                                const struct function *function)
{
    return map_has(interest->idle, function_linked(function));
}

static bool is_global_idle_in(const struct interest *interest,
                              const struct global *global)
{
    return map_has(interest->idle,
                   global->definition ? global->definition : global);
}

static void add_own_idle(struct arena *arena, const struct unit *unit,
                         const struct interest *interest,
                         struct numbers *hashes)
{
    for (size_t i = 0; i < unit->function_count; i++)
        if (unit->functions[i]->is_internal &&
            is_function_idle_in(interest, unit->functions[i]))
            vec_push(arena, hashes, hash_string(unit->functions[i]->name));
    for (size_t i = 0; i < unit->global_count; i++)
        if (unit->globals[i]->is_internal &&
            is_global_idle_in(interest, unit->globals[i]))
            vec_push(arena, hashes, hash_string(unit->globals[i]->name));
}

static void add_names(struct arena *arena, const struct unit *unit,
                      const struct interest *interest, uint64_t number,
                      struct names *names)
{
    for (size_t i = 0; i < unit->function_count; i++) {
        const struct function *function = unit->functions[i];
        struct name name = { hash_string(function->name), number,
                             is_function_idle_in(interest, function) };
        if (!function->is_internal)
            vec_push(arena, names, name);
    }
    for (size_t i = 0; i < unit->global_count; i++) {
        const struct global *global = unit->globals[i];
        struct name name = { hash_string(global->name), number,
                             is_global_idle_in(interest, global) };
        if (!global->is_internal)
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
        if (!last || last->hash != names->items[i].hash) {
            names->items[kept++] = names->items[i];
            continue;
        }
        last->is_idle &= names->items[i].is_idle;
        if (last->unit != names->items[i].unit)
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
                       const struct program *program,
                       const struct interest *interest, struct text *out)
{
    struct numbers hashes = { 0 };
    struct names names = { 0 };

    add_number(out, inputs->count);
    for (size_t i = 0; i < inputs->count; i++) {
        const struct input *input = &inputs->items[i];
        add_seen(arena, program->units[i], interest->seen, &hashes);
        add_digest(out, captures_digest(captures, input));
        add_digest(out, captures_key(captures, input));
        add_number(out, hashes.count);
        add_own_idle(arena, program->units[i], interest, &hashes);
        add_number(out, hashes.count);
    }
    for (size_t i = 0; i < program->unit_count; i++)
        add_names(arena, program->units[i], interest, i, &names);
    unite_names(&names);
    add_number(out, hashes.count);
    vec_each (const uint64_t, hash, &hashes)
        add_number(out, *hash);
    vec_each (const struct name, name, &names) {
        add_number(out, name->hash);
        add_number(out, name->unit | (name->is_idle ? IDLE : 0));
    }
}

void last_verdict_note(const struct store *store, struct digest image,
                       const struct captures *captures,
                       const struct inputs *inputs,
                       const struct program *program,
                       const struct interest *interest, struct digest verdict)
{
    struct arena *scratch = arena_open();
    struct text out = text_make(scratch);

    if (is_whole(inputs, program)) {
        add_digest(&out, verdict);
        write_note(scratch, captures, inputs, program, interest, &out);
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
    const struct rule_set *rules;
    size_t unit;
    const struct map *before; /* names of functions that it had; NULL: it is
                                 the one that was there before */
    bool *has_news;           /* it has a name that no unit had */
};

/* Where a list of hashes ends that goes with a unit: the first, or the second;
 * each begins where the last one ends. */
static size_t list_end(const struct note *note, size_t unit, size_t list)
{
    uint64_t end = number_at(note, unit_at(unit) + PER_UNIT - 2 + list);
    size_t most = note->names - note->hashes;

    return end < most ? (size_t)end : most;
}

static bool is_between(const struct note *note, size_t first, size_t end,
                       const char *name)
{
    uint64_t hash = hash_string(name);

    for (size_t i = first; i < end; i++)
        if (number_at(note, note->hashes + i) == hash)
            return true;
    return false;
}

static bool is_seen(const void *data, const struct function *function)
{
    const struct noted *noted = data;
    const struct note *note = noted->note;
    size_t first = noted->unit > 0 ? list_end(note, noted->unit - 1, 1) : 0;

    return is_between(note, first, list_end(note, noted->unit, 0),
                      function->name);
}

/* What is noted of a name that the linker sees; false: no unit had it. */
static bool find_name(const struct noted *noted, const char *name,
                      uint64_t *unit, bool *is_idle)
{
    const struct note *note = noted->note;
    const char *found =
        bytes_find(note->data + note->names * NUMBER,
                   (note->count - note->names) / PER_NAME,
                   PER_NAME * (size_t)NUMBER, hash_string(name));

    if (!found)
        return false;

    uint64_t number = bytes_get(found + NUMBER, NUMBER);

    *unit = number & ~IDLE;
    *is_idle = (number & IDLE) != 0;
    return true;
}

static bool is_idle(const struct noted *noted, const char *name,
                    bool is_internal)
{
    uint64_t unit = NO_ONE;
    bool found = false;

    if (is_internal)
        return is_between(noted->note, list_end(noted->note, noted->unit, 0),
                          list_end(noted->note, noted->unit, 1), name);
    return find_name(noted, name, &unit, &found) && found;
}

static bool is_function_idle(const void *data, const struct function *function)
{
    return is_idle(data, function->name, function->is_internal);
}

static bool is_global_idle(const void *data, const struct global *global)
{
    return is_idle(data, global->name, global->is_internal);
}

static bool is_new(const void *data, const struct function *function)
{
    const struct noted *noted = data;
    uint64_t unit = NO_ONE;
    bool is_idle = false;

    if (!noted->before || map_has(noted->before, function->name) ||
        rules_know(noted->rules, function->name) ||
        (!function->is_internal &&
         find_name(noted, function->name, &unit, &is_idle)))
        return false;
    *noted->has_news = true;
    return true;
}

static bool is_lonely(const void *data, const struct global *global)
{
    const struct noted *noted = data;
    uint64_t unit = NO_ONE;
    bool is_idle = false;

    if (find_name(noted, global->name, &unit, &is_idle))
        return unit == (uint64_t)noted->unit;
    *noted->has_news = true;
    return true;
}

static struct unit *read_unit(struct run *run, const char *path,
                              const struct file_map *bytes, struct fail *said)
{
    struct unit *unit = NULL;

    return unit_file_read(run->arena, run->strings, path, bytes->data,
                          bytes->size, UNIT_FILE_WHOLE, said, said, &unit)
               ? unit
               : NULL;
}

static struct digest digest_of_essence(struct run *run, struct unit *unit,
                                       const struct fail *said,
                                       const struct noted *noted)
{
    struct text essence = text_make(run->arena);
    struct essence_scope scope = { is_seen, is_function_idle, is_global_idle,
                                   is_new,  is_lonely,        noted };

    essence_add(unit, said, &scope, &essence);
    return digest_bytes(essence.data, essence.length);
}

static bool is_like(struct run *run, const char *path,
                    const struct file_map *now, const struct file_map *before,
                    struct noted *noted)
{
    struct fail *said[] = { fail_make(run->arena), fail_make(run->arena) };
    struct unit *first = read_unit(run, path, before, said[0]);
    struct unit *second = read_unit(run, path, now, said[1]);
    struct map *names = map_make(run->arena);

    if (!first || !second)
        return false;
    for (size_t i = 0; i < first->function_count; i++)
        map_put(names, first->functions[i]->name, first);

    struct digest wanted = digest_of_essence(run, first, said[0], noted);

    noted->before = names;
    return digest_equal(wanted, digest_of_essence(run, second, said[1], noted));
}

static bool is_same(const struct store *store, struct run *run,
                    const struct captures *captures, const struct input *input,
                    struct noted *noted)
{
    struct file_map now, before;
    const struct reads *reads;

    captures_result(captures, input, &now, &reads);
    if (!store_get(store, UNIT_CACHE_KIND,
                   digest_at(noted->note, unit_at(noted->unit) + 2), &before))
        return false;

    bool same = is_like(run, input->path, &now, &before, noted);

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
                       struct run *run, const struct rule_set *rules,
                       const struct captures *captures,
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
        struct noted noted = { &note, rules, changed, NULL, &has_news };
        found = is_same(store, run, captures, input, &noted);
        if (found && !has_news)
            note_change(store, image, captures, input, &note, changed);
    }
    if (found)
        *verdict = digest_at(&note, 0);
    file_map_close(&map);
    return found;
}
