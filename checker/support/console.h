/* console.h - where the program's output goes. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_SUPPORT_CONSOLE_H
#define UNLOADCHECK_SUPPORT_CONSOLE_H

#include <stdbool.h>

/* From now on bytes go out as they are, and a console takes them for UTF-8. */
struct console {
    unsigned code_page; /* to be set back; 0: none is */
};

struct console console_open(void);
void console_close(const struct console *console);

enum console_stream { CONSOLE_OUTPUT = 1, CONSOLE_ERROR = 2 };

/* Whether a person looks at the stream, on a terminal that can show colours and
 * go back to the start of a line. */
bool console_shows(enum console_stream stream);

#endif
