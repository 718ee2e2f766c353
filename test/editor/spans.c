// RUN: %units/editor-spans
#include "editor/span.h"
#include "support/arena.h"
#include "support/text.h"
#include "expect.h"

static struct span all(const char *text)
{
    return (struct span){ text, strlen(text) };
}

static const char *path(struct arena *arena, const char *json, const char *name)
{
    struct span found = span_path(all(json), name);

    return found.data ? arena_strndup(arena, found.data, found.size) : "-";
}

static void members(struct arena *a)
{
    const char *json = "{ \"a\" : 1e2 , \"s\":\"}\\\"\", \"o\":{\"a\":[{},\"]\"],"
                       "\"z\":9007199254740993},\"n\":null}";

    expect_text(path(a, json, "a"), "1e2");
    expect_text(path(a, json, "s"), "\"}\\\"\"");
    expect_text(path(a, json, "o.a"), "[{},\"]\"]");
    expect_text(path(a, json, "o.z"), "9007199254740993");
    expect_text(path(a, json, "n"), "null");
    expect_text(path(a, json, "z"), "-");
    expect_text(path(a, json, "a.b"), "-");
    expect_text(path(a, json, "o.a.z"), "-");
    expect_text(path(a, "{}", "a"), "-");
    expect_text(path(a, "[{\"a\":1}]", "a"), "-");
}

/* What is not JSON ends somewhere, and never outside. */
static void rubbish(struct arena *a)
{
    static const char *const texts[] = {
        "",   "{",    "{\"",      "{\"a",    "{\"a\"",    "{\"a\":", "{\"a\":\"",
        "{a", "{,}",  "{\"a\":{", "{\"a\"1", "{\"a\":1,", "nul",     "{\"a\\",
        "{}", "{\"a\":[",
    };

    for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
        size_t at = 0;
        expect_text(path(a, texts[i], "b"), "-");
        expect(!span_element(all(texts[i]), &at).data);
    }
}

static void elements(struct arena *a)
{
    struct span array = all("[ 1,{\"x\":[2]} , \"a,b\"]");
    struct text seen = text_make(a);
    struct span one;
    size_t at = 0;

    while ((one = span_element(array, &at)).data) {
        text_add_n(&seen, one.data, one.size);
        text_add_char(&seen, '|');
    }
    expect_text(text_str(&seen), "1|{\"x\":[2]}|\"a,b\"|");
    at = 0;
    expect(!span_element(all("[ ]"), &at).data);
}

static void values(struct arena *a)
{
    struct span text = { NULL, 0 };

    expect_text(span_string(a, all("\"\\u00e9\\n\"")), "\xc3\xa9\n");
    expect(!span_string(a, all("12")));
    expect(!span_string(a, all("\"a\\u0000b\"")));
    expect(span_text(a, all("\"a\\u0000b\""), &text) && text.size == 3);
    expect(span_integer(all("9007199254740993"), 0) == 9007199254740993);
    expect(span_integer(all("\"1\""), -1) == -1);
    expect(span_integer((struct span){ NULL, 0 }, 7) == 7);
}

static const char *appended(struct arena *a, const char *json, const char *items)
{
    struct text out = text_make(a);

    span_append(&out, all(json), span_member(all(json), "r"), items);
    return text_str(&out);
}

static const char *inserted(struct arena *a, const char *json, const char *items)
{
    struct text out = text_make(a);

    span_insert(&out, all(json), span_member(all(json), "r"), items);
    return text_str(&out);
}

static void changes(struct arena *a)
{
    expect_text(appended(a, "{\"r\":[1.10],\"x\":2}", "3,4"),
                "{\"r\":[1.10,3,4],\"x\":2}");
    expect_text(appended(a, "{\"r\":[ ]}", "3"), "{\"r\":[ 3]}");
    expect_text(appended(a, "{\"r\":null}", "3"), "{\"r\":[3]}");
    expect_text(inserted(a, "{\"r\":{\"a\":1}}", "\"b\":2"),
                "{\"r\":{\"b\":2,\"a\":1}}");
    expect_text(inserted(a, "{\"r\":{ }}", "\"b\":2"), "{\"r\":{\"b\":2 }}");
}

int main(void)
{
    struct arena *arena = arena_open();

    members(arena);
    rubbish(arena);
    elements(arena);
    values(arena);
    changes(arena);
    arena_close(arena);
}
