/* xml_file.h - an XML file of a project, as a tree of its elements.
 *
 * Expat reads it. It may be in UTF-8, UTF-16, Latin-1 or ASCII, and declares no
 * entities.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_PROJECT_XML_FILE_H
#define UNLOADCHECK_PROJECT_XML_FILE_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct fail;
struct xml_element;

/* The root element, in `arena` as all below it; NULL, and why, if the file
 * cannot be read. Messages call it `shown`. */
const struct xml_element *xml_file_read(struct arena *arena, const char *path,
                                        const char *shown, struct fail *fail);

/* The first element among the children, and the next one after an element. */
const struct xml_element *xml_first(const struct xml_element *parent);
const struct xml_element *xml_next(const struct xml_element *element);

/* By its name without what says whose name it is. */
bool xml_is(const struct xml_element *element, const char *name);
const char *xml_name(const struct xml_element *element);

/* A copy; NULL if there is no such attribute. */
const char *xml_attribute(struct arena *arena,
                          const struct xml_element *element, const char *name);

/* The name of its attribute with that number, from 0; NULL behind the last. */
const char *xml_attribute_name(const struct xml_element *element,
                               size_t number);

/* All text inside, a copy. */
const char *xml_text(struct arena *arena, const struct xml_element *element);

/* Where it begins. */
unsigned xml_line(const struct xml_element *element);

#endif
