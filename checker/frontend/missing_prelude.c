/* missing_prelude.c - the header that declares what is missing.
 *
 * Everything is as wide as a pointer, so that values pass through unharmed;
 * structures have the fields that were seen, and some room.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/missing_names.h"
#include "support/map.h"

static bool has_structure(const struct missing_name *name)
{
    return name->kind == MISSING_POINTER_TYPE ||
           name->kind == MISSING_STRUCT_TYPE ||
           name->kind == MISSING_STRUCT_TAG ||
           name->kind == MISSING_UNION_TAG || name->kind == MISSING_POINTER ||
           name->kind == MISSING_POINTER_FUNCTION ||
           name->kind == MISSING_STRUCT;
}

static void write_member(struct text *text, const struct missing_name *name)
{
    if (name->kind == MISSING_POINTER)
        text_addf(text, "    struct %s *%s;\n", name->tag, name->name);
    else if (name->kind == MISSING_STRUCT)
        text_addf(text, "    struct %s %s;\n", name->tag, name->name);
    else if (name->kind == MISSING_ARRAY)
        text_addf(text, "    long long %s[64];\n", name->name);
    else if (name->kind == MISSING_FUNCTION)
        text_addf(text, "    long long (*%s)(MADE_UP_ANY);\n", name->name);
    else
        text_addf(text, "    long long %s;\n", name->name);
}

/* Its fields' structures come first. */
static void write_structure(struct text *text, const struct missing_name *name)
{
    if (!has_structure(name))
        return;
    for (size_t i = 0; i < map_count(name->members); i++)
        write_structure(text, map_at(name->members, i).value);
    text_addf(text, "%s %s {\n",
              name->kind == MISSING_UNION_TAG ? "union" : "struct", name->tag);
    for (size_t i = 0; i < map_count(name->members); i++)
        write_member(text, map_at(name->members, i).value);
    text_add(text, "    long long made_up[32];\n};\n");
}

/* What stands in front of the name and behind it; `tag` is put where the name
 * of the structure belongs. */
static const struct form {
    const char *front;
    const char *tag;
    const char *behind;
} forms[] = {
    [MISSING_NOTHING] = { "#define ", NULL, "" },
    [MISSING_NOTE] = { "#define ", NULL, "(...)" },
    [MISSING_THROUGH] = { "#define ", NULL, "(...) __VA_ARGS__" },
    [MISSING_RETURN] = { "#define ", NULL, "(...) return __VA_ARGS__" },
    [MISSING_STRING] = { "#define ", NULL, " \"\"" },
    [MISSING_TYPE] = { "typedef long long ", NULL, ";" },
    [MISSING_POINTER_TYPE] = { "typedef struct ", " *", ";" },
    [MISSING_STRUCT_TYPE] = { "typedef struct ", " ", ";" },
    [MISSING_CALLBACK_TYPE] = { "typedef long long (*", NULL,
                                ")(MADE_UP_ANY);" },
    [MISSING_VARIABLE] = { "extern long long ", NULL, ";" },
    [MISSING_POINTER] = { "extern struct ", " *", ";" },
    [MISSING_STRUCT] = { "extern struct ", " ", ";" },
    [MISSING_ARRAY] = { "extern long long ", NULL, "[64];" },
    [MISSING_FUNCTION] = { "extern long long ", NULL, "(MADE_UP_ANY);" },
    [MISSING_POINTER_FUNCTION] = { "extern struct ", " *", "(MADE_UP_ANY);" },
};

static void write_name(struct text *text, const struct missing_name *name,
                       size_t number)
{
    if (name->kind == MISSING_CALL || name->kind == MISSING_LOOP) {
        text_addf(text, "int made_up_%s(MADE_UP_ANY);\n", name->name);
        text_addf(text,
                  name->kind == MISSING_CALL
                      ? "#define %s(...) made_up_%s()\n"
                      : "#define %s(...) while (made_up_%s(__VA_ARGS__))\n",
                  name->name, name->name);
        return;
    }
    if (name->kind == MISSING_RETURN_IF) {
        text_addf(text, "int made_up_%s(MADE_UP_ANY);\n", name->name);
        text_addf(text,
                  "#define %s(...) do { int made_up = made_up_%s(__VA_ARGS__); "
                  "if (made_up) return made_up; } while (0)\n",
                  name->name, name->name);
        return;
    }
    if (name->kind == MISSING_FUNCTION_TYPE) {
        text_addf(text, "typedef %s %s(MADE_UP_ANY);\n", name->result,
                  name->name);
        return;
    }
    if (name->kind == MISSING_ALIAS) {
        text_addf(text, "typedef %s %s;\n", name->result, name->name);
        return;
    }
    if (name->kind == MISSING_CONSTANT) {
        text_addf(text, "enum { %s = %zu };\n", name->name, 1000 + number);
        return;
    }
    if (name->kind >= sizeof(forms) / sizeof(*forms) ||
        !forms[name->kind].front)
        return;
    const struct form *form = &forms[name->kind];
    text_add(text, form->front);
    if (form->tag)
        text_addf(text, "%s%s", name->tag, form->tag);
    text_addf(text, "%s%s\n", name->name, form->behind);
}

/* Any number of arguments is said differently in the two languages. */
static const char front[] = "#ifdef __cplusplus\n"
                            "#define MADE_UP_ANY ...\n"
                            "extern \"C\" {\n"
                            "#else\n"
                            "#define MADE_UP_ANY\n"
                            "#endif\n";
static const char behind[] = "#ifdef __cplusplus\n"
                             "}\n"
                             "#endif\n";

const char *missing_names_prelude(struct missing *missing)
{
    struct text text = text_make(missing->arena);
    if (map_count(missing->names) == 0)
        return "";
    text_add(&text, front);
    for (size_t i = 0; i < map_count(missing->names); i++) {
        const struct missing_name *name = map_at(missing->names, i).value;
        write_structure(&text, name);
        write_name(&text, name, i);
    }
    text_add(&text, behind);
    return text_str(&text);
}
