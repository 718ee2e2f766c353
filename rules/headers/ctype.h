// Kinds of characters.
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#ifdef __cplusplus
extern "C" {
#endif
int isalpha(int Character);
int isdigit(int Character);
int isxdigit(int Character);
int isalnum(int Character);
int isspace(int Character);
int isupper(int Character);
int islower(int Character);
int isprint(int Character);
int ispunct(int Character);
int iscntrl(int Character);
int tolower(int Character);
int toupper(int Character);
#ifdef __cplusplus
}
#endif
