// What a terminal would obey, what is no UTF-8 and what is too long to read are
// not sent to it; the caret still stands where it should.
// RUN: cd %S/Inputs && %units/report-odd-source | FileCheck %s \
// RUN:   --match-full-lines --strict-whitespace
#include "report/excerpt.h"

#include "report/palette.h"
#include "report/source.h"
#include "support/arena.h"
#include "support/text.h"

#include <stdio.h>

//      CHECK:    1 | static int a;
// CHECK-NEXT:      |            ^
// CHECK-NEXT:    2 | int ?[31mred? = ?1;
// CHECK-NEXT:      |                  ^
// CHECK-NEXT:    3 | {{x+}} = here;{{y+}}
// CHECK-NEXT:      | {{([ ]{99})}}^
// CHECK-NEXT:    4 | no newline at the end
// CHECK-NEXT:      | ^
// CHECK-NEXT:    4 | no newline at the end
// CHECK-NOT:{{.}}
int main(void)
{
    static const struct place places[] = {
        { "odd.c", 1, 12 },  { "odd.c", 2, 20 },  { "odd.c", 3, 308 },
        { "odd.c", 4, 1 },   { "odd.c", 4, 0 },   { "odd.c", 5, 1 },
        { "odd.c", 0, 0 },   { "Inputs", 1, 1 },  { ".", 1, 1 },
        { "/dev/zero", 1, 1 }, { NULL, 1, 1 },
    };
    struct arena *arena = arena_open();
    struct text out = text_make(arena);
    struct sources *sources = sources_make(arena);

    for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++)
        excerpt_add(sources, places[i], 0, palette_choose(false), &out);
    fputs(text_str(&out), stdout);
    arena_close(arena);
    return 0;
}
