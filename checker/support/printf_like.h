/* printf_like.h - for the compiler: this is a format, and these are its values.
 *
 * Compilers for Windows know two families of formats; ours is the standard's
 * everywhere.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_SUPPORT_PRINTF_LIKE_H
#define UNLOADCHECK_SUPPORT_PRINTF_LIKE_H

/* Numbers of the parameters, from 1; `first` is 0 if they come as a va_list. */
#ifdef _WIN32
#    define PRINTF_LIKE(format_, first_) \
        __attribute__((format(gnu_printf, format_, first_)))
#else
#    define PRINTF_LIKE(format_, first_) \
        __attribute__((format(printf, format_, first_)))
#endif

#endif
