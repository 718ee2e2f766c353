# The Debian package: cpack -G DEB. What it depends on is found out from the
# program itself; but libclang, which it loads, from the file that it loads.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

set(CPACK_PACKAGE_NAME unloadcheck)
set(CPACK_PACKAGE_VENDOR "unloadcheck")
set(CPACK_PACKAGE_CONTACT "unloadcheck maintainers <maintainers@unloadcheck.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY
  "finds what Windows drivers leave behind when they are unloaded")
set(CPACK_PACKAGE_DESCRIPTION
  "A static analyzer for drivers that register with the Network Module Registrar\n\
or with Winsock Kernel: it reads their source and finds each run on which a\n\
registration is not completely gone when the unload routine returns, or when\n\
the entry routine fails. Neither Windows nor its driver kit is needed.")
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS git)
execute_process(COMMAND dpkg-query --search ${LIBCLANG_FILE}
  OUTPUT_VARIABLE _owner ERROR_QUIET)
if(_owner MATCHES "^([^:,]+):")
  set(CPACK_DEBIAN_PACKAGE_DEPENDS ${CMAKE_MATCH_1})
endif()
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_SOURCE_DIR}/scripts/cmake/debian.cmake)
include(CPack)
