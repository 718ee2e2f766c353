// Whatever a source file holds, a report quotes lines of it: two for each place
// that there is (one without a column), none for one that there is not, and no
// byte that a terminal would obey.
//
// RUN: %units/fuzz-excerpt -mangled=200 %s %S/Inputs/excerpt/* | FileCheck %s
// CHECK: {{[1-9][0-9]+}} inputs
#include "report/excerpt.h"
#include "fuzz.h"
#include "report/palette.h"
#include "report/source.h"
#include "support/arena.h"
#include "support/path.h"
#include "support/text.h"
#include "expect.h"

#include <stdbool.h>

static void expect_printable(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)text[i];
        expect(byte == '\n' || byte == '\t' ||
               (byte >= 0x20 && byte != 0x7f));
    }
}

static void quote(struct arena *arena, struct sources *sources,
                  struct place place)
{
    struct text text = text_make(arena);
    size_t lines = 0;

    excerpt_add(sources, place, 2, palette_choose(false), &text);
    for (size_t i = 0; i < text.length; i++)
        lines += text.data[i] == '\n';
    expect(lines == 0 || lines == (place.column ? 2 : 1));
    expect_printable(text.data, text.length);
}

static void name(struct arena *arena, const char *bytes, size_t size)
{
    char *path = arena_strndup(arena, bytes, size < 60 ? size : 60);

    expect(path_normal(arena, path) != NULL);
    expect(path_join(arena, path, path) != NULL);
    expect(path_base(path) != NULL && path_extension(path) != NULL);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_open();
    struct sources *sources = sources_make(arena);
    const char *path = scratch_file("quoted.c", data, size);

    for (uint32_t line = 0; line < 5; line++)
        for (uint32_t column = 0; column < 300; column += 37)
            quote(arena, sources, (struct place){ path, line, column });
    quote(arena, sources, (struct place){ path, UINT32_MAX, UINT32_MAX });
    name(arena, (const char *)data, size);
    arena_close(arena);
    return 0;
}
