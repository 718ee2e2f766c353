/* markup.c - five characters mean something else in markup. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "report/markup.h"

#include "support/text.h"
#include "support/utf8.h"

#include <string.h>

static const char *entity(char character)
{
    switch (character) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\'': return "&#39;";
    case '\n': return "\n";
    default: return NULL;
    }
}

void markup_add_n(const char *data, size_t size, struct text *out)
{
    size_t start = 0;

    for (size_t at = 0; at < size; at++) {
        const char *instead = entity(data[at]);
        if (!instead)
            continue;
        utf8_add(data + start, at - start, out);
        text_add(out, instead);
        start = at + 1;
    }
    utf8_add(data + start, size - start, out);
}

void markup_add(const char *string, struct text *out)
{
    markup_add_n(string, strlen(string), out);
}
