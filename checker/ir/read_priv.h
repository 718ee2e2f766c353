/* read_priv.h - what the two halves of the parser share.
 *
 * After the first mistake the text is over: every token is the end, so that
 * each part of the parser comes to its own end without asking for mistakes, and
 * nothing of what was read is used.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_IR_READ_PRIV_H
#define UNLOADCHECK_IR_READ_PRIV_H

#include "ir/scanner.h"
#include "ir/unit.h"
#include "support/printf_like.h"

struct map;

/* A name that was met, and what it stands for. */
struct symbol {
    const char *name; /* interned */
    void *thing;
    uint32_t index;  /* of a temporary or block: among those met */
    uint32_t number; /* likewise: among those described */
    bool is_described;
    struct token first; /* where it was met first */
};

struct parser {
    struct arena *arena;   /* of the unit */
    struct arena *scratch; /* until the text is read */
    struct strings *strings;
    struct strings *keys; /* a name with its number */
    struct fail *fail;
    const char *path;
    const char *file; /* what a place without a file name means; interned */
    struct scanner scanner;
    struct token token;
    bool has_failed;
    struct unit *unit;
    struct map *records; /* key -> struct symbol */
    struct map *globals;
    struct map *functions;
};

PRINTF_LIKE(3, 4)
void parser_fail(struct parser *parser, struct token at, const char *format,
                 ...);

/* "expected `what`, found" the token. */
void parser_expected(struct parser *parser, const char *what);

void parser_advance(struct parser *parser);
bool parser_accept(struct parser *parser, int kind);
bool parser_accept_word(struct parser *parser, const char *word);
void parser_expect(struct parser *parser, int kind, const char *what);
void parser_end_line(struct parser *parser);

/* A name with its number, if the token is of that kind (or, for TOKEN_WORD, a
 * string): the symbol in `map`, new if the name was not met. Otherwise fails
 * and gives NULL. */
struct symbol *parser_symbol(struct parser *parser, struct map *map, int kind,
                             const char *what);

/* What a reference means, made empty if nothing has described it yet; NULL
 * after a mistake. */
struct record *parser_record(struct parser *parser);
struct global *parser_global(struct parser *parser);
struct function *parser_function(struct parser *parser);

/* Each fails and gives something harmless where the text has something else. */
const char *parser_name(struct parser *parser, const char *what);
const char *parser_string(struct parser *parser, const char *what);
uint64_t parser_size(struct parser *parser, uint64_t most, const char *what);
int64_t parser_integer(struct parser *parser, const char *what);
struct type parser_type(struct parser *parser);
struct type parser_type_of(struct parser *parser, struct record **record);
struct place parser_place(struct parser *parser);

/* A copy in the unit's arena. */
void *parser_keep(struct parser *parser, const void *items, size_t count,
                  size_t size);

/* "(type $name, ...)", and from the brace on. */
struct body;
struct body *parser_parameters(struct parser *parser,
                               struct function *function);
void parser_body(struct body *body);

#endif
