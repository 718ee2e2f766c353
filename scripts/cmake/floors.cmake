# floor(NAME [lower floors...] [PRIVATE libraries...])
#
# One static library per folder of checker/. A floor links only what is named,
# so a call upward does not link; scripts/check-layers says it at the include.
# Of NAME_posix.c and NAME_windows.c it gets one.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

add_custom_target(check-headers)

# Each header is compiled as the only include of a file of its own.
function(floor_headers name)
  file(GLOB headers CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.h)
  set(sources "")
  foreach(header ${headers})
    get_filename_component(base ${header} NAME)
    set(source ${CMAKE_CURRENT_BINARY_DIR}/headers/${name}/${base}.c)
    file(CONFIGURE OUTPUT ${source} @ONLY CONTENT
      "#include \"${name}/${base}\"\nextern int header_is_alone;\n")
    list(APPEND sources ${source})
  endforeach()
  add_library(headers-${name} OBJECT EXCLUDE_FROM_ALL ${sources})
  target_link_libraries(headers-${name} PRIVATE ${ARGN} unloadcheck_flags)
  add_dependencies(check-headers headers-${name})
endfunction()

function(floor name)
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.c)
  list(FILTER sources EXCLUDE REGEX "/main\\.c$")
  if(WIN32)
    list(FILTER sources EXCLUDE REGEX "_posix\\.c$")
  else()
    list(FILTER sources EXCLUDE REGEX "_windows\\.c$")
  endif()
  add_library(${name} STATIC ${sources})
  target_link_libraries(${name} PUBLIC ${ARGN} PRIVATE unloadcheck_flags)
  floor_headers(${name} ${ARGN})
endfunction()
