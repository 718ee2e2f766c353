// Error numbers of the C library.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

typedef int errno_t;
#ifdef __cplusplus
extern "C" {
#endif
int *_errno(void);
#ifdef __cplusplus
}
#endif
#define errno (*_errno())

#define EPERM        1
#define ENOENT       2
#define ESRCH        3
#define EINTR        4
#define EIO          5
#define ENXIO        6
#define E2BIG        7
#define EBADF        9
#define EAGAIN       11
#define ENOMEM       12
#define EACCES       13
#define EFAULT       14
#define EBUSY        16
#define EEXIST       17
#define ENODEV       19
#define ENOTDIR      20
#define EISDIR       21
#define EINVAL       22
#define EMFILE       24
#define ENOSPC       28
#define EPIPE        32
#define EDOM         33
#define ERANGE       34
#define ENOSYS       40
#define EOVERFLOW    132
#define ENOTSUP      129
#define EOPNOTSUPP   130
#define ETIMEDOUT    138
#define EWOULDBLOCK  140
#define ECANCELED    105
