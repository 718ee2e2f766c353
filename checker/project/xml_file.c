/* xml_file.c - libxml2's trees, with text in arenas. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "project/xml_file.h"

#include "support/arena.h"
#include "support/fail.h"
#include "support/file.h"

#include <ctype.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <limits.h>
#include <string.h>

static const int options = XML_PARSE_NONET | XML_PARSE_NOERROR |
                           XML_PARSE_NOWARNING | XML_PARSE_NOCDATA;

/* libxml2 ends its messages with a line end and starts them as sentences. */
static void complain(struct arena *arena, xmlParserCtxt *context,
                     const char *shown, struct fail *fail)
{
    const xmlError *error = xmlCtxtGetLastError(context);
    struct fail_place place = { .file = shown };
    char *why = arena_strdup(arena, error && error->message ? error->message
                                                            : "it is empty");

    why[strcspn(why, "\n")] = '\0';
    why[0] = (char)tolower((unsigned char)why[0]);
    if (error && error->line > 0)
        place.line = (unsigned)error->line;
    fail_add(fail, place, "is not XML: %s", why);
}

xmlDoc *xml_file_open(const char *path, const char *shown, struct fail *fail)
{
    struct arena *arena = arena_open();
    struct fail *own = fail_make(arena);
    struct file_text text;
    xmlDoc *document = NULL;

    if (!file_read(arena, path, own, &text) || text.size > INT_MAX) {
        fail_add(fail, (struct fail_place){ .file = shown }, "%s",
                 fail_count(own) != 0 ? fail_at(own, 0)->text : "is too large");
    } else {
        xmlParserCtxt *context = xmlNewParserCtxt();
        document = xmlCtxtReadMemory(context, text.data, (int)text.size, shown,
                                     NULL, options);
        if (!document || !xmlDocGetRootElement(document)) {
            complain(arena, context, shown, fail);
            xmlFreeDoc(document);
            document = NULL;
        }
        xmlFreeParserCtxt(context);
    }
    arena_close(arena);
    return document;
}

static xmlNode *element_from(xmlNode *node)
{
    while (node && node->type != XML_ELEMENT_NODE)
        node = node->next;
    return node;
}

xmlNode *xml_first(const xmlNode *parent)
{
    return element_from(parent->children);
}

xmlNode *xml_next(const xmlNode *element)
{
    return element_from(element->next);
}

bool xml_is(const xmlNode *element, const char *name)
{
    return strcmp((const char *)element->name, name) == 0;
}

static const char *taken(struct arena *arena, xmlChar *text)
{
    const char *copy = arena_strdup(arena, (const char *)text);

    xmlFree(text);
    return copy;
}

const char *xml_attribute(struct arena *arena, const xmlNode *element,
                          const char *name)
{
    xmlChar *value = xmlGetNoNsProp(element, (const xmlChar *)name);

    return value ? taken(arena, value) : NULL;
}

const char *xml_text(struct arena *arena, const xmlNode *element)
{
    xmlChar *value = xmlNodeGetContent(element);

    return value ? taken(arena, value) : "";
}

unsigned xml_line(const xmlNode *element)
{
    long line = xmlGetLineNo(element);

    return line > 0 ? (unsigned)line : 0;
}
