/* xml_file.h - an XML file of a project, and questions about its elements.
 *
 * libxml2 reads it: no entity is taken from elsewhere, no network is asked.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_PROJECT_XML_FILE_H
#define UNLOADCHECK_PROJECT_XML_FILE_H

#include <libxml/tree.h>
#include <stdbool.h>

struct arena;
struct fail;

/* The document, to be freed with xmlFreeDoc; NULL, and why, if it cannot be
 * read. Messages call it `shown`. */
xmlDoc *xml_file_open(const char *path, const char *shown, struct fail *fail);

/* The first element among the children, and the next one after an element. */
xmlNode *xml_first(const xmlNode *parent);
xmlNode *xml_next(const xmlNode *element);

bool xml_is(const xmlNode *element, const char *name);

/* NULL if there is no such attribute. */
const char *xml_attribute(struct arena *arena, const xmlNode *element,
                          const char *name);

/* All text inside. */
const char *xml_text(struct arena *arena, const xmlNode *element);

unsigned xml_line(const xmlNode *element);

#endif
