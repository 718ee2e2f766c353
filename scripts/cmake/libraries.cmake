# The libraries of docs/dependencies.md, each as one target.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

find_package(PkgConfig REQUIRED)
pkg_check_modules(YAML REQUIRED IMPORTED_TARGET yaml-0.1)
pkg_check_modules(EXPAT REQUIRED IMPORTED_TARGET expat)
pkg_check_modules(JANSSON REQUIRED IMPORTED_TARGET jansson)
pkg_check_modules(XXHASH REQUIRED IMPORTED_TARGET libxxhash)
pkg_check_modules(UV REQUIRED IMPORTED_TARGET libuv)

find_path(UTHASH_INCLUDE_DIR uthash.h REQUIRED)
add_library(uthash INTERFACE)
target_include_directories(uthash SYSTEM INTERFACE ${UTHASH_INCLUDE_DIR})

# libclang comes from the LLVM of one version. The headers and the library can
# also be named one by one, for an LLVM that lives elsewhere. A build tree keeps
# the version it was made with: what was found is forgotten when that changes.
set(UNLOADCHECK_LLVM_VERSION 22 CACHE STRING "Major version of libclang")
if(NOT UNLOADCHECK_LLVM_VERSION STREQUAL UNLOADCHECK_LLVM_FOUND)
  unset(LIBCLANG_INCLUDE_DIR CACHE)
  unset(LIBCLANG_LIBRARY CACHE)
endif()
set(UNLOADCHECK_LLVM_FOUND ${UNLOADCHECK_LLVM_VERSION} CACHE INTERNAL "")

# Its headers are needed; it is loaded by the program. On Windows it is the
# user's, elsewhere the one that is found here, first of all.
set(_llvm /usr/lib/llvm-${UNLOADCHECK_LLVM_VERSION})
find_path(LIBCLANG_INCLUDE_DIR clang-c/Index.h HINTS ${_llvm}/include
  NO_CMAKE_FIND_ROOT_PATH)
if(WIN32)
  set(LIBCLANG_LIBRARY "the user's" CACHE INTERNAL "")
endif()
find_library(LIBCLANG_LIBRARY HINTS ${_llvm}/lib
  NAMES clang-${UNLOADCHECK_LLVM_VERSION} clang libclang)
if(NOT LIBCLANG_INCLUDE_DIR OR NOT LIBCLANG_LIBRARY)
  message(FATAL_ERROR
    "libclang ${UNLOADCHECK_LLVM_VERSION} was not found: install "
    "libclang-${UNLOADCHECK_LLVM_VERSION}-dev, or choose another with "
    "-DUNLOADCHECK_LLVM_VERSION=N, or give -DLIBCLANG_INCLUDE_DIR=DIR and "
    "-DLIBCLANG_LIBRARY=FILE")
endif()

# A library for development is a link to one that is there without it, under the
# name that the library has for its users.
set(LIBCLANG_FILE ${LIBCLANG_LIBRARY})
if(CMAKE_OBJDUMP AND NOT WIN32)
  execute_process(COMMAND ${CMAKE_OBJDUMP} -p ${LIBCLANG_LIBRARY}
    OUTPUT_VARIABLE _headers ERROR_QUIET)
  get_filename_component(_folder ${LIBCLANG_LIBRARY} DIRECTORY)
  if(_headers MATCHES "SONAME +([^ \n]+)" AND EXISTS ${_folder}/${CMAKE_MATCH_1})
    set(LIBCLANG_FILE ${_folder}/${CMAKE_MATCH_1})
  endif()
endif()

add_library(libclang INTERFACE)
target_include_directories(libclang SYSTEM INTERFACE ${LIBCLANG_INCLUDE_DIR})
