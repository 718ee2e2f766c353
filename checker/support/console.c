/* console.c - where the program's output goes. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "support/console.h"

#include "support/arena.h"
#include "support/environment.h"
#include "support/system.h"

#include <string.h>
#include <uv.h>

struct console console_open(void)
{
    return (struct console){ .code_page = system_open_console() };
}

void console_close(const struct console *console)
{
    system_close_console(console->code_page);
}

bool console_shows(enum console_stream stream)
{
    struct arena *scratch = arena_open();
    const char *terminal = environment_get(scratch, "TERM");
    bool is_dumb = terminal && strcmp(terminal, "dumb") == 0;

    arena_close(scratch);
    return !is_dumb && uv_guess_handle((uv_file)stream) == UV_TTY &&
           system_console_obeys((int)stream);
}
