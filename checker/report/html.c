/* html.c - pages put together: one for all, or an index and one for each
 * finding. Their style and script are taken from page.css and page.js by the
 * build. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "report/html.h"

#include "report/html_page.h"
#include "report/html_priv.h"
#include "report/markup.h"
#include "support/arena.h"
#include "support/fail.h"
#include "support/file_write.h"
#include "support/path.h"
#include "support/text.h"

void html_add_place(const struct html *html, struct place place)
{
    struct text *out = html->out;

    if (!place.file)
        return;
    markup_add(report_path(html->report, place.file), out);
    if (place.line != 0)
        text_addf(out, ":%u", place.line);
    if (place.line != 0 && place.column != 0)
        text_addf(out, ":%u", place.column);
}

static const char *page_name(const struct report *report, size_t index)
{
    return arena_format(
        report->arena, "finding-%s.html",
        report_fingerprint(report, &report->analysis->findings[index]));
}

void html_add_target(const struct html *html, size_t index)
{
    if (html->is_site)
        text_add(html->out, page_name(html->report, index));
    else
        text_addf(html->out, "#finding-%zu", index + 1);
}

static void add_head(const struct html *html, const char *title)
{
    struct text *out = html->out;

    text_add(out, "<!doctype html>\n<html lang=\"en\">\n<head>\n"
                  "<meta charset=\"utf-8\">\n"
                  "<meta name=\"viewport\" content=\"width=device-width\">\n"
                  "<meta name=\"color-scheme\" content=\"light dark\">\n"
                  "<link rel=\"icon\" href=\"data:,\">\n<title>");
    markup_add(title, out);
    text_addf(out, "</title>\n<style>\n%s</style>\n</head>\n<body>\n",
              html_page_css);
}

static void add_foot(const struct html *html)
{
    text_addf(html->out, "</main>\n<script>\n%s</script>\n</body>\n</html>\n",
              html_page_js);
}

static const char *counted(const struct report *report, size_t count,
                           const char *what)
{
    return arena_format(report->arena, "%zu %s%s", count, what,
                        count == 1 ? "" : "s");
}

static void add_keys(const struct html *html)
{
    text_add(html->out,
             "<p class=\"keys\">Keys: <kbd>j</kbd> and <kbd>k</kbd> walk a "
             "path, <kbd>n</kbd> and <kbd>p</kbd> go to the next finding and "
             "back.</p>\n");
}

static void add_intro(const struct html *html)
{
    const struct report *report = html->report;
    const struct analysis *analysis = report->analysis;
    bool is_whole = analysis->limit_count == 0 && !fail_any(report->trouble);

    text_addf(html->out,
              "<header>\n<h1>unloadcheck</h1>\n<p>%s; %s where something is "
              "registered.%s</p>\n",
              counted(report, analysis->finding_count, "finding"),
              counted(report, analysis->proof_count, "place"),
              is_whole ? "" : " <strong>Not everything was analysed.</strong>");
    if (analysis->finding_count != 0 && !html->is_site)
        add_keys(html);
    text_add(html->out, "</header>\n<main>\n");
}

static void add_overview(const struct html *html)
{
    const struct report *report = html->report;

    add_head(html, arena_format(report->arena, "unloadcheck: %s",
                                counted(report, report->analysis->finding_count,
                                        "finding")));
    add_intro(html);
    html_add_index(html);
    html_add_proofs(html);
}

void html_add(const struct report *report, struct text *out)
{
    struct html html = { report, out, false, html_draw(report) };

    add_overview(&html);
    for (size_t i = 0; i < report->analysis->finding_count; i++)
        html_add_path(&html, i);
    add_foot(&html);
}

static void add_link(const struct html *html, size_t index, const char *rel,
                     const char *word)
{
    if (index >= html->report->analysis->finding_count)
        return;
    text_addf(html->out, " <a rel=\"%s\" href=\"", rel);
    html_add_target(html, index);
    text_addf(html->out, "\">%s</a>", word);
}

static void add_finding_page(const struct html *html, size_t index)
{
    const struct report *report = html->report;

    add_head(html, report_message(report, &report->analysis->findings[index]));
    text_addf(html->out,
              "<header>\n<h1>unloadcheck</h1>\n<nav><a rel=\"up\" "
              "href=\"index.html\">all findings</a> (%zu of %zu)",
              index + 1, report->analysis->finding_count);
    add_link(html, index - 1, "prev", "the one before");
    add_link(html, index + 1, "next", "the next one");
    text_add(html->out, "</nav>\n");
    add_keys(html);
    text_add(html->out, "</header>\n<main>\n");
    html_add_path(html, index);
    add_foot(html);
}

static bool write_page(const struct report *report, const char *folder,
                       const char *name, const struct text *page,
                       struct fail *fail)
{
    return file_write(path_join(report->arena, folder, name), text_str(page),
                      page->length, fail);
}

void html_write(const struct report *report, const char *folder,
                struct fail *fail)
{
    const struct html_pictures *pictures = html_draw(report);
    size_t count = report->analysis->finding_count;
    struct text index = text_make(report->arena);
    struct html html = { report, &index, true, pictures };

    if (!file_make_directory(folder)) {
        fail_add(fail, (struct fail_place){ .file = folder },
                 "cannot make this folder");
        return;
    }
    add_overview(&html);
    add_foot(&html);
    if (!write_page(report, folder, "index.html", &index, fail))
        return;
    for (size_t i = 0; i < count; i++) {
        struct text page = text_make(report->arena);
        html.out = &page;
        add_finding_page(&html, i);
        if (!write_page(report, folder, page_name(report, i), &page, fail))
            return;
    }
}
