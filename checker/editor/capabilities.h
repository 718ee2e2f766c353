/* capabilities.h - what editor and server said that they can. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_EDITOR_CAPABILITIES_H
#define UNLOADCHECK_EDITOR_CAPABILITIES_H

#include "editor/position.h"

struct capabilities {
    /* Of the editor. */
    bool shows_related;   /* the places of a finding's story */
    bool knows_versions;  /* of texts, in what is published */
    bool takes_actions;   /* code actions, not only commands */
    bool takes_versions;  /* of texts, in changes */
    bool shows_documents; /* opens a file when asked to */
    bool renews_lenses;   /* asks for them again when told to */
    bool renews_hints;
    bool takes_utf8;
    bool takes_markdown;
    /* Of the server behind us; all false where there is none. */
    bool has_lenses;
    bool has_hints;
    bool has_hovers;
    bool has_actions;
    /* Agreed between them. */
    enum encoding encoding;
};

/* Reads those of the editor from the parameters of its `initialize`. */
void capabilities_of_editor(struct capabilities *capabilities,
                            struct span parameters);

/* Reads those of the server from its answer to that. */
void capabilities_of_server(struct capabilities *capabilities,
                            struct span result);

/* The answer of the server with what we add to it: `message` is the whole. In
 * `arena`. */
struct span capabilities_add(struct arena *arena, struct span message);

/* The result of `initialize` where there is no server behind us. */
const char *capabilities_own(struct arena *arena,
                             struct capabilities *capabilities,
                             const char *version);

#endif
