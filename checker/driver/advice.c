/* advice.c - how to go on, for a person who looks on.
 *
 * A clean driver is told by silence, which is what programs want. To a person
 * who runs this for the first time, silence says too little: was anything
 * looked at?
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/advice.h"

#include "driver/run.h"
#include "engine/finding.h"
#include "rules/rules.h"
#include "support/console.h"
#include "support/fail.h"

void advice_give(struct run *run, const struct analysis *analysis)
{
    struct fail_place nowhere = { 0 };
    size_t count = analysis->proof_count;

    if (!console_shows(CONSOLE_ERROR))
        return;
    if (analysis->finding_count != 0)
        fail_note(run->fail, nowhere,
                  "'unloadcheck explain %s' says what is asked for, and why",
                  analysis->findings[0].rule->id);
    else if (analysis->limit_count != 0)
        fail_note(run->fail, nowhere,
                  "no finding, but not all was looked at, see above");
    else if (count == 0)
        fail_note(run->fail, nowhere,
                  "nothing is registered in these files, so there is nothing "
                  "to report; 'unloadcheck rules' tells what is looked after");
    else
        fail_note(run->fail, nowhere,
                  "no finding; --proof shows what becomes of the %zu "
                  "registration%s",
                  count, count == 1 ? "" : "s");
}
