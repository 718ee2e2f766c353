/* trace.h - spans of time, as Chrome's tracing, Perfetto and the likes read
 * them. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_REPORT_TRACE_H
#define UNLOADCHECK_REPORT_TRACE_H

#include <stddef.h>
#include <stdint.h>

struct text;

struct trace_span {
    const char *what;
    const char *which; /* file or image, or NULL */
    uint64_t begin;    /* in nanoseconds since the start */
    uint64_t duration; /* in nanoseconds */
    unsigned thread;   /* from 1 */
};

void trace_add(const struct trace_span *spans, size_t count, struct text *out);

#endif
