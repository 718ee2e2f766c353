/* file_priv.h - what the files of this folder that ask the disk share. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_SUPPORT_FILE_PRIV_H
#define UNLOADCHECK_SUPPORT_FILE_PRIV_H

/* What an error code of libuv means. */
const char *file_reason(int error);

#endif
