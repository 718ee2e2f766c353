# embed - a header with text files as strings, for what the program carries with
# it: cmake -DOUTPUT=FILE -DINPUTS=FILES -P embed.cmake
#
# Each file NAME.EXT becomes `html_NAME_EXT`. Compilers need not take a string
# that is long, so it is an array of bytes.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
set(header "/* Made by scripts/cmake/embed.cmake. */\n")
foreach(input ${INPUTS})
  get_filename_component(name ${input} NAME)
  string(MAKE_C_IDENTIFIER html_${name} name)
  file(READ ${input} bytes HEX)
  string(REGEX REPLACE "(..)" "0x\\1," bytes "${bytes}")
  string(REGEX REPLACE "((0x..,){15})" "\\1\n" bytes "${bytes}")
  string(APPEND header
    "static const char ${name}[] = {\n${bytes}0x00\n};\n")
endforeach()
file(WRITE ${OUTPUT} "${header}")
