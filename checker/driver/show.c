/* show.c - the rules, for people; the words are those of rules/explain.h. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/show.h"

#include "driver/options.h"
#include "driver/rulebook.h"
#include "driver/run.h"
#include "rules/explain.h"
#include "rules/rules.h"
#include "support/fail.h"
#include "support/text.h"

#include <stdio.h>

enum run_status show_rules_run(struct run *run, const struct options *options)
{
    const struct rule_set *rules = rulebook_read(run, options, NULL);
    struct text out = text_make(run->arena);

    if (!rules)
        return RUN_TROUBLE;
    if (options->operands.count != 0) {
        fail_add(run->fail, (struct fail_place){ 0 },
                 "'rules' takes no '%s'; 'unloadcheck explain %s' tells more",
                 options->operands.items[0], options->operands.items[0]);
        return RUN_TROUBLE;
    }
    rules_list(rules, &out);
    fputs(text_str(&out), stdout);
    return RUN_CLEAN;
}

static void explain(struct run *run, const struct options *options,
                    const struct rule_set *rules, const char *id,
                    struct text *out)
{
    bool known = options->markdown ? rules_markdown(rules, id, out)
                                   : rules_explain(rules, id, out);

    if (!known)
        rulebook_refuse(run, rules, id);
}

enum run_status show_explain_run(struct run *run, const struct options *options)
{
    const struct rule_set *rules = rulebook_read(run, options, NULL);
    struct text out = text_make(run->arena);

    if (!rules)
        return RUN_TROUBLE;
    if (options->operands.count == 0) {
        fail_add(run->fail, (struct fail_place){ 0 },
                 "explain which rule? 'unloadcheck rules' lists them");
        return RUN_TROUBLE;
    }
    vec_each (const char *, id, &options->operands) {
        if (out.length != 0)
            text_add_char(&out, '\n');
        explain(run, options, rules, *id, &out);
    }
    fputs(text_str(&out), stdout);
    return RUN_CLEAN;
}
