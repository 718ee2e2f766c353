/* captures.h - the units of all files of a run, as the bytes of unit files.
 *
 * A file that is part of several images, and compiled the same way in each, is
 * captured once. Each capture has memory and names of its own, so that they can
 * be done at the same time, and ends in bytes: what several threads did is put
 * together by one, in the order of the images, and nothing depends on who was
 * first.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_DRIVER_CAPTURES_H
#define UNLOADCHECK_DRIVER_CAPTURES_H

#include "ir/unit_file.h"
#include "support/digest.h"
#include "support/file_map.h"

struct capture_options;
struct capture_text;
struct captures;
struct dependencies;
struct images;
struct input;
struct options;
struct reads;
struct roster_unit;
struct run;
struct run_cache;
struct strings;
struct text;
struct unit;

/* The folder of the built-in headers; NULL, and why, if it is not there. */
const char *captures_headers(struct run *run, const struct options *options);

/* What the unit of an input is called by, interned: two with the same name have
 * the same unit. */
const char *captures_name(struct strings *strings, const struct input *input);

/* Captures one file, without a cache: adds the bytes of its unit file, which is
 * there whatever the file is. Several threads may do so at a time. */
void captures_capture(const struct input *input,
                      const struct capture_options *how, struct text *bytes);

/* Captures the files of all images that are not units already. NULL, and why
 * is told to run->fail, if that cannot be done at all. What was captured before
 * is in `cache`, which may be NULL. */
struct captures *captures_make(struct run *run, const struct options *options,
                               const struct run_cache *cache,
                               const struct images *images);
void captures_close(struct captures *captures);

/* How many files were parsed, and how many were there from an earlier run. */
void captures_count(const struct captures *captures, size_t *parsed,
                    size_t *kept);

/* The unit of an input, in run->arena; of one that is text, all of it. What was
 * said when it was captured is told to run->fail. NULL if there is none: that
 * is told, too. */
struct unit *captures_unit(const struct captures *captures, struct run *run,
                           const struct input *input,
                           enum unit_file_extent extent);

/* The same for an input that is read with other files than there are; it is
 * captured anew, and nothing of it is kept. */
struct unit *captures_edited(const struct captures *captures, struct run *run,
                             const struct input *input,
                             const struct capture_text *texts, size_t count);

/* Of the bytes of its unit file: who has the same has the same unit. */
struct digest captures_digest(const struct captures *captures,
                              const struct input *input);

/* The key that those have in the cache, where there is one. */
struct digest captures_key(const struct captures *captures,
                           const struct input *input);

/* The number of its unit among those that are different, from 0. */
size_t captures_number(const struct captures *captures,
                       const struct input *input);

/* What the unit is in the cache, and what it depends on; NULL where that is not
 * known. For a unit that was not known before the run (driver/roster.h). */
const struct dependencies *captures_made(const struct captures *captures,
                                         const struct input *input,
                                         struct roster_unit *unit);

/* The bytes of its unit file, and what was read for it, as long as `captures`
 * is open. Only without a cache is all that was read known. */
void captures_result(const struct captures *captures, const struct input *input,
                     struct file_map *bytes, const struct reads **reads);

#endif
