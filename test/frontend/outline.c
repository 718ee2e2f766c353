// What a text uses and defines is told from its words; where that is not sure it
// says so.
//
// RUN: %units/frontend-outline
#include "frontend/outline.h"

#include "support/arena.h"
#include "support/strings.h"
#include "expect.h"

struct seen {
    struct arena *arena;
    struct strings *strings;
    const struct outline *outline;
};

static struct seen look(struct arena *arena, const char *text)
{
    struct seen seen = { arena, strings_make(arena), NULL };

    seen.outline = outline_make(arena, seen.strings, text, strlen(text));
    return seen;
}

static unsigned what(const struct seen *seen, const char *word)
{
    return outline_of(seen->outline, strings_intern(seen->strings, word));
}

static void test_definitions(struct arena *arena)
{
    struct seen seen = look(arena,
                            "int Declared(int);\n"
                            "extern int Elsewhere, There;\n"
                            "_Use_(x) int Defined(int a) { return Used(a); }\n"
                            "static int Own(void) { return 0; }\n"
                            "int First = Initial, Second[Size], *Third;\n"
                            "struct Tag { int Field; } Object;\n"
                            "typedef int Type;\n"
                            "__inline int Twice(int a) { return a; }\n"
                            "int Last(void) {}\n");

    expect(!seen.outline->is_unclear);
    expect(what(&seen, "Declared") == OUTLINE_HEAD);
    expect(what(&seen, "Elsewhere") == 0 && what(&seen, "There") == 0);
    expect(what(&seen, "Defined") == (OUTLINE_HEAD | OUTLINE_DEFINED));
    expect(what(&seen, "Used") == OUTLINE_USED);
    expect(what(&seen, "Own") == OUTLINE_HEAD);
    expect(what(&seen, "First") & OUTLINE_DEFINED);
    expect(what(&seen, "Second") & OUTLINE_DEFINED);
    expect(what(&seen, "Third") & OUTLINE_DEFINED);
    expect(what(&seen, "Object") & OUTLINE_DEFINED);
    expect(what(&seen, "Initial") == (OUTLINE_USED | OUTLINE_TAKEN));
    expect(what(&seen, "Size") & OUTLINE_USED);
    expect(!(what(&seen, "Type") & OUTLINE_DEFINED));
    expect(what(&seen, "Twice") == (OUTLINE_HEAD | OUTLINE_INLINE));
    expect(what(&seen, "Last") & OUTLINE_DEFINED);
}

static void test_lines(struct arena *arena)
{
    struct seen seen =
        look(arena, "#include \"one.h\"\n"
                    "  # include <two.h> // three.h\n"
                    "#define CALL(x) Called(x, \\\n  Behind)\n"
                    "int a = '\"' + Char; /* Comment( */ // Line\n"
                    "const char *b = \"Literal \\\" Literal\";\n"
                    "int c = 1'000 + Number;\n"
                    "#pragma once\n"
                    "int Function(void) { return After; }\n");

    expect(!seen.outline->is_unclear && !seen.outline->pastes);
    expect(seen.outline->includes.count == 2);
    expect_text(seen.outline->includes.items[0], "one.h");
    expect_text(seen.outline->includes.items[1], "two.h");
    expect(what(&seen, "CALL") == OUTLINE_MACRO);
    expect(what(&seen, "Called") & OUTLINE_USED);
    expect(what(&seen, "Behind") & OUTLINE_USED);
    expect(what(&seen, "Char") & OUTLINE_USED);
    expect(what(&seen, "Number") & OUTLINE_USED);
    expect(what(&seen, "After") & OUTLINE_USED);
    expect(what(&seen, "Comment") == 0 && what(&seen, "Line") == 0);
    expect(what(&seen, "Literal") == 0);
}

/* Nothing may be concluded from these. */
static void test_unclear(struct arena *arena)
{
    static const char *const texts[] = {
        "#include HEADER\n",
        "int f(a) int a; { return 0; }\n",
        "int f(void) { if (x) {\n",
        "}\n",
        "int Lo\\\nng;\n",
        "const char *a = R\"(\")\" ;\n",
        "#pragma comment(linker, \"/export:f\")\n",
        "__asm__(\"f: ret\");\n",
        "__declare(f) { }\n",
    };

    for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
        expect(look(arena, texts[i]).outline->is_unclear);
    expect(look(arena, "#define A(x) x##1\n").outline->pastes);
    expect(!look(arena, "").outline->is_unclear);
}

int main(void)
{
    struct arena *arena = arena_open();

    test_definitions(arena);
    test_lines(arena);
    test_unclear(arena);
    arena_close(arena);
    return 0;
}
