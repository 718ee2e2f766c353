# What is made by the program itself: the manual page, and what completes its
# command lines. Of a program for another machine there is none, since it cannot
# be run here.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

if(CMAKE_CROSSCOMPILING)
  return()
endif()

# Debian's zsh looks elsewhere than others do.
if(EXISTS /etc/debian_version)
  set(_zsh share/zsh/vendor-completions)
else()
  set(_zsh share/zsh/site-functions)
endif()
set(UNLOADCHECK_ZSH_DIR ${_zsh} CACHE STRING "Where completions for zsh go")

set(_made ${CMAKE_BINARY_DIR}/made)
set(_pages "")

# made(FILE FOLDER words...): what the program writes when it is called with the
# words, installed in the folder.
function(made name folder)
  set(file ${_made}/${name})
  add_custom_command(OUTPUT ${file}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${_made}
    COMMAND unloadcheck ${ARGN} > ${file}
    DEPENDS unloadcheck VERBATIM)
  install(FILES ${file} DESTINATION ${folder})
  set(_pages ${_pages} ${file} PARENT_SCOPE)
endfunction()

made(unloadcheck.1 ${CMAKE_INSTALL_MANDIR}/man1 manual)
file(WRITE ${_made}/unloadcheck-clangd.1 ".so man1/unloadcheck.1\n")
install(FILES ${_made}/unloadcheck-clangd.1
  DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
made(unloadcheck share/bash-completion/completions completion bash)
made(_unloadcheck ${UNLOADCHECK_ZSH_DIR} completion zsh)
made(unloadcheck.fish share/fish/vendor_completions.d completion fish)
made(completion.ps1 ${CMAKE_INSTALL_DATADIR}/unloadcheck
  completion powershell)
add_custom_target(manual ALL DEPENDS ${_pages})
