/* text_file.h - files that the tools of a build have written.
 *
 * They are UTF-16 or UTF-8, with or without a mark in front, or of the code
 * page of some machine; here they are UTF-8. Line ends are left as they are.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_PROJECT_TEXT_FILE_H
#define UNLOADCHECK_PROJECT_TEXT_FILE_H

#include "support/file.h"

/* The file as UTF-8, without a mark. What has no mark and is not UTF-8 is
 * taken for Latin-1. False, and why, if it cannot be read. */
bool text_file_read(struct arena *arena, const char *path, struct fail *fail,
                    struct file_text *text);

/* The next line without its end, or NULL; `rest` starts as text->data. */
const char *text_file_line(struct arena *arena, const char **rest);

#endif
