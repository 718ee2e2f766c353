/* json_priv.h - the parts of our own JSON, for the files that make them. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_REPORT_JSON_PRIV_H
#define UNLOADCHECK_REPORT_JSON_PRIV_H

#include "report/report.h"

#include <jansson.h>

/* json.c: NULL for a place in no file. */
json_t *json_place(const struct report *report, struct place place);

/* json_proof.c */
json_t *json_proof(const struct report *report, const struct proof *proof);

#endif
