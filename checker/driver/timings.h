/* timings.h - how long each part of a run takes, for who asks.
 *
 * Times differ from run to run, so they go to a file of their own and never
 * into a report. Several threads may note spans at a time.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_DRIVER_TIMINGS_H
#define UNLOADCHECK_DRIVER_TIMINGS_H

#include <stdint.h>

struct arena;
struct fail;
struct timings;

/* Closed by timings_close. */
struct timings *timings_open(struct arena *arena);
void timings_close(struct timings *timings);

/* Now, to be given to timings_end. Here and there `timings` may be NULL: then
 * nothing is noted. */
uint64_t timings_begin(const struct timings *timings);

/* What began then has ended: `what` it is ("capture"), and of which file or
 * image, or NULL. Both are copied. */
void timings_end(struct timings *timings, uint64_t begin, const char *what,
                 const char *which);

/* Writes all spans in the format of Chrome's tracing, which Perfetto and others
 * read too. */
void timings_write(const struct timings *timings, const char *path,
                   struct fail *fail);

#endif
