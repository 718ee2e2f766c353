// Whatever stands in a rule file, reading it ends with rules or with a message
// that has a place, and never with a crash. Outside of the fuzzer the input is
// every rule of this tree, whole and cut off at many places.
//
// RUN: find %rules -name '*.yaml' -exec %units/fuzz-rules {} + | FileCheck %s
// CHECK: {{[1-9][0-9]+}} inputs
#include "rules/rules.h"
#include "fuzz.h"
#include "support/arena.h"
#include "support/fail.h"
#include "support/strings.h"
#include "expect.h"

#include <unistd.h>

static void write_file(const char *path, const uint8_t *data, size_t size)
{
    FILE *file = fopen(path, "wb");

    expect(file != NULL);
    expect(size == 0 || fwrite(data, size, 1, file) == 1);
    expect(fclose(file) == 0);
}

static void read_rules(const char *folder)
{
    struct arena *arena = arena_open();
    struct fail *fail = fail_make(arena);

    rules_read(arena, strings_make(arena), &folder, 1, fail);
    for (size_t i = 0; i < fail_count(fail); i++)
        expect(fail_at(fail, i)->place.file != NULL);
    arena_close(arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char folder[] = "/tmp/unloadcheck-fuzz-XXXXXX";
    char path[sizeof(folder) + sizeof("/a.yaml")];

    expect(mkdtemp(folder) != NULL);
    snprintf(path, sizeof(path), "%s/a.yaml", folder);
    write_file(path, data, size);
    read_rules(folder);
    unlink(path);
    rmdir(folder);
    return 0;
}
