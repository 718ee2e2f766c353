/* seeds.c - runs a fuzz target without a fuzzer.
 *
 *     fuzz-NAME [-mangled=N] [-cut=BYTES] FILE...
 *
 * Each file is an input; so is each of its beginnings of a multiple of BYTES
 * (97), for what is cut off is what most readers get wrong, and so are N (none)
 * versions with one to three places changed. The same inputs in every run.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LARGEST = 1 << 20, MOST_CHANGES = 3 };

struct plan {
    size_t mangled;
    size_t step;
    uint8_t *file;
    uint8_t *input;
};

static size_t read_file(const char *path, uint8_t *buffer)
{
    FILE *file = fopen(path, "rb");

    if (!file) {
        fprintf(stderr, "%s: error: cannot read\n", path);
        exit(2);
    }
    size_t size = fread(buffer, 1, LARGEST, file);
    fclose(file);
    return size;
}

static void run_mangled(const struct plan *plan, size_t size, uint32_t seed)
{
    size_t length = size;

    memcpy(plan->input, plan->file, size);
    for (uint32_t i = 0; i <= seed % MOST_CHANGES; i++)
        length = mangle(plan->input, length, LARGEST, seed * MOST_CHANGES + i);
    LLVMFuzzerTestOneInput(plan->input, length);
}

static size_t run_file(const struct plan *plan, const char *path)
{
    size_t size = read_file(path, plan->file);
    size_t count = 1;

    LLVMFuzzerTestOneInput(plan->file, size);
    for (size_t part = 0; part < size; part += plan->step, count++)
        LLVMFuzzerTestOneInput(plan->file, part);
    for (size_t seed = 1; seed <= plan->mangled; seed++, count++)
        run_mangled(plan, size, (uint32_t)seed);
    return count;
}

static size_t number_of(const char *word, const char *option, size_t number)
{
    size_t length = strlen(option);

    return strncmp(word, option, length) == 0
               ? (size_t)strtoul(word + length, NULL, 10)
               : number;
}

int main(int argc, char **argv)
{
    struct plan plan = {
        .step = 97,
        .file = malloc(LARGEST),
        .input = malloc(LARGEST),
    };
    size_t count = 0;

    if (!plan.file || !plan.input)
        return 2;
    for (int i = 1; i < argc; i++) {
        plan.mangled = number_of(argv[i], "-mangled=", plan.mangled);
        plan.step = number_of(argv[i], "-cut=", plan.step);
        if (argv[i][0] != '-')
            count += run_file(&plan, argv[i]);
    }
    free(plan.file);
    free(plan.input);
    printf("%zu inputs\n", count);
    return 0;
}
