/* contents.c - what the files and folders of the disk hold, asked once a run.
 *
 * The answers are in a table; only looking there is guarded. Two threads may
 * ask the disk the same thing at the same time: both get the same answer.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "cache/contents.h"

#include "support/arena.h"
#include "support/bytes.h"
#include "support/fail.h"
#include "support/file.h"
#include "support/file_map.h"
#include "support/map.h"
#include "support/path.h"
#include "support/strings.h"
#include "support/text.h"

#include <string.h>
#include <strings.h>
#include <uv.h>

struct answer {
    bool is_there;
    bool is_settled; /* so that `stamp` stands for it from now on */
    struct file_stamp stamp;
    struct digest digest;
};

/* One way to look at what has a name. */
struct question {
    /* The file or folder that is looked at; part of the name. */
    const char *(*path)(const char *name);
    struct answer (*ask)(const char *name);
    struct map *answers; /* interned name -> struct answer */
    struct map *read;    /* the same, of earlier runs */
};

enum { OF_FILE, OF_NAMES, QUESTIONS };

struct contents {
    struct arena *arena;
    uv_mutex_t lock;
    struct strings *names;
    struct question questions[QUESTIONS];
    struct map *trees; /* interned folder -> struct digest */
    bool has_learnt;
};

/* Whether the extension is in a list that a ':' ends. */
static bool is_listed(const char *extension, const char *list)
{
    size_t length = strlen(extension);

    for (;;) {
        size_t width = strcspn(list, ",:");
        if (width == length && strncasecmp(list, extension, length) == 0)
            return true;
        if (list[width] != ',')
            return false;
        list += width + 1;
    }
}

static const char *path_of_file(const char *name)
{
    return name;
}

static struct answer ask_file(const char *path)
{
    struct file_map map;
    struct answer answer = { .is_there = file_map_open(path, NULL, &map) };

    if (answer.is_there) {
        answer.digest = digest_bytes(map.data, map.size);
        file_map_close(&map);
    }
    return answer;
}

static const char *path_of_names(const char *name)
{
    const char *folder = name + strcspn(name, ":");

    return folder + (*folder == ':');
}

static struct answer ask_names(const char *list)
{
    struct arena *scratch = arena_open();
    struct text all = text_make(scratch);
    struct file_names names = { 0 };

    if (file_list(scratch, path_of_names(list), fail_make(scratch), &names))
        vec_each (const char *, name, &names)
            if (is_listed(path_extension(*name), list))
                text_addf(&all, "%s\n", *name);

    struct answer answer = {
        .is_there = true,
        .digest = digest_bytes(text_str(&all), all.length),
    };

    arena_close(scratch);
    return answer;
}

struct contents *contents_open(struct arena *arena)
{
    static const struct question questions[QUESTIONS] = {
        [OF_FILE] = { path_of_file, ask_file, NULL, NULL },
        [OF_NAMES] = { path_of_names, ask_names, NULL, NULL },
    };
    struct contents *contents = arena_new(arena, struct contents);

    contents->arena = arena;
    uv_mutex_init(&contents->lock);
    contents->names = strings_make(arena);
    contents->trees = map_make(arena);
    for (size_t i = 0; i < QUESTIONS; i++) {
        contents->questions[i] = questions[i];
        contents->questions[i].answers = map_make(arena);
        contents->questions[i].read = map_make(arena);
    }
    return contents;
}

void contents_close(struct contents *contents)
{
    uv_mutex_destroy(&contents->lock);
}

/* The stamp is taken first: what changes after that has another one. */
static struct answer look(const struct question *question, const char *name,
                          const struct answer *earlier)
{
    struct file_stamp stamp;
    bool is_there = file_stamp(question->path(name), &stamp);

    if (earlier && is_there && file_stamp_equal(&stamp, &earlier->stamp))
        return *earlier;

    bool is_settled = is_there && file_stamp_is_settled(&stamp);
    struct answer answer = question->ask(name);

    answer.is_settled = is_settled && answer.is_there;
    answer.stamp = stamp;
    return answer;
}

static struct answer ask(struct contents *contents,
                         const struct question *question, const char *text)
{
    uv_mutex_lock(&contents->lock);

    const char *name = strings_intern(contents->names, text);
    const struct answer *known = map_get(question->answers, name);
    const struct answer *earlier = map_get(question->read, name);

    uv_mutex_unlock(&contents->lock);
    if (known)
        return *known;

    struct answer answer = look(question, name, earlier);

    uv_mutex_lock(&contents->lock);
    if (!map_has(question->answers, name))
        map_put(question->answers, name,
                arena_copy(contents->arena, &answer, sizeof(answer)));
    if (answer.is_settled &&
        (!earlier || !file_stamp_equal(&answer.stamp, &earlier->stamp)))
        contents->has_learnt = true;
    uv_mutex_unlock(&contents->lock);
    return answer;
}

bool contents_of_file(struct contents *contents, const char *path,
                      struct digest *digest)
{
    struct answer answer = ask(contents, &contents->questions[OF_FILE], path);

    *digest = answer.digest;
    return answer.is_there;
}

struct digest contents_of_names(struct contents *contents, const char *names)
{
    return ask(contents, &contents->questions[OF_NAMES], names).digest;
}

/* In the order of the names, which file_list sorts. */
static struct digest look_through(struct contents *contents, const char *folder)
{
    struct arena *scratch = arena_open();
    struct text all = text_make(scratch);
    struct file_names names = { 0 };
    struct digest digest;

    if (!file_list(scratch, folder, fail_make(scratch), &names))
        names.count = 0;
    vec_each (const char *, name, &names) {
        const char *path = path_join(scratch, folder, *name);
        bool is_file = contents_of_file(contents, path, &digest);
        if (!is_file && !file_is_directory(path))
            continue;
        if (!is_file)
            digest = contents_of_tree(contents, path);
        text_add_n(&all, digest_text(scratch, digest), DIGEST_LENGTH);
        text_add_char(&all, is_file ? ' ' : '/');
        text_add(&all, *name);
        text_add_char(&all, '\n');
    }
    digest = digest_bytes(text_str(&all), all.length);
    arena_close(scratch);
    return digest;
}

struct digest contents_of_tree(struct contents *contents, const char *folder)
{
    uv_mutex_lock(&contents->lock);

    const char *name = strings_intern(contents->names, folder);
    const struct digest *known = map_get(contents->trees, name);

    uv_mutex_unlock(&contents->lock);
    if (known)
        return *known;

    struct digest digest = look_through(contents, folder);

    uv_mutex_lock(&contents->lock);
    map_put(contents->trees, name,
            arena_copy(contents->arena, &digest, sizeof(digest)));
    uv_mutex_unlock(&contents->lock);
    return digest;
}

/* From run to run: of each answer the question, the stamp, the digest, and how
 * long the name is that follows. */

enum {
    STAMP_AT = 8,
    DIGEST_AT = STAMP_AT + 5 * 8,
    LENGTH_AT = DIGEST_AT + 2 * 8,
    NAME_AT = LENGTH_AT + 8
};

static void write_answer(struct text *out, size_t question,
                         const struct answer *answer, const char *name)
{
    const struct file_stamp *stamp = &answer->stamp;
    size_t length = strlen(name);
    char bytes[NAME_AT];

    bytes_put(bytes, 8, question);
    bytes_put(bytes + STAMP_AT, 8, stamp->device);
    bytes_put(bytes + STAMP_AT + 8, 8, stamp->number);
    bytes_put(bytes + STAMP_AT + 16, 8, stamp->size);
    bytes_put(bytes + STAMP_AT + 24, 8, (uint64_t)stamp->modified);
    bytes_put(bytes + STAMP_AT + 32, 8, (uint64_t)stamp->changed);
    bytes_put(bytes + DIGEST_AT, 8, answer->digest.high);
    bytes_put(bytes + DIGEST_AT + 8, 8, answer->digest.low);
    bytes_put(bytes + LENGTH_AT, 8, length);
    text_add_n(out, bytes, sizeof(bytes));
    text_add_n(out, name, length);
}

void contents_write(struct contents *contents, struct text *out)
{
    for (size_t i = 0; i < QUESTIONS; i++) {
        const struct map *answers = contents->questions[i].answers;
        for (size_t j = 0; j < map_count(answers); j++) {
            const struct answer *answer = map_at(answers, j).value;
            if (answer->is_settled)
                write_answer(out, i, answer, map_at(answers, j).key);
        }
    }
}

static struct answer read_answer(const char *at)
{
    return (struct answer){
        .is_there = true,
        .is_settled = true,
        .stamp = { bytes_get(at + STAMP_AT, 8), bytes_get(at + STAMP_AT + 8, 8),
                   bytes_get(at + STAMP_AT + 16, 8),
                   (int64_t)bytes_get(at + STAMP_AT + 24, 8),
                   (int64_t)bytes_get(at + STAMP_AT + 32, 8) },
        .digest = { bytes_get(at + DIGEST_AT, 8),
                    bytes_get(at + DIGEST_AT + 8, 8) },
    };
}

void contents_read(struct contents *contents, const void *data, size_t size)
{
    const char *at = data, *end = at + size;

    while (end - at >= NAME_AT) {
        uint64_t question = bytes_get(at, 8);
        uint64_t length = bytes_get(at + LENGTH_AT, 8);
        struct answer answer = read_answer(at);
        at += NAME_AT;
        if (length > (size_t)(end - at) || question >= QUESTIONS)
            return;
        map_put(contents->questions[question].read,
                strings_intern_n(contents->names, at, (size_t)length),
                arena_copy(contents->arena, &answer, sizeof(answer)));
        at += length;
    }
}

bool contents_has_learnt(const struct contents *contents)
{
    return contents->has_learnt;
}
