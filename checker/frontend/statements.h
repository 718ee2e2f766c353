/* statements.h - statements: they have no value and may end a block. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_FRONTEND_STATEMENTS_H
#define UNLOADCHECK_FRONTEND_STATEMENTS_H

#include "frontend/lower.h"

/* statement.c */
void lower_statement(struct body *body, CXCursor statement);
void lower_block_items(struct body *body, struct cursors items);

/* variables.c */
void lower_declarations(struct body *body, CXCursor statement);
void lower_variable(struct body *body, CXCursor declaration);

/* loops.c, switch.c, jump.c, seh.c */
void lower_if(struct body *body, CXCursor statement);
void lower_while(struct body *body, CXCursor statement);
void lower_do(struct body *body, CXCursor statement);
void lower_for(struct body *body, CXCursor statement);
void lower_switch(struct body *body, CXCursor statement);
void lower_case(struct body *body, CXCursor statement);
void lower_default(struct body *body, CXCursor statement);
void lower_break(struct body *body, CXCursor statement);
void lower_continue(struct body *body, CXCursor statement);
void lower_return(struct body *body, CXCursor statement);
void lower_goto(struct body *body, CXCursor statement);
void lower_indirect_goto(struct body *body, CXCursor statement);
void lower_label(struct body *body, CXCursor statement);
struct labels *labels_open(struct body *body);
void labels_close(struct body *body, struct labels *labels);
void lower_try(struct body *body, CXCursor statement);
void lower_leave(struct body *body, CXCursor statement);

#endif
