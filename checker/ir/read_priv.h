/* read_priv.h - what the two halves of the reader share.
 *
 * After the first mistake the text is over: every token is the end, so that
 * each part of the reader comes to its own end without asking for mistakes, and
 * nothing of what was read is used.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_IR_READ_PRIV_H
#define UNLOADCHECK_IR_READ_PRIV_H

#include "ir/lexer.h"
#include "ir/unit.h"

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

struct reader {
    struct arena *arena;   /* of the unit */
    struct arena *scratch; /* until the text is read */
    struct strings *strings;
    struct strings *keys; /* a name with its number */
    struct fail *fail;
    const char *path;
    const char *file; /* what a place without a file name means; interned */
    struct lexer lexer;
    struct token token;
    bool has_failed;
    struct unit *unit;
    struct map *records; /* key -> struct symbol */
    struct map *globals;
    struct map *functions;
};

__attribute__((format(printf, 3, 4))) void
reader_fail(struct reader *reader, struct token at, const char *format, ...);

/* "expected `what`, found" the token. */
void reader_expected(struct reader *reader, const char *what);

void reader_advance(struct reader *reader);
bool reader_accept(struct reader *reader, int kind);
bool reader_accept_word(struct reader *reader, const char *word);
void reader_expect(struct reader *reader, int kind, const char *what);
void reader_end_line(struct reader *reader);

/* A name with its number, if the token is of that kind (or, for TOKEN_WORD, a
 * string): the symbol in `map`, new if the name was not met. Otherwise fails
 * and gives NULL. */
struct symbol *reader_symbol(struct reader *reader, struct map *map, int kind,
                             const char *what);

/* What a reference means, made empty if nothing has described it yet; NULL after
 * a mistake. */
struct record *reader_record(struct reader *reader);
struct global *reader_global(struct reader *reader);
struct function *reader_function(struct reader *reader);

/* Each fails and gives something harmless where the text has something else. */
const char *reader_name(struct reader *reader, const char *what);
const char *reader_string(struct reader *reader, const char *what);
uint64_t reader_size(struct reader *reader, uint64_t most, const char *what);
int64_t reader_integer(struct reader *reader, const char *what);
struct type reader_type(struct reader *reader);
struct type reader_type_of(struct reader *reader, struct record **record);
struct place reader_place(struct reader *reader);

/* A copy in the unit's arena. */
void *reader_keep(struct reader *reader, const void *items, size_t count,
                  size_t size);

/* "(type $name, ...)", and from the brace on. */
struct body;
struct body *reader_parameters(struct reader *reader,
                               struct function *function);
void reader_body(struct body *body);

#endif
