// Whatever stands in a project, a solution or a list of properties, reading it
// ends with images that have files, or with a message.
//
// RUN: %units/fuzz-projects -mangled=60 -cut=211 \
// RUN:   %root/test/builds/Inputs/solution/common.props \
// RUN:   %root/test/builds/Inputs/solution/*.sln* \
// RUN:   %root/test/builds/Inputs/solution/*/*.vcxproj | FileCheck %s
// CHECK: {{[1-9][0-9]+}} inputs
#include "project/find.h"
#include "fuzz.h"
#include "support/arena.h"
#include "support/fail.h"
#include "expect.h"

#include <stdbool.h>

/* Two projects that import what is read, so that it matters. */
static const char project[] =
    "<Project>\n"
    "  <Import Project='read.props'/>\n"
    "  <PropertyGroup><ConfigurationType>Driver</ConfigurationType>\n"
    "  </PropertyGroup>\n"
    "  <ItemGroup><ClCompile Include='a.c;$(More)'/></ItemGroup>\n"
    "</Project>\n";

static void expect_images(struct arena *arena, const char *path)
{
    struct fail *fail = fail_make(arena);
    struct find_options options = { .database = NULL };
    struct images images = { 0 };
    bool is_found = images_find(arena, &options, &path, 1, fail, &images);

    expect(is_found == (images.count > 0));
    expect(is_found || fail_count(fail) > 0);
    vec_each (const struct image, image, &images) {
        expect(image->inputs.count > 0);
        vec_each (const struct input, input, &image->inputs)
            expect(input->path != NULL);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const names[] = { "read.vcxproj", "read.sln",
                                         "read.slnx" };
    struct arena *arena = arena_open();

    scratch_file("a.c", (const uint8_t *)"", 0);
    for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
        expect_images(arena, scratch_file(names[i], data, size));
    scratch_file("read.props", data, size);
    expect_images(arena, scratch_file("client/client.vcxproj",
                                      (const uint8_t *)project,
                                      sizeof(project) - 1));
    arena_close(arena);
    return 0;
}
