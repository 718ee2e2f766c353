/* sarif_place.c - places as SARIF has them.
 *
 * A path is a URI: whatever else than letters, digits and a few marks is
 * escaped. What is below the root of the repository is relative to a base that
 * the reader knows, so that no folder of this machine is named.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "report/json_parts.h"
#include "report/sarif_priv.h"
#include "report/source.h"
#include "support/arena.h"
#include "support/path.h"
#include "support/text.h"

#include <ctype.h>
#include <string.h>

json_t *sarif_message(const char *text)
{
    json_t *message = json_object();

    json_put(message, "text", json_text(text));
    return message;
}

static const char *uri_of(const struct report *report, const char *path)
{
    struct text uri = text_make(report->arena);

    if (path_is_absolute(path))
        text_add(&uri, *path == '/' ? "file://" : "file:///");
    for (; *path != '\0'; path++)
        if (isalnum((unsigned char)*path) || strchr("-._~/", *path))
            text_add_char(&uri, *path);
        else
            text_addf(&uri, "%%%02X", (unsigned char)*path);
    return text_str(&uri);
}

json_t *sarif_artifact(const struct report *report, const char *file)
{
    const char *path = report_path(report, file);
    json_t *location = json_object();

    json_put(location, "uri", json_text(uri_of(report, path)));
    if (!path_is_absolute(path) && strncmp(path, "../", 3) != 0)
        json_put(location, "uriBaseId", json_string("SRCROOT"));
    return location;
}

/* The column behind the name or the sign at a place. */
static unsigned end_column(const struct source_line *line, struct place place)
{
    size_t at = place.column - 1;

    if (at >= line->length)
        return place.column + 1;
    while (at < line->length &&
           (isalnum((unsigned char)line->data[at]) || line->data[at] == '_'))
        at++;
    return (unsigned)at + 1 > place.column ? (unsigned)at + 1
                                           : place.column + 1;
}

static json_t *region(const struct report *report, struct place place)
{
    struct source_line line;
    json_t *region = json_object();
    struct place end = place;

    json_put_count(region, "startLine", place.line);
    if (place.column != 0)
        json_put_count(region, "startColumn",
                       report_utf16_column(report, place));
    if (!sources_line(report->sources, place.file, place.line, &line))
        return region;
    if (place.column != 0) {
        end.column = end_column(&line, place);
        json_put_count(region, "endLine", end.line);
        json_put_count(region, "endColumn", report_utf16_column(report, end));
    }
    json_put(
        region, "snippet",
        sarif_message(arena_strndup(report->arena, line.data, line.length)));
    return region;
}

json_t *sarif_location(const struct report *report, struct place place)
{
    json_t *physical;
    json_t *location;

    if (!place.file)
        return NULL;
    physical = json_object();
    json_put(physical, "artifactLocation", sarif_artifact(report, place.file));
    if (place.line != 0)
        json_put(physical, "region", region(report, place));
    location = json_object();
    json_put(location, "physicalLocation", physical);
    return location;
}

static json_t *logical_locations(const char *function)
{
    json_t *list = json_array();
    json_t *item = json_object();

    json_put(item, "fullyQualifiedName", json_text(function));
    json_put(item, "kind", json_string("function"));
    json_push(list, item);
    return list;
}

json_t *sarif_told_location(const struct report *report, struct place place,
                            const char *text, const char *function)
{
    json_t *location = sarif_location(report, place);

    if (!location)
        location = json_object();
    if (text)
        json_put(location, "message", sarif_message(text));
    if (function && *function != '\0')
        json_put(location, "logicalLocations", logical_locations(function));
    return location;
}
