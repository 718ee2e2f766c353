/* document.c - the texts that the editor has open. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "editor/document.h"

#include "editor/uri.h"
#include "support/arena.h"

#include <string.h>

/* More are remembered of no text: then its places count as lost. */
enum { MOST_PAST = 4096 };

void documents_init(struct documents *documents, struct arena *arena)
{
    *documents = (struct documents){ .arena = arena };
}

static void document_end(struct document *document)
{
    arena_close(document->text_arena);
    arena_close(document->past_arena);
    arena_close(document->arena);
}

void documents_release(struct documents *documents)
{
    vec_each (struct document *, document, &documents->open)
        document_end(*document);
    documents->open.count = 0;
}

struct document *documents_find(const struct documents *documents,
                                const char *path)
{
    vec_each (struct document *, document, &documents->open)
        if (strcmp((*document)->path, path) == 0)
            return *document;
    return NULL;
}

void documents_close(struct documents *documents, const char *path)
{
    size_t kept = 0;

    for (size_t i = 0; i < documents->open.count; i++) {
        struct document *document = documents->open.items[i];
        if (strcmp(document->path, path) == 0)
            document_end(document);
        else
            documents->open.items[kept++] = document;
    }
    documents->open.count = kept;
}

static bool take_text(struct document *document, struct span string)
{
    struct arena *arena = arena_open();

    if (!span_text(arena, string, &document->text)) {
        arena_close(arena);
        return false;
    }
    arena_close(document->text_arena);
    document->text_arena = arena;
    return true;
}

struct document *documents_open(struct documents *documents, struct span item)
{
    struct arena *arena = arena_open();
    struct document *document = arena_new(arena, struct document);
    const char *uri = span_string(arena, span_member(item, "uri"));

    document->arena = arena;
    document->uri = uri;
    document->path = uri ? uri_path(arena, uri) : NULL;
    document->version = span_integer(span_member(item, "version"), 0);
    if (!document->path || !take_text(document, span_member(item, "text"))) {
        arena_close(arena);
        return NULL;
    }
    documents_close(documents, document->path);
    document->known_from = document->version;
    document->past_arena = arena_open();
    vec_push(documents->arena, &documents->open, document);
    return document;
}

static void note(struct document *document, struct past_edit past)
{
    if (document->past.count == MOST_PAST)
        document_forget(document, document->past.items[MOST_PAST / 2].version);
    vec_push(document->past_arena, &document->past, past);
}

static void replace(struct document *document, size_t from, size_t to,
                    struct span with)
{
    struct arena *arena = arena_open();
    size_t rest = document->text.size - to;
    char *text = arena_alloc(arena, from + with.size + rest + 1);

    memcpy(text, document->text.data, from);
    memcpy(text + from, with.data, with.size);
    memcpy(text + from + with.size, document->text.data + to, rest);
    arena_close(document->text_arena);
    document->text_arena = arena;
    document->text = (struct span){ text, from + with.size + rest };
}

/* What a notification of changes is dealt with by. */
struct changing {
    struct document *document;
    enum encoding encoding;
    document_moved *moved;
    void *data;
};

/* Positions beyond the text are where it ends, also for the places that are
 * moved by the edit. */
static void change_part(struct changing *changing, struct text_range range,
                        struct span with)
{
    struct document *document = changing->document;
    enum encoding encoding = changing->encoding;
    struct past_edit past = { .version = document->version };
    size_t from = position_offset(document->text, range.start, encoding);
    size_t to = position_offset(document->text, range.end, encoding);

    if (to < from)
        to = from;
    range.start = position_at(document->text, from, encoding);
    range.end = position_at(document->text, to, encoding);
    past.edit = text_edit_make(range, with, encoding);
    note(document, past);
    replace(document, from, to, with);
    changing->moved(changing->data, document, &past.edit);
}

static void change_whole(struct changing *changing, struct span text)
{
    struct document *document = changing->document;
    struct past_edit past = { .version = document->version, .is_whole = true };

    if (!take_text(document, text))
        return;
    note(document, past);
    changing->moved(changing->data, document, NULL);
}

static void change(struct changing *changing, struct span one)
{
    struct span span = span_member(one, "range");
    struct span text = span_member(one, "text");
    struct arena *scratch = arena_open();
    struct span with;
    struct text_range range;

    if (!span.data)
        change_whole(changing, text);
    else if (text_range_read(span, &range) && span_text(scratch, text, &with))
        change_part(changing, range, with);
    arena_close(scratch);
}

void document_change(struct document *document, long long version,
                     struct span changes, enum encoding encoding,
                     document_moved *moved, void *data)
{
    struct changing changing = { document, encoding, moved, data };
    struct span one;
    size_t at = 0;

    document->version = version;
    while ((one = span_element(changes, &at)).data)
        change(&changing, one);
}

bool document_catch_up(const struct document *document, long long version,
                       struct text_range *range)
{
    bool is_whole = version >= document->known_from;

    vec_each (const struct past_edit, past, &document->past) {
        if (past->version <= version)
            continue;
        if (past->is_whole)
            return false;
        is_whole &= text_range_shift(range, &past->edit);
    }
    return is_whole;
}

void document_forget(struct document *document, long long version)
{
    struct arena *arena = arena_open();
    struct arena *old = document->past_arena;
    size_t count = document->past.count;
    const struct past_edit *items = document->past.items;

    memset(&document->past, 0, sizeof(document->past));
    for (size_t i = 0; i < count; i++)
        if (items[i].version > version)
            vec_push(arena, &document->past, items[i]);
    document->past_arena = arena;
    if (version > document->known_from)
        document->known_from = version;
    arena_close(old);
}
