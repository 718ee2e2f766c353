/* form.h - the table of forms that a report can have. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_REPORT_FORM_H
#define UNLOADCHECK_REPORT_FORM_H

#include <stdbool.h>
#include <stddef.h>

struct fail;
struct report;
struct text;

struct form {
    const char *name;
    bool shows_all;     /* findings that do not count as well, marked */
    bool is_for_people; /* shows colours, and the table of --proof */
    void (*add)(const struct report *report, struct text *out);
    /* Writes it as a folder of files; NULL: it has but one. */
    void (*write)(const struct report *report, const char *folder,
                  struct fail *fail);
};

/* NULL: there is none of that name. */
const struct form *form_find(const char *name);

/* The form when none is asked for. */
const struct form *form_default(void);

/* Each by its number, from 0; NULL behind the last. */
const struct form *form_at(size_t index);

#endif
