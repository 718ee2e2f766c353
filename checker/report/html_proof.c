/* html_proof.c - a row for each registration; what its verdict stands on opens
 * in it. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/proof.h"
#include "report/html_priv.h"
#include "report/markup.h"
#include "report/proof_text.h"
#include "support/arena.h"
#include "support/text.h"

static void start_line(const struct html *html, const char *part,
                       struct place place)
{
    text_addf(html->out, "<li><b>%s</b> ", part);
    html_add_place(html, place);
    text_add(html->out, place.file ? ": " : "");
}

static void add_step(const struct html *html, const struct proof *proof,
                     const struct proof_step *step)
{
    struct arena *arena = html->report->arena;
    struct text *out = html->out;

    start_line(html, proof_text_part(proof, step), step->place);
    markup_add(proof_text_step(arena, step), out);
    if (step->guard_count != 0)
        text_add(out, "\n<ul>\n");
    for (size_t i = 0; i < step->guard_count; i++) {
        start_line(html, "if", step->guards[i].place);
        markup_add(step->guards[i].text, out);
        text_add(out, "</li>\n");
    }
    text_add(out, step->guard_count != 0 ? "</ul></li>\n" : "</li>\n");
}

static void add_moment(const struct html *html, const struct proof *proof,
                       const struct proof_moment *moment)
{
    start_line(html, moment->at == AT_UNLOAD_RETURN ? "unload" : "entry fails",
               moment->place);
    markup_add(proof_text_moment(html->report->arena, proof, moment),
               html->out);
    if (!moment->is_gone)
        text_add(html->out, ": <span class=\"unsafe\">not shown to be gone"
                            "</span>");
    text_add(html->out, "</li>\n");
}

static void add_reasons(const struct html *html, const struct proof *proof)
{
    text_add(html->out, "<details><summary>why</summary>\n<ul>\n");
    for (size_t i = 0; i < proof->step_count; i++)
        add_step(html, proof, &proof->steps[i]);
    for (size_t i = 0; i < proof->moment_count; i++)
        add_moment(html, proof, &proof->moments[i]);
    for (size_t i = 0; i < proof->assumption_count; i++) {
        start_line(html, "assumed", proof->assumptions[i].place);
        markup_add(proof->assumptions[i].text, html->out);
        text_add(html->out, "</li>\n");
    }
    text_add(html->out, "</ul>\n</details>");
}

static void add_proof(const struct html *html, const struct proof *proof)
{
    struct text *out = html->out;

    text_add(out, "<tr><td>");
    markup_add(proof->protocol->object, out);
    text_add(out, "</td><td>");
    markup_add(*proof->handle ? proof->handle : "-", out);
    text_add(out, "</td><td>");
    html_add_place(html, proof->made);
    text_addf(out, "</td><td><span class=\"%s\">",
              proof->is_safe ? "safe" : "unsafe");
    markup_add(proof_text_verdict(proof), out);
    text_add(out, "</span>");
    add_reasons(html, proof);
    text_add(out, "</td></tr>\n");
}

void html_add_proofs(const struct html *html)
{
    const struct analysis *analysis = html->report->analysis;
    struct text *out = html->out;

    text_add(out, "<section>\n<h2>Registrations</h2>\n");
    if (analysis->proof_count == 0) {
        text_add(out, "<p>Nothing is registered that the rules look "
                      "after.</p>\n</section>\n");
        return;
    }
    text_add(out, "<table>\n<thead><tr><th scope=\"col\">what</th>"
                  "<th scope=\"col\">kept in</th><th scope=\"col\">made at</th>"
                  "<th scope=\"col\">when the driver's code goes</th></tr>"
                  "</thead>\n<tbody>\n");
    for (size_t i = 0; i < analysis->proof_count; i++)
        add_proof(html, &analysis->proofs[i]);
    text_add(out, "</tbody>\n</table>\n</section>\n");
}
