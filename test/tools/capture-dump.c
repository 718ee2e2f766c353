/* capture-dump.c - shows what the frontend makes of a file, and nothing else.
 *
 *     capture-dump [-q] HEADERS [--wdk=DIR] FILE [FLAG...]
 *
 * Prints the unit without places of instructions, verifies it, and prints what
 * the frontend had to say. -q prints one line per file instead: functions,
 * instructions, opaque operations. Ends with 1 if the unit is not well formed, 2
 * if something could not be read.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/capture.h"
#include "ir/dump.h"
#include "ir/unit.h"
#include "ir/verify.h"
#include "support/arena.h"
#include "support/fail.h"
#include "support/path.h"
#include "support/strings.h"
#include "support/text.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct tool {
    struct arena *arena;
    struct strings *strings;
    struct capture_options options;
    bool is_quiet;
    bool has_places;
};

static size_t instruction_count(const struct unit *unit)
{
    size_t count = 0;
    for (size_t i = 0; i < unit->function_count; i++)
        for (size_t j = 0; j < unit->functions[i]->block_count; j++)
            count += unit->functions[i]->blocks[j].instruction_count;
    return count;
}

static void print_opaque(const struct block *block)
{
    for (size_t i = 0; i < block->instruction_count; i++) {
        const struct instruction *instruction = &block->instructions[i];
        if (instruction->op == OP_OPAQUE)
            printf("  opaque %s at %s:%u:%u\n", instruction->name,
                   instruction->place.file ? instruction->place.file : "",
                   instruction->place.line, instruction->place.column);
    }
}

static void print_counts(const struct unit *unit)
{
    size_t bodies = 0;
    for (size_t i = 0; i < unit->function_count; i++)
        bodies += unit->functions[i]->block_count != 0;
    printf("%s: %zu functions, %zu instructions, %zu opaque\n", unit->path,
           bodies, instruction_count(unit), unit->opaque_count);
    for (size_t i = 0; i < unit->function_count; i++)
        for (size_t j = 0; j < unit->functions[i]->block_count; j++)
            print_opaque(&unit->functions[i]->blocks[j]);
}

static void print_unit(const struct tool *tool, const struct unit *unit)
{
    struct text text = text_make(tool->arena);
    struct dump_options options = { .no_places = !tool->has_places };
    if (tool->is_quiet) {
        print_counts(unit);
        return;
    }
    dump_unit(&text, unit, options);
    fputs(text_str(&text), stdout);
}

static int run(const struct tool *tool, const char *path,
               const char *const *arguments, size_t count)
{
    struct fail *fail = fail_make(tool->arena);
    struct unit *unit = capture_file(tool->arena, tool->strings, path,
                                     arguments, count, &tool->options, fail);
    fail_print(fail, stderr);
    int status = fail_any(fail) ? 2 : 0;
    if (!unit)
        return 2;
    print_unit(tool, unit);
    if (!unit_verify(unit, fail))
        status = 1;
    fail_print(fail, stderr);
    return status;
}

int main(int count, char **words)
{
    struct tool tool = { .arena = arena_open() };
    int next = 1;
    tool.strings = strings_make(tool.arena);
    for (; next < count && words[next][0] == '-'; next++) {
        if (strcmp(words[next], "-q") == 0)
            tool.is_quiet = true;
        else if (strcmp(words[next], "-l") == 0)
            tool.has_places = true;
        else if (strncmp(words[next], "--wdk=", 6) == 0)
            tool.options.wdk = words[next] + 6;
    }
    if (next + 2 > count)
        return 2;
    tool.options.headers = words[next++];
    capture_prepare();
    if (!capture_load(tool.arena, fail_make(tool.arena), NULL))
        return 2;

    int status =
        run(&tool, words[next], (const char *const *)words + next + 1,
            (size_t)(count - next - 1));

    arena_close(tool.arena);
    return status;
}
