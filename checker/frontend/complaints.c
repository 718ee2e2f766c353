/* complaints.c - what the parser still has against a file in the end.
 *
 * A sentence that does not parse is gone, and what stood in it with it. One
 * that parses and makes no sense to the compiler is kept; its operations are
 * opaque where they have to be.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/complaints.h"

#include "frontend/arguments.h"
#include "frontend/source.h"
#include "support/fail.h"

#include <string.h>

struct complaint {
    unsigned count;
    struct place place; /* of the first one */
    const char *text;
};

struct finding {
    CXFile file;
    unsigned offset;
    bool found;
};

/* Whether the place is in the body of a function. */
static enum CXChildVisitResult find_body(CXCursor cursor, CXCursor parent,
                                         CXClientData data)
{
    struct finding *finding = data;
    CXFile file;
    unsigned start, end;
    (void)parent;
    if (clang_getCursorKind(cursor) == CXCursor_Namespace ||
        clang_getCursorKind(cursor) == CXCursor_LinkageSpec)
        return CXChildVisit_Recurse;
    if (!clang_isCursorDefinition(cursor) ||
        clang_getCursorKind(cursor) == CXCursor_TypedefDecl)
        return CXChildVisit_Continue;
    CXSourceRange extent = clang_getCursorExtent(cursor);
    clang_getExpansionLocation(clang_getRangeStart(extent), &file, NULL, NULL,
                               &start);
    clang_getExpansionLocation(clang_getRangeEnd(extent), NULL, NULL, NULL,
                               &end);
    finding->found = file && clang_File_isEqual(file, finding->file) &&
                     start <= finding->offset && finding->offset <= end;
    return finding->found ? CXChildVisit_Break : CXChildVisit_Continue;
}

static bool is_in_body(struct source *source, CXSourceLocation location)
{
    struct finding finding = { NULL, 0, false };
    clang_getExpansionLocation(location, &finding.file, NULL, NULL,
                               &finding.offset);
    if (finding.file)
        clang_visitChildren(clang_getTranslationUnitCursor(source_unit(source)),
                            find_body, &finding);
    return finding.found;
}

/* In a header, what is lost is a declaration, and a missing name says so. */
static bool is_loss(struct source *source, CXDiagnostic diagnostic)
{
    CXSourceLocation location = clang_getDiagnosticLocation(diagnostic);
    const char *category =
        source_string(source, clang_getDiagnosticCategoryText(diagnostic));
    if (clang_getDiagnosticSeverity(diagnostic) == CXDiagnostic_Fatal)
        return true;
    return strcmp(category, "Parse Issue") == 0 &&
           !clang_Location_isInSystemHeader(location) &&
           (clang_Location_isFromMainFile(location) ||
            is_in_body(source, location));
}

/* What is made up is not to be complained of, nor that it has not the size it
 * should have; nor is a cast that is used as an object, as Microsoft's compiler
 * lets one do. */
static bool is_vain(struct source *source, CXDiagnostic diagnostic)
{
    struct place place =
        source_place(source, clang_getDiagnosticLocation(diagnostic));
    if (place.file &&
        strncmp(place.file, MADE_UP_FOLDER, strlen(MADE_UP_FOLDER)) == 0)
        return true;
    const char *text =
        source_string(source, clang_getDiagnosticSpelling(diagnostic));
    return strncmp(text, "static assertion", 16) == 0 ||
           strstr(text, "_Static_assert") != NULL ||
           strstr(text, "lvalue casts are not supported") != NULL ||
           strstr(text, "take the address of an rvalue") != NULL;
}

static void add(struct source *source, struct complaint *complaint,
                CXDiagnostic diagnostic)
{
    if (complaint->count++ != 0)
        return;
    complaint->place =
        source_place(source, clang_getDiagnosticLocation(diagnostic));
    complaint->text =
        source_string(source, clang_getDiagnosticSpelling(diagnostic));
}

static struct fail_place place_in(const struct complaint *complaint,
                                  const char *path)
{
    struct place place = complaint->place;
    if (!place.file)
        return (struct fail_place){ path, 0, 0 };
    return place_to_fail(place);
}

static void others(char *text, size_t size, unsigned count)
{
    if (count > 1)
        snprintf(text, size, " (and %u more)", count - 1);
    else
        text[0] = '\0';
}

void complaints_tell(struct source *source, const char *path, struct fail *fail)
{
    CXTranslationUnit unit = source_unit(source);
    struct complaint lost = { 0 }, odd = { 0 };
    char more[40];
    unsigned count = clang_getNumDiagnostics(unit); /* makes all of them */
    for (unsigned i = 0; i < count; i++) {
        CXDiagnostic diagnostic = clang_getDiagnostic(unit, i);
        if (clang_getDiagnosticSeverity(diagnostic) >= CXDiagnostic_Error &&
            !is_vain(source, diagnostic))
            add(source, is_loss(source, diagnostic) ? &lost : &odd, diagnostic);
        clang_disposeDiagnostic(diagnostic);
    }
    others(more, sizeof(more), lost.count);
    if (lost.count != 0)
        fail_add(fail, place_in(&lost, path), "cannot be read in full: %s%s",
                 lost.text, more);
    others(more, sizeof(more), odd.count);
    if (odd.count != 0)
        fail_note(fail, place_in(&odd, path), "is not understood in full: %s%s",
                  odd.text, more);
}
