/* complaints.h - what the parser still has against a file in the end. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_FRONTEND_COMPLAINTS_H
#define UNLOADCHECK_FRONTEND_COMPLAINTS_H

struct fail;
struct source;

/* An error if code was lost because it could not be parsed; a note if some of
 * it is only not understood. */
void complaints_tell(struct source *source, const char *path,
                     struct fail *fail);

#endif
