/* annotations.c - three services, three ways to escape a text.
 *
 * An annotation has no room for a story. What it says is the headline; where
 * an event is at another place, the story is to be read in another form.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "report/annotations.h"

#include "report/report.h"
#include "rules/rules.h"
#include "support/arena.h"
#include "support/text.h"
#include "support/utf8.h"

#include <string.h>

enum { GITHUB_SHOWS = 10 };

/* One thing to be told: a finding, or something that was given up. */
struct remark {
    struct place place;
    enum severity severity;
    const char *rule;
    const char *text;
};

static struct remark remark_of(const struct report *report, size_t index)
{
    const struct analysis *analysis = report->analysis;
    const struct finding *finding = &analysis->findings[index];
    const struct limit *limit;

    if (index < analysis->finding_count)
        return (struct remark){ finding->place, finding->severity,
                                finding->rule->id,
                                report_message(report, finding) };
    limit = &analysis->limits[index - analysis->finding_count];
    return (struct remark){ limit->place, SEVERITY_WARNING, "gave-up",
                            arena_format(report->arena, "analysis gave up: %s",
                                         limit->text) };
}

static size_t remark_count(const struct report *report)
{
    return report->analysis->finding_count + report->analysis->limit_count;
}

static const char *clean(const struct report *report, const char *string)
{
    struct text out = text_make(report->arena);

    utf8_add(string, strlen(string), &out);
    return text_str(&out);
}

static const char *file_of(const struct report *report, struct place place)
{
    return place.file ? clean(report, report_path(report, place.file)) : "";
}

void annotations_add_msvc(const struct report *report, struct text *out)
{
    for (size_t i = 0; i < remark_count(report); i++) {
        struct remark remark = remark_of(report, i);

        if (remark.place.file)
            text_addf(out, "%s(%u,%u): ", clean(report, remark.place.file),
                      remark.place.line, remark.place.column);
        else
            text_add(out, "unloadcheck : ");
        text_addf(out, "%s %s: %s\n", report_severity(remark.severity),
                  remark.rule, clean(report, remark.text));
    }
}

/* Each character of `marks` becomes `sign` and two hexadecimal digits. */
static const char *escaped(struct arena *arena, const char *string,
                           const char *marks, const char *sign)
{
    struct text out = text_make(arena);

    for (; *string != '\0'; string++)
        if (strchr(marks, *string))
            text_addf(&out, "%s%02X", sign, (unsigned char)*string);
        else
            text_add_char(&out, *string);
    return text_str(&out);
}

static void add_github(const struct report *report, const struct remark *remark,
                       struct text *out)
{
    static const char *const commands[] = {
        [SEVERITY_NOTE] = "notice",
        [SEVERITY_WARNING] = "warning",
        [SEVERITY_ERROR] = "error",
    };
    const char *file = file_of(report, remark->place);

    text_addf(out, "::%s ", commands[remark->severity]);
    if (*file != '\0')
        text_addf(out, "file=%s,line=%u,col=%u,",
                  escaped(report->arena, file, "%\r\n:,", "%"),
                  remark->place.line,
                  report_utf16_column(report, remark->place));
    text_addf(
        out, "title=%s::%s\n",
        escaped(report->arena, remark->rule, "%\r\n:,", "%"),
        escaped(report->arena, clean(report, remark->text), "%\r\n", "%"));
}

static void add_plain(const struct report *report, const struct remark *remark,
                      struct text *out)
{
    const char *file = file_of(report, remark->place);

    text_addf(out, "%s:%u:%u: %s: %s [%s]\n", *file ? file : "unloadcheck",
              remark->place.line, remark->place.column,
              report_severity(remark->severity), clean(report, remark->text),
              remark->rule);
}

void annotations_add_github(const struct report *report, struct text *out)
{
    size_t shown[SEVERITY_ERROR + 1] = { 0 };
    size_t plain = 0;

    for (size_t i = 0; i < remark_count(report); i++) {
        struct remark remark = remark_of(report, i);
        /* One notice is kept for the last line. */
        size_t most =
            remark.severity == SEVERITY_NOTE ? GITHUB_SHOWS - 1 : GITHUB_SHOWS;
        if (shown[remark.severity]++ < most) {
            add_github(report, &remark, out);
            continue;
        }
        add_plain(report, &remark, out);
        plain++;
    }
    if (plain != 0)
        text_addf(out,
                  "::notice title=unloadcheck::%zu findings; %zu of them are "
                  "only in the log of this step\n",
                  remark_count(report), plain);
}

static const char *azure_text(const struct report *report, const char *string)
{
    const char *percent = escaped(report->arena, string, "%", "%AZP");

    return escaped(report->arena, percent, "\r\n;]", "%");
}

static void add_azure(const struct report *report, const struct remark *remark,
                      struct text *out)
{
    const char *file = file_of(report, remark->place);

    text_addf(out, "##vso[task.logissue type=%s;",
              remark->severity == SEVERITY_ERROR ? "error" : "warning");
    if (*file != '\0')
        text_addf(out, "sourcepath=%s;linenumber=%u;columnnumber=%u;",
                  azure_text(report, file), remark->place.line,
                  report_utf16_column(report, remark->place));
    text_addf(out, "code=%s;]%s\n", azure_text(report, remark->rule),
              azure_text(report, clean(report, remark->text)));
}

void annotations_add_azure(const struct report *report, struct text *out)
{
    for (size_t i = 0; i < remark_count(report); i++) {
        struct remark remark = remark_of(report, i);
        add_azure(report, &remark, out);
    }
}
