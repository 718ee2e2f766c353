/* uri.h - files as editors name them: file:///home/x/a%20b.c
 *
 * Editors spell one file in several ways (file:///c%3A/x.c, file:///C:/x.c), so
 * URIs are never compared: paths are. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_EDITOR_URI_H
#define UNLOADCHECK_EDITOR_URI_H

struct arena;

/* The normal, absolute path; the letter of a drive in upper case. NULL if it is
 * not the URI of a file. A host (file://host/x) gives //host/x. */
char *uri_path(struct arena *arena, const char *uri);

/* The URI of an absolute path. */
char *uri_of(struct arena *arena, const char *path);

#endif
