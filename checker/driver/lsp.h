/* lsp.h - the command `lsp`, and the program `unloadcheck-clangd`. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_DRIVER_LSP_H
#define UNLOADCHECK_DRIVER_LSP_H

#include "driver/run.h"

#include <stdbool.h>
#include <stddef.h>

struct options;

/* An editor's server, alone. */
enum run_status lsp_run(struct run *run, const struct options *options);

/* Whether the program was started by the name that stands in for clangd. */
bool lsp_is_stand_in(const char *program);

/* Starts the real clangd and stands in for it, with its arguments. Gives the
 * exit status. */
int lsp_stand_in(struct run *run, char *const *arguments, size_t count);

#endif
