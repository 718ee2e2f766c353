/* seeds.c - runs a fuzz target without a fuzzer.
 *
 * Each file named on the command line is an input; so is each of its beginnings
 * of a multiple of STEP bytes, for what is cut off is what most readers get
 * wrong. The same inputs in every run.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>

enum { LARGEST = 1 << 20, STEP = 97 };

static size_t run_file(const char *path, uint8_t *buffer)
{
    FILE *file = fopen(path, "rb");
    size_t count = 1;

    if (!file) {
        fprintf(stderr, "%s: error: cannot read\n", path);
        exit(2);
    }
    size_t size = fread(buffer, 1, LARGEST, file);
    fclose(file);

    LLVMFuzzerTestOneInput(buffer, size);
    for (size_t part = 0; part < size; part += STEP, count++)
        LLVMFuzzerTestOneInput(buffer, part);
    return count;
}

int main(int argc, char **argv)
{
    uint8_t *buffer = malloc(LARGEST);
    size_t count = 0;

    if (!buffer)
        return 2;
    for (int i = 1; i < argc; i++)
        count += run_file(argv[i], buffer);
    free(buffer);
    printf("%zu inputs\n", count);
    return 0;
}
