/* form.c - one row for each form. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "report/form.h"

#include "report/annotations.h"
#include "report/html.h"
#include "report/json.h"
#include "report/junit.h"
#include "report/print.h"
#include "report/proof_table.h"
#include "report/report.h"
#include "report/review.h"
#include "report/sarif.h"
#include "report/summary.h"

#include <string.h>

static void add_print(const struct report *report, bool is_brief,
                      struct text *out)
{
    struct print_options how = { report->color, is_brief };

    print_analysis(report->analysis, &how, out);
    if (report->proof)
        proof_table_add(report->analysis, is_brief, out);
}

static void add_text(const struct report *report, struct text *out)
{
    add_print(report, false, out);
}

static void add_brief(const struct report *report, struct text *out)
{
    add_print(report, true, out);
}

static const struct form forms[] = {
    { "text", false, true, add_text, NULL },
    { "brief", false, true, add_brief, NULL },
    { "markdown", false, false, summary_add, NULL },
    { "html", false, false, html_add, html_write },
    { "sarif", true, false, sarif_add, NULL },
    { "json", true, false, json_add, NULL },
    { "junit", false, false, junit_add, NULL },
    { "github", false, false, annotations_add_github, NULL },
    { "gitlab", false, false, review_add_gitlab, NULL },
    { "azure", false, false, annotations_add_azure, NULL },
    { "rdjson", false, false, review_add_rdjson, NULL },
    { "msvc", false, false, annotations_add_msvc, NULL },
};

enum { FORM_COUNT = sizeof(forms) / sizeof(forms[0]) };

const struct form *form_find(const char *name)
{
    for (size_t i = 0; i < FORM_COUNT; i++)
        if (strcmp(forms[i].name, name) == 0)
            return &forms[i];
    return NULL;
}

const struct form *form_default(void)
{
    return &forms[0];
}

const struct form *form_at(size_t index)
{
    return index < FORM_COUNT ? &forms[index] : NULL;
}
