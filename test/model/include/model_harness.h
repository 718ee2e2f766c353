/* model_harness.h - for the functions a driver calls and does not have.
 *
 * A function whose body is nowhere in the program may do anything its type
 * allows. To run the program somebody has to write one that does: with these.
 *
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 */
#ifndef MODEL_HARNESS_H
#define MODEL_HARNESS_H

#include "wdm.h"

EXTERN_C_START

/* Every value from 0 to options - 1, one per run. */
ULONG model_choose(PCSTR Function, ULONG Options);

/* Success, failure, or STATUS_PENDING. */
NTSTATUS model_status(PCSTR Function);

/* From now on the system may call the routine whenever it likes. */
VOID model_offer(PCSTR Name, VOID (*Routine)(PVOID Context), PVOID Context);

EXTERN_C_END

#endif
