/* by_hand.h - what is more than to pass on: calls back into the caller, who is a
 * program for Windows; names of files, which have a drive there; `long`, which is
 * shorter there. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef WINE_LIBCLANG_BY_HAND_H
#define WINE_LIBCLANG_BY_HAND_H

#include <clang-c/CXString.h>
#include <clang-c/Index.h>

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define WINDOWS __attribute__((ms_abi))

typedef WINDOWS enum CXChildVisitResult visitor(CXCursor cursor,
                                                CXCursor parent, void *data);
typedef WINDOWS enum CXVisitorResult member_visitor(CXCursor cursor,
                                                    void *data);
typedef WINDOWS void inclusion_visitor(CXFile file, CXSourceLocation *stack,
                                       unsigned depth, void *data);

/* Whom to call back, and with what. */
struct caller {
    union {
        visitor *visit;
        member_visitor *visit_member;
        inclusion_visitor *visit_inclusion;
    } way;
    void *data;
};

static enum CXChildVisitResult visit(CXCursor cursor, CXCursor parent,
                                     CXClientData data)
{
    const struct caller *caller = data;

    return caller->way.visit(cursor, parent, caller->data);
}

static enum CXVisitorResult visit_member(CXCursor cursor, CXClientData data)
{
    const struct caller *caller = data;

    return caller->way.visit_member(cursor, caller->data);
}

static void visit_inclusion(CXFile file, CXSourceLocation *stack,
                            unsigned depth, CXClientData data)
{
    const struct caller *caller = data;

    caller->way.visit_inclusion(file, stack, depth, caller->data);
}

WINDOWS unsigned windows_clang_visitChildren(CXCursor cursor, visitor *way,
                                             void *data)
{
    struct caller caller = { { .visit = way }, data };

    return clang_visitChildren(cursor, visit, &caller);
}

WINDOWS unsigned windows_clang_Type_visitFields(CXType type,
                                                member_visitor *way, void *data)
{
    struct caller caller = { { .visit_member = way }, data };

    return clang_Type_visitFields(type, visit_member, &caller);
}

#if LLVM_VERSION >= 20
WINDOWS unsigned windows_clang_visitCXXBaseClasses(CXType type,
                                                   member_visitor *way,
                                                   void *data)
{
    struct caller caller = { { .visit_member = way }, data };

    return clang_visitCXXBaseClasses(type, visit_member, &caller);
}

WINDOWS unsigned windows_clang_visitCXXMethods(CXType type, member_visitor *way,
                                               void *data)
{
    struct caller caller = { { .visit_member = way }, data };

    return clang_visitCXXMethods(type, visit_member, &caller);
}
#endif

WINDOWS void windows_clang_getInclusions(CXTranslationUnit unit,
                                         inclusion_visitor *way, void *data)
{
    struct caller caller = { { .visit_inclusion = way }, data };

    clang_getInclusions(unit, visit_inclusion, &caller);
}

/* The root of this system is the drive Z: there. Lives as long as the program. */
static const char *without_drive(const char *word)
{
    char *copy = strdup(word);

    for (char *at = copy; (at = strstr(at, "Z:/"));)
        memmove(at, at + 2, strlen(at + 2) + 1);
    return copy;
}

WINDOWS int windows_clang_saveTranslationUnit(CXTranslationUnit unit,
                                              const char *name,
                                              unsigned options)
{
    return clang_saveTranslationUnit(unit, without_drive(name), options);
}

/* And back: the name of a file that is there has a drive. */
WINDOWS CXString windows_clang_getFileName(CXFile file)
{
    CXString name = clang_getFileName(file);
    const char *text = clang_getCString(name);
    char *copy;

    if (!text || text[0] != '/' || access(text, F_OK) != 0)
        return name;
    copy = calloc(strlen(text) + 3, 1);
    strcat(strcpy(copy, "Z:"), text);
    clang_disposeString(name);
    return (CXString){ .data = copy };
}

struct windows_file {
    const char *name;
    const char *text;
    uint32_t length;
};

WINDOWS enum CXErrorCode windows_clang_parseTranslationUnit2FullArgv(
    CXIndex index, const char *source, const char *const *words, int count,
    const struct windows_file *files, unsigned file_count, unsigned options,
    CXTranslationUnit *out)
{
    const char **own = calloc((size_t)count + 1, sizeof(*own));
    struct CXUnsavedFile *texts = calloc(file_count + 1, sizeof(*texts));

    for (int i = 0; i < count; i++)
        own[i] = without_drive(words[i]);
    for (unsigned i = 0; i < file_count; i++)
        texts[i] = (struct CXUnsavedFile){ without_drive(files[i].name),
                                           files[i].text, files[i].length };
    return clang_parseTranslationUnit2FullArgv(
        index, source ? without_drive(source) : NULL, own, count, texts,
        file_count, options, out);
}

#endif
