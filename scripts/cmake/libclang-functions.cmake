# libclang-functions - the functions of libclang that sources use:
# cmake -DFUNCTIONS=FILE -DNAMES=FILE -DFOLDER=FOLDER -DHEADERS=FOLDER
#   -P libclang-functions.cmake
#
# FUNCTIONS has them one a line, to be included where LIBCLANG_FUNCTION(NAME) is
# defined; NAMES makes pointers of them (checker/frontend/libclang.h). What the
# headers do not declare is left out. A file that is as it should be stays.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
cmake_minimum_required(VERSION 3.25)

file(GLOB sources ${FOLDER}/*.[ch])
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

file(GLOB headers ${HEADERS}/clang-c/*.h)
set(declared "")
foreach(header ${headers})
  file(READ ${header} text)
  string(REGEX MATCHALL "clang_[A-Za-z0-9_]+" found "${text}")
  list(APPEND declared ${found})
endforeach()

set(functions "/* Made by scripts/cmake/libclang-functions.cmake. */\n")
set(defines "${functions}")
foreach(name ${names})
  if(name IN_LIST declared)
    string(APPEND functions "LIBCLANG_FUNCTION(${name})\n")
    string(APPEND defines "#define ${name} libclang.bound_${name}\n")
  endif()
endforeach()
file(CONFIGURE OUTPUT ${FUNCTIONS} CONTENT "${functions}" @ONLY)
file(CONFIGURE OUTPUT ${NAMES} CONTENT "${defines}" @ONLY)
