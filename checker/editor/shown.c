/* shown.c - what the server found in a file, to be shown with what we found. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "editor/shown.h"

#include "editor/messages.h"
#include "editor/uri.h"
#include "support/arena.h"
#include "support/text.h"

#include <string.h>

void shown_init(struct shown_files *all, struct arena *arena)
{
    *all = (struct shown_files){ .arena = arena };
}

void shown_release(struct shown_files *all)
{
    vec_each (struct shown *, shown, &all->files) {
        arena_close((*shown)->ours_arena);
        arena_close((*shown)->arena);
    }
    all->files.count = 0;
}

static struct shown *make(struct arena *owner, const char *path,
                          const char *uri)
{
    struct arena *arena = arena_open();
    struct shown *shown = arena_new(owner, struct shown);

    shown->arena = arena;
    shown->path = arena_strdup(arena, path);
    shown->uri = uri ? arena_strdup(arena, uri) : uri_of(arena, path);
    shown->ours = "";
    return shown;
}

struct shown *shown_find(const struct shown_files *all, const char *path)
{
    vec_each (struct shown *, shown, &all->files)
        if (strcmp((*shown)->path, path) == 0)
            return *shown;
    return NULL;
}

struct shown *shown_get(struct shown_files *all, const char *path,
                        const char *uri)
{
    struct shown *shown = shown_find(all, path);

    if (shown)
        return shown;
    shown = make(all->arena, path, uri);
    vec_push(all->arena, &all->files, shown);
    return shown;
}

static void add_foreign(struct shown *shown, struct span element,
                        long long version, const struct document *document)
{
    struct foreign foreign = { .element = element };
    struct text_range before;

    foreign.range_text = span_member(element, "range");
    if (text_range_read(foreign.range_text, &foreign.range) && document) {
        before = foreign.range;
        foreign.is_lost = !document_catch_up(document, version, &foreign.range);
        foreign.is_moved = memcmp(&before, &foreign.range, sizeof(before)) != 0;
    }
    vec_push(shown->arena, &shown->foreign, foreign);
}

/* What was there before goes with its arena. */
void shown_take(struct shown *shown, struct span elements, long long version,
                const struct document *document)
{
    struct arena *old = shown->arena;
    struct arena *arena = arena_open();
    struct span copy = { arena_copy(arena, elements.data, elements.size),
                         elements.size };
    struct span one;
    size_t at = 0;

    shown->arena = arena;
    shown->path = arena_strdup(arena, shown->path);
    shown->uri = arena_strdup(arena, shown->uri);
    memset(&shown->foreign, 0, sizeof(shown->foreign));
    while ((one = span_element(copy, &at)).data)
        add_foreign(shown, one, version, document);
    arena_close(old);
}

void shown_shift(struct shown *shown, const struct text_edit *edit)
{
    vec_each (struct foreign, foreign, &shown->foreign) {
        struct text_range before = foreign->range;
        if (!edit || !text_range_shift(&foreign->range, edit))
            foreign->is_lost = true;
        foreign->is_moved |=
            memcmp(&before, &foreign->range, sizeof(before)) != 0;
    }
}

bool shown_is_plain(const struct shown *shown)
{
    vec_each (const struct foreign, foreign, &shown->foreign)
        if (foreign->is_moved || foreign->is_lost)
            return false;
    return true;
}

static void add_element(struct text *out, const struct foreign *foreign,
                        bool *is_any)
{
    if (foreign->is_lost)
        return;
    text_add(out, *is_any ? "," : "");
    *is_any = true;
    if (foreign->is_moved)
        span_replace(out, foreign->element, foreign->range_text,
                     messages_range(out->arena, foreign->range));
    else
        text_add_n(out, foreign->element.data, foreign->element.size);
}

struct span shown_message(struct arena *arena, const struct shown *shown,
                          const char *uri, const char *ours,
                          const long long *version)
{
    struct text out = text_make(arena);
    bool is_any = false;

    text_add(&out, "{\"jsonrpc\":\"2.0\",\"method\":"
                   "\"textDocument/publishDiagnostics\",\"params\":{");
    text_addf(&out, "\"uri\":%s,", messages_string(arena, uri));
    if (version)
        text_addf(&out, "\"version\":%lld,", *version);
    text_add(&out, "\"diagnostics\":[");
    vec_each (const struct foreign, foreign, &shown->foreign)
        add_element(&out, foreign, &is_any);
    text_addf(&out, "%s%s]}}", is_any && *ours != '\0' ? "," : "", ours);
    return (struct span){ text_str(&out), out.length };
}

void shown_note(struct shown *shown, const char *ours)
{
    struct arena *arena = arena_open();

    arena_close(shown->ours_arena);
    shown->ours_arena = arena;
    shown->ours = arena_strdup(arena, ours);
}
