# The flags every target of ours is compiled with.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

set(CMAKE_C_STANDARD 11)
set(CMAKE_C_STANDARD_REQUIRED ON)
set(CMAKE_C_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

add_library(unloadcheck_flags INTERFACE)
target_include_directories(unloadcheck_flags INTERFACE
  ${CMAKE_SOURCE_DIR}/checker ${CMAKE_BINARY_DIR}/generated)
target_compile_definitions(unloadcheck_flags INTERFACE _XOPEN_SOURCE=700)
target_compile_options(unloadcheck_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wundef -Wvla -Wformat=2
  -Wwrite-strings -Wcast-qual -Wpointer-arith -Wstrict-prototypes
  -Wmissing-prototypes -Wmissing-declarations -Wold-style-definition
  -Wredundant-decls -Wnull-dereference -Wdouble-promotion -Wconversion
  -Wsign-conversion -Wimplicit-fallthrough -Wswitch-enum -fno-common
  $<$<BOOL:${UNLOADCHECK_WERROR}>:-Werror>)

# Windows 10, and the formats of the standard. An assertion that fails is not
# known there to be the end, so what it rules out would be warned of.
if(WIN32)
  target_compile_definitions(unloadcheck_flags INTERFACE
    _WIN32_WINNT=0x0A00 WIN32_LEAN_AND_MEAN __USE_MINGW_ANSI_STDIO=1)
  target_compile_options(unloadcheck_flags INTERFACE -Wno-null-dereference)
endif()

# Assertions and __FILE__ name files as seen from the source tree, so that no
# output depends on where the tree was built.
target_compile_options(unloadcheck_flags INTERFACE
  -ffile-prefix-map=${CMAKE_SOURCE_DIR}/=)

if(UNLOADCHECK_SANITIZE)
  set(_sanitize -fsanitize=${UNLOADCHECK_SANITIZE} -fno-omit-frame-pointer
    -fno-sanitize-recover=all)
  target_compile_options(unloadcheck_flags INTERFACE ${_sanitize})
  target_link_options(unloadcheck_flags INTERFACE ${_sanitize})
endif()

if(UNLOADCHECK_COVERAGE)
  target_compile_options(unloadcheck_flags INTERFACE --coverage)
  target_link_options(unloadcheck_flags INTERFACE --coverage)
endif()

if(UNLOADCHECK_FUZZ)
  target_compile_options(unloadcheck_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()
