/* export.h - what a library has for others. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifdef _WIN32
#define EXPORT __declspec(dllexport)
#else
#define EXPORT __attribute__((visibility("default")))
#endif
