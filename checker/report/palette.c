/* palette.c - the colours that compilers use, and none. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "report/palette.h"

static const struct palette colors = {
    .strong = "\033[1m",
    .severity = {
        [SEVERITY_NOTE] = "\033[1;36m",
        [SEVERITY_WARNING] = "\033[1;35m",
        [SEVERITY_ERROR] = "\033[1;31m",
    },
    .number = "\033[36m",
    .gutter = "\033[2m",
    .caret = "\033[1;32m",
    .plain = "\033[0m",
};

static const struct palette no_colors = {
    .strong = "",
    .severity = { "", "", "" },
    .number = "",
    .gutter = "",
    .caret = "",
    .plain = "",
};

const struct palette *palette_choose(bool color)
{
    return color ? &colors : &no_colors;
}
