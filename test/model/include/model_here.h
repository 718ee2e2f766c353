/* model_here.h - lets a call of the driver say on which line it stands.
 *
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 */
#ifndef MODEL_HERE_H
#define MODEL_HERE_H

#ifdef __cplusplus
extern "C"
#endif
void model_here(const char *file, int line);

#define MODEL_HERE model_here(__FILE__, __LINE__)

#endif
