/* libclang_places_posix.c - the libclang that the program was built with.
 *
 * It is where it was then; on another machine the system may have it elsewhere.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/libclang_config.h"
#include "frontend/libclang_places.h"
#include "support/arena.h"
#include "support/path.h"

struct libclang_places libclang_places(struct arena *arena)
{
    struct libclang_places places = {
        .name = path_base(LIBCLANG_CONFIG_FILE),
        .advice = "LLVM " LIBCLANG_CONFIG_VERSION,
        .separator = '/',
    };

    vec_push(arena, &places.files, LIBCLANG_CONFIG_FILE);
    vec_push(arena, &places.files, places.name);
    return places;
}
