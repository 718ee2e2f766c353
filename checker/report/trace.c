/* trace.c - the "complete events" of the Trace Event Format, in microseconds.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "report/trace.h"

#include "report/json_parts.h"

enum { NANOSECONDS = 1000 /* in a microsecond */ };

static json_t *event_of(const struct trace_span *span)
{
    json_t *event = json_object();
    json_t *arguments = json_object();

    json_put_text(event, "name", span->which ? span->which : span->what);
    json_put_text(event, "cat", span->what);
    json_put_text(event, "ph", "X");
    json_put(event, "ts",
             json_integer((json_int_t)(span->begin / NANOSECONDS)));
    json_put(event, "dur",
             json_integer((json_int_t)(span->duration / NANOSECONDS)));
    json_put(event, "pid", json_integer(1));
    json_put(event, "tid", json_integer(span->thread));
    json_put_text(arguments, "phase", span->what);
    json_put(event, "args", arguments);
    return event;
}

void trace_add(const struct trace_span *spans, size_t count, struct text *out)
{
    json_t *events = json_array();

    for (size_t i = 0; i < count; i++)
        json_push(events, event_of(&spans[i]));
    json_finish(
        json_pack("{s:o, s:s}", "traceEvents", events, "displayTimeUnit", "ms"),
        out);
}
