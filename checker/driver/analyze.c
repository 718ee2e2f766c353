/* analyze.c - the command `analyze`: the linker step. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/analyze.h"

#include "driver/check.h"
#include "driver/options.h"
#include "driver/rulebook.h"
#include "driver/run_cache.h"
#include "project/image.h"
#include "support/arena.h"
#include "support/fail.h"
#include "support/file.h"

#include <string.h>

static void add_unit(struct run *run, const char *path, struct inputs *inputs)
{
    struct input input = { .path = path, .is_ir = true };

    vec_push(run->arena, inputs, input);
}

/* One name on each line. */
static void add_list(struct run *run, const char *path, struct inputs *inputs)
{
    struct file_text text;

    if (!file_read(run->arena, path, run->fail, &text))
        return;
    for (const char *at = text.data; *at != '\0';) {
        size_t length = strcspn(at, "\r\n");
        if (length != 0)
            add_unit(run, arena_strndup(run->arena, at, length), inputs);
        at += length;
        at += *at != '\0';
    }
}

enum run_status analyze_run(struct run *run, const struct options *options)
{
    struct images images = { 0 };
    struct image image = { .name = NULL };

    vec_each (const char *, operand, &options->operands) {
        if (**operand == '@')
            add_list(run, *operand + 1, &image.inputs);
        else
            add_unit(run, *operand, &image.inputs);
    }
    if (options->operands.count == 0)
        fail_add(run->fail, (struct fail_place){ 0 },
                 "no unit is given; 'unloadcheck capture' makes them");
    if (image.inputs.count == 0)
        return RUN_TROUBLE;
    vec_push(run->arena, &images, image);

    struct run_cache *cache = run_cache_open(run, options, &images);
    const struct rule_set *rules = rulebook_read(run, options, cache);
    enum run_status status = RUN_TROUBLE;

    if (rules)
        status = check_images(run, options, rules, cache, NULL, NULL, &images);
    run_cache_close(cache);
    return status;
}
