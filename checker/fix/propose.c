/* propose.c - all the ways there are, in the order of how close they stay to
 * what the driver does already. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "fix/propose.h"

#include "fix/propose_priv.h"

struct fixes fix_propose(struct arena *arena, const struct rule_set *rules,
                         struct sketches *sketches,
                         const struct finding *finding)
{
    struct proposing proposing = { arena, rules, sketches, finding, { 0 } };

    propose_rest(&proposing);
    propose_instead(&proposing);
    propose_later(&proposing);
    propose_kind(&proposing);
    propose_end(&proposing);
    propose_guard(&proposing);
    return proposing.fixes;
}
