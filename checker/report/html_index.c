/* html_index.c - all findings in one table, then the same by what they have in
 * common. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "report/html_priv.h"
#include "report/markup.h"
#include "rules/rules.h"
#include "support/arena.h"
#include "support/fail.h"
#include "support/text.h"
#include "support/vec.h"

#include <stdlib.h>
#include <string.h>

struct names vec_of(const char *);

/* How findings are told apart: finding number `index` has `count` names. */
struct grouping {
    const char *title;
    struct names (*names)(const struct html *html, const struct finding *);
};

static struct names by_driver(const struct html *html,
                              const struct finding *finding)
{
    struct names names = { NULL, 0, 0 };

    for (size_t i = 0; i < finding->image_count; i++)
        vec_push(html->report->arena, &names, finding->images[i]);
    return names;
}

static struct names by_rule(const struct html *html,
                            const struct finding *finding)
{
    struct names names = { NULL, 0, 0 };

    vec_push(html->report->arena, &names, finding->rule->id);
    return names;
}

static struct names by_file(const struct html *html,
                            const struct finding *finding)
{
    struct names names = { NULL, 0, 0 };

    if (finding->place.file)
        vec_push(html->report->arena, &names,
                 report_path(html->report, finding->place.file));
    return names;
}

static bool has_name(const struct names *names, const char *name)
{
    for (size_t i = 0; i < names->count; i++)
        if (strcmp(names->items[i], name) == 0)
            return true;
    return false;
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static struct names all_names(const struct html *html,
                              const struct grouping *grouping)
{
    const struct analysis *analysis = html->report->analysis;
    struct names all = { NULL, 0, 0 };

    for (size_t i = 0; i < analysis->finding_count; i++) {
        struct names own = grouping->names(html, &analysis->findings[i]);
        for (size_t k = 0; k < own.count; k++)
            if (!has_name(&all, own.items[k]))
                vec_push(html->report->arena, &all, own.items[k]);
    }
    if (all.count > 1)
        qsort(all.items, all.count, sizeof(*all.items), compare_names);
    return all;
}

static void add_link(const struct html *html, size_t index)
{
    const struct finding *finding = &html->report->analysis->findings[index];

    text_add(html->out, "<a href=\"");
    html_add_target(html, index);
    text_add(html->out, "\">");
    markup_add(report_message(html->report, finding), html->out);
    text_add(html->out, "</a>");
}

static void add_group(const struct html *html, const struct grouping *grouping,
                      const char *name)
{
    const struct analysis *analysis = html->report->analysis;
    struct text list = text_make(html->report->arena);
    struct html inside = *html;
    size_t count = 0;

    inside.out = &list;
    for (size_t i = 0; i < analysis->finding_count; i++) {
        struct names own = grouping->names(html, &analysis->findings[i]);
        if (!has_name(&own, name))
            continue;
        text_add(&list, "<li>");
        add_link(&inside, i);
        text_add(&list, ", ");
        html_add_place(&inside, analysis->findings[i].place);
        text_add(&list, "</li>\n");
        count++;
    }
    text_add(html->out, "<details><summary>");
    markup_add(name, html->out);
    text_addf(html->out, " (%zu)</summary>\n<ul>\n%s</ul>\n</details>\n", count,
              text_str(&list));
}

/* One group tells no more than the table. */
static void add_grouping(const struct html *html,
                         const struct grouping *grouping)
{
    struct names names = all_names(html, grouping);

    if (names.count < 2)
        return;
    text_addf(html->out, "<h3>%s</h3>\n", grouping->title);
    for (size_t i = 0; i < names.count; i++)
        add_group(html, grouping, names.items[i]);
}

static void add_row(const struct html *html, size_t index)
{
    const struct finding *finding = &html->report->analysis->findings[index];
    const char *severity = report_severity(finding->severity);
    struct text *out = html->out;

    text_addf(out, "<tr><td class=\"%s\">%s</td><td>", severity, severity);
    add_link(html, index);
    text_add(out, "</td><td>");
    html_add_place(html, finding->place);
    text_add(out, "</td><td>");
    markup_add(finding->rule->id, out);
    text_add(out, "</td></tr>\n");
}

static void add_findings(const struct html *html)
{
    static const struct grouping groupings[] = { { "By driver", by_driver },
                                                 { "By rule", by_rule },
                                                 { "By file", by_file } };
    size_t count = html->report->analysis->finding_count;

    if (count == 0)
        return;
    text_add(html->out,
             "<section>\n<h2>Findings</h2>\n<table>\n<thead><tr>"
             "<th scope=\"col\">severity</th><th scope=\"col\">what</th>"
             "<th scope=\"col\">where</th><th scope=\"col\">rule</th>"
             "</tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < count; i++)
        add_row(html, i);
    text_add(html->out, "</tbody>\n</table>\n");
    for (size_t i = 0; i < sizeof(groupings) / sizeof(*groupings); i++)
        add_grouping(html, &groupings[i]);
    text_add(html->out, "</section>\n");
}

static void add_remark(const struct html *html, struct place place,
                       const char *text)
{
    text_add(html->out, "<li>");
    html_add_place(html, place);
    text_add(html->out, place.file ? ": " : "");
    markup_add(text, html->out);
    text_add(html->out, "</li>\n");
}

/* What the analysis gave up on, and what was wrong with the input. */
static void add_remarks(const struct html *html)
{
    const struct report *report = html->report;
    const struct analysis *analysis = report->analysis;

    if (analysis->limit_count + fail_count(report->trouble) == 0)
        return;
    text_add(html->out,
             "<section>\n<h2>What to know about the analysis</h2>\n<ul>\n");
    for (size_t i = 0; i < analysis->limit_count; i++)
        add_remark(html, analysis->limits[i].place, analysis->limits[i].text);
    for (size_t i = 0; i < fail_count(report->trouble); i++) {
        const struct fail_message *message = fail_at(report->trouble, i);
        struct place place = place_from_fail(message->place);
        add_remark(html, place, message->text);
    }
    text_add(html->out, "</ul>\n</section>\n");
}

void html_add_index(const struct html *html)
{
    add_findings(html);
    add_remarks(html);
}
