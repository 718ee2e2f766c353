/* reader.h - one rule file while it is read; shared by the parts of the reader.
 *
 * Each part asks for the keys it knows, and what is missing, misspelt or of
 * the wrong kind is told with its place. Nothing stops at the first mistake:
 * a part goes on as well as it can, and the file is left out at its end when
 * `failed` is set. So every getter gives something usable or NULL.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_RULES_READER_H
#define UNLOADCHECK_RULES_READER_H

#include "rules/model.h"
#include "rules/rules.h"
#include "rules/yaml.h"
#include "support/printf_like.h"
#include "support/vec.h"

struct map;

struct protocols vec_of(struct protocol *);
struct rules vec_of(struct rule *);
struct roots vec_of(struct root);
struct names vec_of(const char *);
struct tables vec_of(struct table_argument);
struct own_arguments vec_of(struct own_argument);

/* What all files give together. */
struct collection {
    struct protocols protocols;
    struct rules rules;
    struct roots roots;
    struct names singletons;
    struct tables tables;
    struct own_arguments own_arguments;
    struct map *models;
    struct names failed;
    const char *present;
    struct names lost_protocols; /* of files that were left out */
};

struct reader {
    struct arena *arena;
    struct strings *strings;
    struct fail *fail;
    const char *path;   /* below the rules folder */
    struct names lines; /* where each line of the file starts */
    const struct node *root;
    struct collection *all;
    size_t folder; /* number of the rules folder the file is in */
    bool failed;
    bool is_excused; /* what it is about was left out: a note says so */
};

/* An error at the node. */
PRINTF_LIKE(3, 4)
void reader_fail(struct reader *reader, const struct node *node,
                 const char *format, ...);

/* "; did you mean 'X'?" or "", for the end of a message. */
const char *reader_hint(struct reader *reader, const char *best);

/* The node as a map whose keys are all among `keys` (ended by NULL); or false
 * when it is no map. */
bool reader_map(struct reader *reader, const struct node *node,
                const char *const *keys);

/* The value of a key; when it is missing, an error at the map. */
const struct node *reader_need(struct reader *reader, const struct node *map,
                               const char *key);

/* The node as text; NULL (told) when it is something else or empty. */
const char *reader_scalar(struct reader *reader, const struct node *node);

/* reader_need and reader_scalar in one; reader_maybe gives NULL silently when
 * the key is missing. */
const char *reader_text(struct reader *reader, const struct node *map,
                        const char *key);
const char *reader_maybe(struct reader *reader, const struct node *map,
                         const char *key);

/* The node as a list of nodes: a list's items, or the one node. */
struct node_list {
    const struct node *const *items;
    size_t count;
};
struct node_list reader_list(struct reader *reader, const struct node *node);

/* The node as `record.field`, both interned. */
bool reader_field(struct reader *reader, const struct node *node,
                  const char **record, const char **field);

/* The node as an integer, decimal or 0x. */
bool reader_integer(struct reader *reader, const struct node *node,
                    int64_t *value);
bool reader_unsigned(struct reader *reader, const struct node *node,
                     unsigned *value);

bool reader_bool(struct reader *reader, const struct node *node);

/* The index of the node's text among `names` (ended by NULL), or -1 after an
 * error that calls it an unknown `what`. */
int reader_choice(struct reader *reader, const struct node *node,
                  const char *const *names, const char *what);

/* The index of the state, or -1 (told). */
int reader_state(struct reader *reader, const struct node *node,
                 const struct protocol *protocol);

/* Checks that every {role} of a sentence is among `roles`, and its form. */
void reader_sentence(struct reader *reader, const struct node *node,
                     const char *const *roles);

const char *reader_intern(struct reader *reader, const char *text);

/* Each kind of file. What is read goes into reader->all unless the reader
 * failed. */
void read_protocol(struct reader *reader);
void read_rule(struct reader *reader);
void read_roots(struct reader *reader);
void read_models(struct reader *reader);
void read_conditions(struct reader *reader);

#endif
