# libclang-functions - the functions of libclang that sources use, one a line:
# cmake -DOUTPUT=FILE -DFOLDER=FOLDER -P libclang-functions.cmake
#
# FILE is to be included where LIBCLANG_FUNCTION(NAME) is defined.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
file(GLOB sources ${FOLDER}/*.c)
set(names "")
foreach(source ${sources})
  file(READ ${source} text)
  string(REGEX REPLACE "/\\*([^*]|\\*[^/])*\\*/" "" text "${text}")
  string(REGEX REPLACE "\"[^\"\n]*\"" "" text "${text}")
  string(REGEX MATCHALL "[A-Za-z_]*clang_[A-Za-z0-9_]+" found "${text}")
  list(APPEND names ${found})
endforeach()
list(FILTER names INCLUDE REGEX "^clang_")
list(SORT names)
list(REMOVE_DUPLICATES names)
set(lines "/* Made by scripts/cmake/libclang-functions.cmake. */\n")
foreach(name ${names})
  string(APPEND lines "LIBCLANG_FUNCTION(${name})\n")
endforeach()
file(WRITE ${OUTPUT} "${lines}")
