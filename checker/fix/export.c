/* export.c - fixes in the form that clang's tools keep them in. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "fix/export.h"

#include "engine/finding.h"
#include "fix/fix.h"
#include "fix/sketches.h"
#include "fix/tokens.h"
#include "support/text.h"

#include <string.h>

/* In double quotes, in which YAML has the escapes of C. */
static void add_string(const char *string, struct text *out)
{
    text_add_char(out, '"');
    for (; *string != '\0'; string++) {
        const char *letters = "\n\r\t\"\\";
        const char *found = strchr(letters, *string);
        if (found)
            text_addf(out, "\\%c", "nrt\"\\"[found - letters]);
        else if ((unsigned char)*string < ' ')
            text_addf(out, "\\x%02X", (unsigned char)*string);
        else
            text_add_char(out, *string);
    }
    text_add_char(out, '"');
}

static void add_line(const char *key, const char *value, struct text *out)
{
    text_addf(out, "%s: ", key);
    add_string(value, out);
    text_add_char(out, '\n');
}

static size_t offset_of(struct sketches *sketches, struct place place)
{
    const struct sketch *sketch = sketches_get(sketches, place.file);

    if (!sketch || place.line == 0 || place.line > sketch->lines.count)
        return 0;
    return sketch->lines.items[place.line - 1] + place.column -
           (place.column != 0);
}

static void add_edit(const char *file, const struct edit *edit,
                     struct text *out)
{
    add_line("        - FilePath", file, out);
    text_addf(out, "          Offset: %zu\n          Length: %zu\n",
              edit->offset, edit->length);
    add_line("          ReplacementText", edit->text, out);
}

static const char *level(enum severity severity)
{
    static const char *const words[] = {
        [SEVERITY_NOTE] = "Remark",
        [SEVERITY_WARNING] = "Warning",
        [SEVERITY_ERROR] = "Error",
    };

    return words[severity];
}

static void add_finding(const struct finding *finding,
                        struct sketches *sketches, struct text *out)
{
    const struct fix *fix = finding->fix;

    add_line("  - DiagnosticName", finding->rule->id, out);
    text_add(out, "    DiagnosticMessage:\n");
    add_line("      Message", finding->message, out);
    add_line("      FilePath", finding->place.file, out);
    text_addf(out, "      FileOffset: %zu\n      Replacements:\n",
              offset_of(sketches, finding->place));
    for (size_t i = 0; i < fix->edit_count; i++)
        add_edit(fix->file, &fix->edits[i], out);
    text_addf(out, "    Level: %s\n", level(finding->severity));
    add_line("    BuildDirectory", ".", out);
}

void export_add(const struct finding *const *findings, size_t count,
                struct sketches *sketches, struct text *out)
{
    text_add(out, "---\n");
    add_line("MainSourceFile", count != 0 ? findings[0]->place.file : "", out);
    text_addf(out, "Diagnostics:%s\n", count != 0 ? "" : " []");
    for (size_t i = 0; i < count; i++)
        add_finding(findings[i], sketches, out);
    text_add(out, "...\n");
}
