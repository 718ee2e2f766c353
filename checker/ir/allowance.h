/* allowance.h - what a driver's text says to us: that a fault may stay. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_IR_ALLOWANCE_H
#define UNLOADCHECK_IR_ALLOWANCE_H

#include "ir/place.h"

struct allowance {
    const char *text;   /* "allow nmr/rule -- reason", on one line; nobody has
                           looked at it yet */
    struct place place; /* where it stands */
    uint32_t line;      /* of that file, that it is about; 0: nothing follows */
};

#endif
