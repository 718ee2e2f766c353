// Whatever stands in a compilation database and in the response files it names,
// reading it ends with commands or with a message; and the arguments of any
// command become arguments for the parser.
//
// RUN: rm -rf %t && split-file %s %t
// RUN: %units/fuzz-commands -mangled=200 %t/*.json | FileCheck %s
// CHECK: {{[1-9][0-9]+}} inputs
#include "frontend/compile_commands.h"
#include "frontend/arguments.h"
#include "frontend/capture.h"
#include "fuzz.h"
#include "support/arena.h"
#include "support/fail.h"
#include "expect.h"

#include <stdbool.h>

static void make_arguments(struct arena *arena,
                           const struct compile_command *command)
{
    struct capture_options options = { .directory = command->directory };
    struct arguments arguments = arguments_make(
        arena, command->file, command->arguments, command->count, &options);

    expect(arguments.words.count > 0);
    vec_each (const char *, word, &arguments.words)
        expect(*word != NULL);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_open();
    struct fail *fail = fail_make(arena);
    struct compile_commands commands = { 0 };

    scratch_file("flags.rsp", data, size < 300 ? size : 300);
    scratch_file("compile_commands.json", data, size);
    if (compile_commands_read(arena, scratch_folder(), fail, &commands))
        vec_each (const struct compile_command, command, &commands)
            make_arguments(arena, command);
    else
        expect(fail_count(fail) > 0);
    arena_close(arena);
    return 0;
}

#if 0
//--- usual.json
[
  {
    "directory": "/src",
    "command": "clang -DA=1 -I inc -isystem sys -include a.h -std=c11 -o a.o -c \"a b.c\"",
    "file": "a b.c",
    "output": "a.o"
  },
  {
    "directory": "C:\\src",
    "arguments": ["cl.exe", "/DNTDDI_VERSION=0x0A000000", "/I", "inc", "/FIa.h",
                  "/TP", "/kernel", "/Zc:wchar_t-", "--", "a.cpp"],
    "file": "a.cpp"
  },
  { "directory": ".", "command": "clang-cl @flags.rsp /U B -D", "file": "b.c" }
]
//--- odd.json
[
  {},
  { "directory": 1, "command": [], "file": null },
  { "file": "a.c", "directory": "", "command": "" },
  { "file": "", "directory": "/", "arguments": [] },
  { "file": "\u0000\ud800", "directory": "x", "command": "\\\" ' @ @@ @. -I" }
]
//--- deep.json
[[[[[[[[[[[[[[[[{"a":[{"b":{"c":{"d":[[[{}]]]}}}]}]]]]]]]]]]]]]]]]
#endif
