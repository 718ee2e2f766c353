/* report.c - what several forms say in the same way. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "report/report.h"

#include "report/source.h"
#include "support/arena.h"
#include "support/hash.h"
#include "support/path.h"
#include "support/utf8.h"

#include <inttypes.h>
#include <string.h>

const char *report_severity(enum severity severity)
{
    static const char *const names[] = {
        [SEVERITY_NOTE] = "note",
        [SEVERITY_WARNING] = "warning",
        [SEVERITY_ERROR] = "error",
    };

    return names[severity];
}

const char *report_baseline(enum baseline_state state)
{
    return state == BASELINE_NEW ? "new" : "unchanged";
}

const char *report_message(const struct report *report,
                           const struct finding *finding)
{
    if (!finding->is_possible)
        return finding->message;
    return arena_format(report->arena, "possible: %s", finding->message);
}

const char *report_path(const struct report *report, const char *file)
{
    char *path = path_join(report->arena, report->folder, file);

    for (char *at = path; *at != '\0'; at++)
        if (*at == '\\')
            *at = '/';
    path = path_normal(report->arena, path);
    if (!path_is_absolute(path) || *report->root == '\0')
        return path;
    return path_short(report->arena, path, report->root);
}

unsigned report_utf16_column(const struct report *report, struct place place)
{
    struct source_line line;
    unsigned column = 1;
    size_t at = 0;

    if (place.column == 0 ||
        !sources_line(report->sources, place.file, place.line, &line))
        return place.column;
    while (at + 1 < place.column && at < line.length) {
        uint32_t code = 0;
        size_t length = utf8_decode(line.data + at, line.length - at, &code);
        at += length ? length : 1;
        column += code > 0xffff ? 2 : 1;
    }
    return column;
}

/* The line without the blanks around it: it may be indented otherwise. */
static uint64_t line_hash(const struct report *report, struct place place)
{
    struct source_line line;
    const char *end;

    if (!place.file ||
        !sources_line(report->sources, place.file, place.line, &line))
        return 0;
    end = line.data + line.length;
    while (line.data < end && strchr(" \t", *line.data))
        line.data++;
    while (line.data < end && strchr(" \t", end[-1]))
        end--;
    return hash_bytes(line.data, (size_t)(end - line.data));
}

static uint64_t hash_in(const struct report *report, const char *file,
                        const struct finding *finding)
{
    uint64_t hash = hash_string(finding->rule->id);

    hash = hash_mix(hash, hash_string(file));
    hash =
        hash_mix(hash, hash_string(finding->function ? finding->function : ""));
    hash = hash_mix(hash, hash_string(finding->message));
    return hash_mix(hash, line_hash(report, finding->place));
}

static uint64_t finding_hash(const struct report *report,
                             const struct finding *finding)
{
    return hash_in(
        report,
        finding->place.file ? report_path(report, finding->place.file) : "",
        finding);
}

const char *report_fingerprint(const struct report *report,
                               const struct finding *finding)
{
    uint64_t hash = finding_hash(report, finding);
    uint64_t twins = 0;

    for (const struct finding *at = report->analysis->findings; at < finding;
         at++)
        if (at->rule == finding->rule &&
            strcmp(at->message, finding->message) == 0)
            twins += finding_hash(report, at) == hash;
    if (twins != 0)
        hash = hash_mix(hash, twins);
    return arena_format(report->arena, "%016" PRIx64, hash);
}

const char *report_content_fingerprint(const struct report *report,
                                       const struct finding *finding)
{
    return arena_format(report->arena, "%016" PRIx64,
                        hash_in(report, "", finding));
}
