# Run by cpack before it packs: what Debian wants to be otherwise than others.
# The manual page is compressed; the licence is named, with its exception, since
# Debian has the text of it already.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

set(usr ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/usr)
file(GLOB pages ${usr}/share/man/*/*.1)
execute_process(COMMAND gzip -9n ${pages} COMMAND_ERROR_IS_FATAL ANY)

set(doc ${usr}/share/doc/${CPACK_PACKAGE_NAME})
file(READ ${doc}/LICENSE licence)
string(REGEX REPLACE ".*\n---- [^\n]* ----\n+" "" exception "${licence}")
string(STRIP "${exception}" exception)
string(REPLACE "\n\n" "\n.\n" exception "${exception}")
string(REPLACE "\n" "\n " exception "${exception}")
file(WRITE ${doc}/copyright
"Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: ${CPACK_PACKAGE_NAME}

Files: *
Copyright: the authors of ${CPACK_PACKAGE_NAME}
License: Apache-2.0 with LLVM-exception

License: Apache-2.0 with LLVM-exception
 The text of the Apache License 2.0 is in /usr/share/common-licenses/Apache-2.0.
 The exception to it is:
 .
 ${exception}
")
file(REMOVE ${doc}/LICENSE)

file(MAKE_DIRECTORY ${usr}/share/lintian/overrides)
file(WRITE ${usr}/share/lintian/overrides/${CPACK_PACKAGE_NAME}
"# What has changed, when and by whom, is told by the repository.
${CPACK_PACKAGE_NAME}: no-changelog
${CPACK_PACKAGE_NAME}: copyright-without-copyright-notice
")
