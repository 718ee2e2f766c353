// RUN: %units/editor-documents
#include "editor/document.h"
#include "editor/uri.h"
#include "support/arena.h"
#include "expect.h"

static unsigned moves;

static struct span all(const char *text)
{
    return (struct span){ text, strlen(text) };
}

static void count(void *data, const struct document *document,
                  const struct text_edit *edit)
{
    (void)document;
    (void)edit;
    ++*(unsigned *)data;
}

static void change(struct document *document, long long version,
                   const char *changes)
{
    document_change(document, version, all(changes), ENCODING_UTF16, count,
                    &moves);
}

static void edits(struct documents *documents)
{
    struct document *document = documents_open(
        documents, all("{\"uri\":\"file:///x/%61.c\",\"version\":3,"
                       "\"text\":\"one\\r\\n\\u00e9 two\\n\"}"));
    struct text_range two = { { 1, 2 }, { 1, 5 } };
    struct text_range late = two;

    expect(document && documents_find(documents, "/x/a.c") == document);
    change(document, 4,
           "[{\"range\":{\"start\":{\"line\":0,\"character\":0},\"end\":"
           "{\"line\":0,\"character\":0}},\"text\":\"zero\\n\"},"
           "{\"range\":{\"start\":{\"line\":2,\"character\":0},\"end\":"
           "{\"line\":2,\"character\":1}},\"text\":\"\"}]");
    expect(document->text.size == strlen("zero\none\r\n two\n") &&
           memcmp(document->text.data, "zero\none\r\n two\n", 15) == 0);
    expect(moves == 2);
    expect(document_catch_up(document, 3, &two));
    expect(two.start.line == 2 && two.start.character == 1);
    expect(document_catch_up(document, 4, &two) && two.start.line == 2);
    change(document, 5, "[{\"text\":\"\"}]");
    expect(!document_catch_up(document, 4, &two));
    document_forget(document, 5);
    expect(!document_catch_up(document, 3, &late));
    expect(document_catch_up(document, 5, &late));
}

/* Beyond its end a text goes on nowhere; what is no change changes nothing. */
static void odd(struct documents *documents)
{
    struct document *document = documents_open(
        documents, all("{\"uri\":\"file:///y.c\",\"text\":\"ab\"}"));

    change(document, 1,
           "[{\"range\":{\"start\":{\"line\":7,\"character\":0},\"end\":"
           "{\"line\":9,\"character\":0}},\"text\":\"c\"},{},{\"range\":1},"
           "{\"range\":{\"start\":{\"line\":0,\"character\":2},\"end\":"
           "{\"line\":0,\"character\":1}},\"text\":\"-\"}]");
    expect(document->text.size == 4 &&
           memcmp(document->text.data, "ab-c", 4) == 0);
    expect(!documents_open(documents, all("{\"uri\":\"untitled:1\",\"text\":"
                                          "\"\"}")));
    expect(!documents_open(documents, all("{\"uri\":\"file:///z.c\"}")));
    documents_close(documents, "/y.c");
    expect(!documents_find(documents, "/y.c"));
}

static void uris(struct arena *a)
{
    expect_text(uri_path(a, "file:///a%20b/../c%C3%A9.c"), "/c\xc3\xa9.c");
    expect_text(uri_path(a, "file:///c%3A/x.c"), "C:/x.c");
    expect_text(uri_path(a, "file:///C:/x.c"), "C:/x.c");
    expect_text(uri_path(a, "file://localhost/x.c"), "/x.c");
    expect_text(uri_path(a, "file://host/share/x.c"), "//host/share/x.c");
    expect(!uri_path(a, "http://x/y.c"));
    expect(!uri_path(a, "file:///a%00b"));
    expect_text(uri_path(a, "file:///100%"), "/100%");
    expect_text(uri_of(a, "/a b/c\xc3\xa9#.c"), "file:///a%20b/c%C3%A9%23.c");
    expect_text(uri_of(a, "C:/x.c"), "file:///C%3A/x.c");
    expect_text(uri_of(a, "//host/x.c"), "file://host/x.c");
}

int main(void)
{
    struct arena *arena = arena_open();
    struct documents documents;

    documents_init(&documents, arena);
    edits(&documents);
    odd(&documents);
    documents_release(&documents);
    uris(arena);
    arena_close(arena);
}
