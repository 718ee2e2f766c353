/* sarif_fix.c - what may be done about a result, or was said about it. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "fix/fix.h"
#include "report/json_parts.h"
#include "report/sarif_priv.h"
#include "report/source.h"

/* Lines and columns, as all readers know them. */
static json_t *deleted(const struct report *report, const char *file,
                       const struct edit *edit)
{
    struct place start, end;
    json_t *region = json_object();

    if (!sources_place(report->sources, file, edit->offset, &start) ||
        !sources_place(report->sources, file, edit->offset + edit->length,
                       &end))
        return region;
    json_put_count(region, "startLine", start.line);
    json_put_count(region, "startColumn", report_utf16_column(report, start));
    json_put_count(region, "endLine", end.line);
    json_put_count(region, "endColumn", report_utf16_column(report, end));
    return region;
}

static json_t *replacements(const struct report *report, const struct fix *fix)
{
    json_t *list = json_array();

    for (size_t i = 0; i < fix->edit_count; i++)
        json_push(list, json_pack("{s:o, s:o}", "deletedRegion",
                                  deleted(report, fix->file, &fix->edits[i]),
                                  "insertedContent",
                                  sarif_message(fix->edits[i].text)));
    return list;
}

json_t *sarif_fixes(const struct report *report, const struct finding *finding)
{
    const struct fix *fix = finding->fix;

    if (!fix)
        return NULL;
    return json_pack("[{s:o, s:[{s:o, s:o}]}]", "description",
                     sarif_message(fix->title), "artifactChanges",
                     "artifactLocation", sarif_artifact(report, fix->file),
                     "replacements", replacements(report, fix));
}

json_t *sarif_suppressions(const struct report *report,
                           const struct finding *finding)
{
    const struct suppression *suppression = finding->suppression;
    json_t *item;

    if (!suppression)
        return NULL;
    item =
        json_pack("{s:s, s:s, s:o}", "kind", "inSource", "status", "accepted",
                  "justification", json_text(suppression->reason));
    json_put(item, "location", sarif_location(report, suppression->place));
    return json_pack("[o]", item);
}
