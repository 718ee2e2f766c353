/* vicinity.h - what stands around a name in a file's text.
 *
 * Of a name that is declared nowhere, the text around it is all there is to
 * tell what it could be.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_FRONTEND_VICINITY_H
#define UNLOADCHECK_FRONTEND_VICINITY_H

#include "frontend/libclang.h"

#include <stdbool.h>
#include <stddef.h>

struct vicinity {
    const char *data; /* of the whole file; NULL if there is none */
    size_t size;
    size_t start; /* of the name */
    size_t end;
};

/* A word or one other character of the text. */
struct bit {
    const char *text;
    size_t length; /* 0 at the end of the file */
    size_t start;
    size_t end;
};

/* Of the text that was read; of the use of the macro that it came from. */
struct vicinity vicinity_of(CXTranslationUnit unit, CXSourceLocation location);
struct vicinity vicinity_of_use(CXTranslationUnit unit,
                                CXSourceLocation location);

/* The first bit from `at` on; the last one that ends before `at`. */
struct bit bit_after(const struct vicinity *vicinity, size_t at);
struct bit bit_before(const struct vicinity *vicinity, size_t at);

bool bit_is(struct bit bit, const char *text);
bool bit_is_word(struct bit bit);
/* One of the language's words for types, or for statements. */
bool bit_is_type_keyword(struct bit bit);
bool bit_is_statement_keyword(struct bit bit);

/* What starts the call that `at` is an argument of; an empty bit if none. */
struct bit bit_calling(const struct vicinity *vicinity, size_t at);

#endif
