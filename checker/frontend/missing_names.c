/* missing_names.c - names that are declared nowhere. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/missing.h"

bool missing_name_learn(struct missing *missing, struct source *source,
                        CXDiagnostic error, const char *text)
{
    (void)missing;
    (void)source;
    (void)error;
    (void)text;
    return false;
}

const char *missing_names_prelude(struct missing *missing)
{
    (void)missing;
    return "";
}

void missing_names_tell(struct missing *missing, const char *path)
{
    (void)missing;
    (void)path;
}
