/* markdown.c - the page of a rule, for docs/rules. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "rules/automaton.h"
#include "rules/explain.h"
#include "rules/rules.h"
#include "rules/words.h"
#include "support/text.h"

static void add_code(const char *title, const char *code, struct text *out)
{
    if (code)
        text_addf(out, "\n## %s\n\n```c\n%s```\n", title, code);
}

static void add_automaton(const struct rule_scope *scope, struct text *out)
{
    text_addf(out, "\n## What a %s goes through\n\n```text\n",
              scope->protocol->object);
    automaton_draw(scope->protocol, scope->states, "", out);
    text_add(out, "```\n");
}

bool rules_markdown(const struct rule_set *set, const char *id,
                    struct text *out)
{
    const struct rule *rule = rules_rule(set, id);

    if (!rule)
        return false;
    text_addf(out,
              "<!-- Made from rules/%s by scripts/rule-docs; change that. -->\n"
              "# %s\n\n%s: %s.\n\n%s",
              rule->path, rule->id, severity_words[rule->severity],
              rule->summary, rule->explanation);
    add_code("Wrong", rule->bad, out);
    add_code("Right", rule->good, out);
    for (size_t i = 0; i < rule->scope_count; i++)
        add_automaton(&rule->scopes[i], out);
    if (rule->reference_count)
        text_add(out, "\n## References\n\n");
    for (size_t i = 0; i < rule->reference_count; i++)
        text_addf(out, "- [%s](%s)\n", rule->references[i].title,
                  rule->references[i].url);
    return true;
}
