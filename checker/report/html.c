/* html.c - the page around the paths: its head, the tables, its style and
 * script, which the build takes from page.css and page.js. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "report/html.h"

#include "report/html_page.h"
#include "report/html_priv.h"
#include "report/markup.h"
#include "rules/rules.h"
#include "support/fail.h"
#include "support/text.h"

void html_add_place(const struct report *report, struct place place,
                    struct text *out)
{
    if (!place.file)
        return;
    markup_add(report_path(report, place.file), out);
    if (place.line != 0)
        text_addf(out, ":%u", place.line);
    if (place.line != 0 && place.column != 0)
        text_addf(out, ":%u", place.column);
}

static void add_head(const struct report *report, struct text *out)
{
    size_t count = report->analysis->finding_count;

    text_addf(out,
              "<!doctype html>\n<html lang=\"en\">\n<head>\n"
              "<meta charset=\"utf-8\">\n"
              "<meta name=\"viewport\" content=\"width=device-width\">\n"
              "<meta name=\"color-scheme\" content=\"light dark\">\n"
              "<link rel=\"icon\" href=\"data:,\">\n"
              "<title>unloadcheck: %zu finding%s</title>\n<style>\n%s"
              "</style>\n</head>\n<body>\n",
              count, count == 1 ? "" : "s", html_page_css);
}

static void add_intro(const struct report *report, struct text *out)
{
    const struct analysis *analysis = report->analysis;
    bool is_whole = analysis->limit_count == 0 && !fail_any(report->trouble);

    text_addf(out,
              "<header>\n<h1>unloadcheck</h1>\n<p>%zu finding%s in a driver "
              "with %zu place%s where something is registered.%s</p>\n",
              analysis->finding_count, analysis->finding_count == 1 ? "" : "s",
              analysis->proof_count, analysis->proof_count == 1 ? "" : "s",
              is_whole ? "" : " <strong>Not everything was analysed.</strong>");
    if (analysis->finding_count != 0)
        text_add(out, "<p class=\"keys\">Keys: <kbd>j</kbd> and <kbd>k</kbd> "
                      "walk a path, <kbd>n</kbd> and <kbd>p</kbd> go to the "
                      "next finding and back.</p>\n");
    text_add(out, "</header>\n<main>\n");
}

static void add_findings(const struct report *report, struct text *out)
{
    const struct analysis *analysis = report->analysis;

    if (analysis->finding_count == 0)
        return;
    text_add(out, "<section>\n<h2>Findings</h2>\n<table>\n<thead><tr>"
                  "<th scope=\"col\">severity</th><th scope=\"col\">what</th>"
                  "<th scope=\"col\">where</th><th scope=\"col\">rule</th>"
                  "</tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < analysis->finding_count; i++) {
        const struct finding *finding = &analysis->findings[i];
        const char *severity = report_severity(finding->severity);
        text_addf(out,
                  "<tr><td class=\"%s\">%s</td><td><a href=\"#finding-%zu\">",
                  severity, severity, i + 1);
        markup_add(report_message(report, finding), out);
        text_add(out, "</a></td><td>");
        html_add_place(report, finding->place, out);
        text_add(out, "</td><td>");
        markup_add(finding->rule->id, out);
        text_add(out, "</td></tr>\n");
    }
    text_add(out, "</tbody>\n</table>\n</section>\n");
}

static void add_proof(const struct report *report, const struct proof *proof,
                      struct text *out)
{
    text_add(out, "<tr><td>");
    markup_add(proof->protocol->object, out);
    text_add(out, "</td><td>");
    markup_add(*proof->handle ? proof->handle : "-", out);
    text_add(out, "</td><td>");
    html_add_place(report, proof->made, out);
    text_addf(out, "</td><td class=\"%s\">%s</td></tr>\n",
              proof->is_safe ? "safe" : "unsafe",
              proof->is_safe ? "gone in every run" : "not shown to be gone");
}

static void add_proofs(const struct report *report, struct text *out)
{
    const struct analysis *analysis = report->analysis;

    text_add(out, "<section>\n<h2>Registrations</h2>\n");
    if (analysis->proof_count == 0) {
        text_add(out, "<p>Nothing is registered.</p>\n</section>\n");
        return;
    }
    text_add(out, "<table>\n<thead><tr><th scope=\"col\">what</th>"
                  "<th scope=\"col\">kept in</th><th scope=\"col\">made at</th>"
                  "<th scope=\"col\">when the driver's code goes</th></tr>"
                  "</thead>\n<tbody>\n");
    for (size_t i = 0; i < analysis->proof_count; i++)
        add_proof(report, &analysis->proofs[i], out);
    text_add(out, "</tbody>\n</table>\n</section>\n");
}

static void add_remark(const struct report *report, struct place place,
                       const char *text, struct text *out)
{
    text_add(out, "<li>");
    html_add_place(report, place, out);
    text_add(out, place.file ? ": " : "");
    markup_add(text, out);
    text_add(out, "</li>\n");
}

/* What the analysis gave up on, and what was wrong with the input. */
static void add_remarks(const struct report *report, struct text *out)
{
    const struct analysis *analysis = report->analysis;

    if (analysis->limit_count + fail_count(report->trouble) == 0)
        return;
    text_add(out, "<section>\n<h2>What to know about the analysis</h2>\n"
                  "<ul>\n");
    for (size_t i = 0; i < analysis->limit_count; i++)
        add_remark(report, analysis->limits[i].place, analysis->limits[i].text,
                   out);
    for (size_t i = 0; i < fail_count(report->trouble); i++) {
        const struct fail_message *message = fail_at(report->trouble, i);
        struct place place = { message->place.file, message->place.line,
                               message->place.column };
        add_remark(report, place, message->text, out);
    }
    text_add(out, "</ul>\n</section>\n");
}

void html_add(const struct report *report, struct text *out)
{
    add_head(report, out);
    add_intro(report, out);
    add_findings(report, out);
    add_proofs(report, out);
    add_remarks(report, out);
    for (size_t i = 0; i < report->analysis->finding_count; i++)
        html_add_path(report, i, out);
    text_addf(out, "</main>\n<script>\n%s</script>\n</body>\n</html>\n",
              html_page_js);
}
