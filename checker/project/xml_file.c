/* xml_file.c - what expat tells, as a tree.
 *
 * The text of the file is kept as one; what is inside an element is a part of
 * it.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "project/xml_file.h"

#include "support/arena.h"
#include "support/fail.h"
#include "support/file.h"
#include "support/text.h"
#include "support/vec.h"

#include <expat.h>
#include <limits.h>
#include <string.h>

enum { MAX_DEPTH = 256 };

struct xml_element {
    const char *name;
    struct vec_of(const char *) attributes; /* names and values in turn */
    unsigned line;
    const struct text *text; /* of the whole file */
    size_t start, end;       /* of what is inside */
    struct xml_element *parent, *first, *last, *next;
};

struct reading {
    struct arena *arena;
    XML_Parser parser;
    struct text *text;
    struct xml_element *root, *current;
    unsigned depth;
    const char *why; /* we do not go on, or NULL */
};

static void stop(struct reading *reading, const char *why)
{
    reading->why = why;
    XML_StopParser(reading->parser, XML_FALSE);
}

static void link_element(struct reading *reading, struct xml_element *element)
{
    struct xml_element *parent = reading->current;

    element->parent = parent;
    if (!parent)
        reading->root = element;
    else if (parent->last)
        parent->last->next = element;
    else
        parent->first = element;
    if (parent)
        parent->last = element;
    reading->current = element;
}

static void XMLCALL start(void *data, const XML_Char *name,
                          const XML_Char **attributes)
{
    struct reading *reading = data;
    struct xml_element *element = arena_new(reading->arena, struct xml_element);
    const char *colon = strrchr(name, ':');

    element->name = arena_strdup(reading->arena, colon ? colon + 1 : name);
    element->line = (unsigned)XML_GetCurrentLineNumber(reading->parser);
    element->text = reading->text;
    element->start = element->end = reading->text->length;
    for (; *attributes; attributes++)
        vec_push(reading->arena, &element->attributes,
                 arena_strdup(reading->arena, *attributes));
    link_element(reading, element);
    if (++reading->depth > MAX_DEPTH)
        stop(reading, "elements are nested too deeply");
}

static void XMLCALL end(void *data, const XML_Char *name)
{
    struct reading *reading = data;

    (void)name;
    reading->current->end = reading->text->length;
    reading->current = reading->current->parent;
    reading->depth--;
}

static void XMLCALL add(void *data, const XML_Char *bytes, int length)
{
    struct reading *reading = data;

    text_add_n(reading->text, bytes, (size_t)length);
}

/* A few lines of entities can stand for any amount of text, and no tool writes
 * any. */
static void XMLCALL refuse(void *data, const XML_Char *name, int is_parameter,
                           const XML_Char *value, int length,
                           const XML_Char *base, const XML_Char *system,
                           const XML_Char *public, const XML_Char *notation)
{
    (void)name, (void)is_parameter, (void)value, (void)length, (void)base;
    (void)system, (void)public, (void)notation;
    stop(data, "it declares entities");
}

static void parse(struct reading *reading, const struct file_text *text,
                  const char *shown, struct fail *fail)
{
    XML_Parser parser = reading->parser;
    struct fail_place place = { .file = shown };

    XML_SetUserData(parser, reading);
    XML_SetElementHandler(parser, start, end);
    XML_SetCharacterDataHandler(parser, add);
    XML_SetEntityDeclHandler(parser, refuse);
    if (XML_Parse(parser, text->data, (int)text->size, 1) == XML_STATUS_OK)
        return;
    reading->root = NULL;
    place.line = (unsigned)XML_GetCurrentLineNumber(parser);
    fail_add(fail, place, "is not XML: %s",
             reading->why ? reading->why
                          : XML_ErrorString(XML_GetErrorCode(parser)));
}

const struct xml_element *xml_file_read(struct arena *arena, const char *path,
                                        const char *shown, struct fail *fail)
{
    struct arena *scratch = arena_open();
    struct fail *own = fail_make(scratch);
    struct reading reading = { .arena = arena };
    struct file_text text;

    if (!file_read(scratch, path, own, &text) || text.size > INT_MAX) {
        fail_add(fail, (struct fail_place){ .file = shown }, "%s",
                 fail_count(own) != 0 ? fail_at(own, 0)->text : "is too large");
    } else if ((reading.parser = XML_ParserCreate(NULL)) != NULL) {
        reading.text = arena_new(arena, struct text);
        *reading.text = text_make(arena);
        parse(&reading, &text, shown, fail);
        XML_ParserFree(reading.parser);
    }
    arena_close(scratch);
    return reading.root;
}

const struct xml_element *xml_first(const struct xml_element *parent)
{
    return parent->first;
}

const struct xml_element *xml_next(const struct xml_element *element)
{
    return element->next;
}

const char *xml_name(const struct xml_element *element)
{
    return element->name;
}

bool xml_is(const struct xml_element *element, const char *name)
{
    return strcmp(element->name, name) == 0;
}

const char *xml_attribute(struct arena *arena,
                          const struct xml_element *element, const char *name)
{
    for (size_t i = 0; i < element->attributes.count; i += 2)
        if (strcmp(element->attributes.items[i], name) == 0)
            return arena_strdup(arena, element->attributes.items[i + 1]);
    return NULL;
}

const char *xml_attribute_name(const struct xml_element *element, size_t number)
{
    return 2 * number < element->attributes.count
               ? element->attributes.items[2 * number]
               : NULL;
}

const char *xml_text(struct arena *arena, const struct xml_element *element)
{
    return arena_strndup(arena, text_str(element->text) + element->start,
                         element->end - element->start);
}

unsigned xml_line(const struct xml_element *element)
{
    return element->line;
}
