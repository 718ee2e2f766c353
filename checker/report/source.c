/* source.c - whole files, kept with an index of where their lines start. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "report/source.h"

#include "support/arena.h"
#include "support/fail.h"
#include "support/file.h"
#include "support/map.h"
#include "support/strings.h"
#include "support/vec.h"

#include <string.h>

struct source {
    struct file_text text;
    struct vec_of(size_t) starts; /* of each line; empty: not readable */
};

struct sources {
    struct arena *arena;
    struct strings *names;
    struct map *by_name; /* interned name -> struct source */
};

struct sources *sources_make(struct arena *arena)
{
    struct sources *sources = arena_new(arena, struct sources);

    sources->arena = arena;
    sources->names = strings_make(arena);
    sources->by_name = map_make(arena);
    return sources;
}

static void index_lines(struct arena *arena, struct source *source)
{
    const char *data = source->text.data;
    size_t at = 0;

    while (at < source->text.size) {
        const char *end = memchr(data + at, '\n', source->text.size - at);
        vec_push(arena, &source->starts, at);
        if (!end)
            break;
        at = (size_t)(end - data) + 1;
    }
}

/* Only a regular file has lines that can be quoted: reading a terminal or a
 * pipe would wait for someone to write. */
static struct source *source_make(struct arena *arena, const char *name)
{
    struct source *source = arena_new(arena, struct source);
    struct fail *unheard = fail_make(arena);

    if (file_is_regular(name) && file_read(arena, name, unheard, &source->text))
        index_lines(arena, source);
    return source;
}

static const struct source *find(struct sources *sources, const char *file)
{
    const char *name = strings_intern(sources->names, file);
    struct source *source = map_get(sources->by_name, name);

    if (!source) {
        source = source_make(sources->arena, name);
        map_put(sources->by_name, name, source);
    }
    return source;
}

bool sources_line(struct sources *sources, const char *file, uint32_t line,
                  struct source_line *out)
{
    const struct source *source = find(sources, file);

    if (line == 0 || line > source->starts.count)
        return false;

    const char *start = source->text.data + source->starts.items[line - 1];
    const char *last = source->text.data + source->text.size;
    const char *end = memchr(start, '\n', (size_t)(last - start));

    if (!end)
        end = last;
    if (end != start && end[-1] == '\r')
        end--;
    *out = (struct source_line){ start, (size_t)(end - start) };
    return true;
}

bool sources_place(struct sources *sources, const char *file, size_t offset,
                   struct place *place)
{
    const struct source *source = find(sources, file);
    size_t line = 0;

    if (source->starts.count == 0 || offset > source->text.size)
        return false;
    while (line + 1 < source->starts.count &&
           source->starts.items[line + 1] <= offset)
        line++;
    *place = (struct place){
        .file = file,
        .line = (uint32_t)line + 1,
        .column = (uint32_t)(offset - source->starts.items[line]) + 1,
    };
    return true;
}
