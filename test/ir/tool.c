// The tool behind the tests of this folder: reads textual IR, verifies it, and
// says what it is asked for. Faults go where the rest goes, in order.
//
//   ir-tool [--no-places] [--cases] [--link] [--cfg] FILE...
//
//   --cases  a line "// case" begins a text of its own, with the lines' numbers
//            kept; each is read and verified for itself
//   --link   links the units, dumps the program as one unit, and verifies it
//   --cfg    the shape of each function instead of its text
//
// RUN: not %units/ir-tool %t.missing | FileCheck %s
// CHECK: {{.*}}missing: error: cannot read: no such file or directory
#include "ir/cfg.h"
#include "ir/dump.h"
#include "ir/read.h"
#include "ir/unit.h"
#include "ir/verify.h"
#include "support/arena.h"
#include "support/fail.h"
#include "support/file.h"
#include "support/path.h"
#include "support/strings.h"
#include "support/text.h"
#include "support/vec.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static const char CASE[] = "// case";

struct tool {
    struct arena *arena;
    struct strings *strings;
    struct fail *fail;
    struct dump_options options;
    bool has_cases;
    bool links;
    bool shows_cfg;
    struct vec_of(struct unit *) units;
};

static void print(struct text *text)
{
    fputs(text_str(text), stdout);
}

static struct unit *read_unit(struct tool *tool, const char *path,
                              const char *text, size_t size)
{
    struct unit *unit = unit_read(tool->arena, tool->strings, path_base(path),
                                  text, size, tool->fail);

    if (unit != NULL && !unit_verify(unit, tool->fail))
        unit = NULL;
    fail_print(tool->fail, stdout);
    return unit;
}

static void print_list(const char *what, char sigil, struct cfg_list list)
{
    printf(" %s", what);
    for (uint32_t i = 0; i < list.count; i++)
        printf(" %c%" PRIu32, sigil, list.items[i]);
}

static void print_cfg(struct tool *tool, const struct function *function)
{
    const struct cfg *cfg = cfg_make(tool->arena, function);

    printf("%s:\n", function->name);
    for (uint32_t i = 0; i < cfg->order_count; i++) {
        uint32_t block = cfg->order[i];
        printf("b%" PRIu32 ":", block);
        print_list("from", 'b', cfg->predecessors[block]);
        print_list("live", '%', cfg->live[block]);
        if (cfg->dominator[block] != NO_BLOCK)
            printf(" after b%" PRIu32, cfg->dominator[block]);
        puts(cfg->is_loop_head[block] ? " loop" : "");
    }
}

static void show(struct tool *tool, const struct unit *unit)
{
    struct text text = text_make(tool->arena);

    if (!tool->shows_cfg) {
        dump_unit(&text, unit, tool->options);
        print(&text);
        return;
    }
    for (size_t i = 0; i < unit->function_count; i++)
        if (unit->functions[i]->block_count > 0)
            print_cfg(tool, unit->functions[i]);
}

/* Reads each case, behind as many empty lines as come before it. */
static void read_cases(struct tool *tool, const char *path,
                       struct file_text file)
{
    const char *begin = strstr(file.data, CASE);

    while (begin != NULL) {
        struct text text = text_make(tool->arena);
        const char *end = strstr(begin + 1, CASE);
        for (const char *c = file.data; c < begin; c++)
            if (*c == '\n')
                text_add_char(&text, '\n');
        text_add_n(&text, begin, end ? (size_t)(end - begin) : strlen(begin));
        struct unit *unit = read_unit(tool, path, text.data, text.length);
        if (unit != NULL)
            show(tool, unit);
        begin = end;
    }
}

static void read_file(struct tool *tool, const char *path)
{
    struct file_text file;

    if (!file_read(tool->arena, path, tool->fail, &file)) {
        fail_print(tool->fail, stdout);
        return;
    }
    if (tool->has_cases) {
        read_cases(tool, path, file);
        return;
    }

    struct unit *unit = read_unit(tool, path, file.data, file.size);

    if (unit != NULL)
        vec_push(tool->arena, &tool->units, unit);
}

static void link_and_show(struct tool *tool)
{
    struct program *program =
        program_link(tool->arena, tool->strings, tool->units.items,
                     tool->units.count, tool->fail);
    struct text text = text_make(tool->arena);

    fail_print(tool->fail, stdout);
    dump_program(&text, program, tool->options);
    print(&text);
    read_unit(tool, "program", text.data, text.length);
}

static bool take_option(struct tool *tool, const char *word)
{
    if (strcmp(word, "--no-places") == 0)
        tool->options.no_places = true;
    else if (strcmp(word, "--cases") == 0)
        tool->has_cases = true;
    else if (strcmp(word, "--link") == 0)
        tool->links = true;
    else if (strcmp(word, "--cfg") == 0)
        tool->shows_cfg = true;
    else
        return false;
    return true;
}

int main(int argc, char **argv)
{
    struct arena *arena = arena_open();
    struct tool tool = {
        .arena = arena,
        .strings = strings_make(arena),
        .fail = fail_make(arena),
    };

    for (int i = 1; i < argc; i++)
        if (!take_option(&tool, argv[i]))
            read_file(&tool, argv[i]);
    if (tool.links) {
        link_and_show(&tool);
    } else {
        vec_each(struct unit *, unit, &tool.units)
            show(&tool, *unit);
    }

    bool failed = fail_any(tool.fail);

    arena_close(arena);
    return failed ? 2 : 0;
}
