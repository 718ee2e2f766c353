/* flags.c - the arguments of one compiler, in clang's spelling.
 *
 * Two tables: a row is a flag that changes what the code means, and how clang
 * spells it, or one that is known not to. What has no row is dropped, and that
 * is remembered, so that it can be told.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/flags.h"

#include "support/file.h"
#include "support/path.h"

#include <string.h>

/* How a flag's value is written, and what is done with it. */
enum flag_kind {
    FLAG_ALONE,    /* no value */
    FLAG_VALUE,    /* in the same word or the next */
    FLAG_JOINED,   /* in the same word only: the rest of it, kept as it is */
    FLAG_NEXT,     /* in the next word only */
    FLAG_FOLDER,   /* as FLAG_VALUE: where headers are */
    FLAG_FILE,     /* as FLAG_VALUE: the name of a file */
    FLAG_STANDARD, /* as FLAG_JOINED: the language's version */
    FLAG_LANGUAGE, /* as FLAG_VALUE: c or c++ */
    FLAG_C,        /* no value: C */
    FLAG_CXX,      /* no value: C++ */
    FLAG_C_FILE,   /* as FLAG_VALUE: a file that is C */
    FLAG_CXX_FILE, /* as FLAG_VALUE: a file that is C++ */
    FLAG_DROP,     /* no value: changes nothing that matters here */
    FLAG_DROP_ANY, /* the same, whatever stands behind the name */
    FLAG_DROP_NEXT /* dropped with the word behind it */
};

struct flag {
    const char *name;
    enum flag_kind kind;
    const char *clang; /* its spelling; NULL: the same */
};

/* A longer name stands before one that it starts with. */
static const struct flag gnu_flags[] = {
    { "-D", FLAG_VALUE, NULL },
    { "-U", FLAG_VALUE, NULL },
    { "-I", FLAG_FOLDER, NULL },
    { "-include-pch", FLAG_DROP_NEXT, NULL },
    { "-include", FLAG_FILE, NULL },
    { "-imacros", FLAG_FILE, NULL },
    { "-isystem", FLAG_FOLDER, NULL },
    { "-iquote", FLAG_FOLDER, NULL },
    { "-idirafter", FLAG_FOLDER, NULL },
    { "-std=", FLAG_STANDARD, NULL },
    { "--std=", FLAG_STANDARD, "-std=" },
    { "-ansi", FLAG_STANDARD, NULL },
    { "-x", FLAG_LANGUAGE, NULL },
    { "-fexceptions", FLAG_ALONE, NULL },
    { "-fno-exceptions", FLAG_ALONE, NULL },
    { "-frtti", FLAG_ALONE, NULL },
    { "-fno-rtti", FLAG_ALONE, NULL },
    { "-fsigned-char", FLAG_ALONE, NULL },
    { "-funsigned-char", FLAG_ALONE, NULL },
    { "-fshort-enums", FLAG_ALONE, NULL },
    { "-fshort-wchar", FLAG_ALONE, NULL },
    { "-fno-short-wchar", FLAG_ALONE, NULL },
    { "-fpack-struct", FLAG_JOINED, NULL },
    { "-fms-compatibility-version=", FLAG_JOINED, NULL },
    { "-fblocks", FLAG_ALONE, NULL },
    { "-fcoroutines", FLAG_ALONE, NULL },
    { "-fno-builtin", FLAG_JOINED, NULL },
    { "-m32", FLAG_ALONE, NULL },
    { "-m64", FLAG_ALONE, NULL },
    { "-mms-bitfields", FLAG_ALONE, NULL },
    { "--target=", FLAG_JOINED, NULL },
    { "-target", FLAG_NEXT, NULL },
    { "-nostdinc++", FLAG_ALONE, NULL },
    { "-o", FLAG_DROP_NEXT, NULL },
    { "-MF", FLAG_DROP_NEXT, NULL },
    { "-MT", FLAG_DROP_NEXT, NULL },
    { "-MQ", FLAG_DROP_NEXT, NULL },
    { "-MJ", FLAG_DROP_NEXT, NULL },
    { "-Xclang", FLAG_DROP_NEXT, NULL },
    { "-mllvm", FLAG_DROP_NEXT, NULL },
    { "-c", FLAG_DROP, NULL },
    { "-pipe", FLAG_DROP, NULL },
    { "-pedantic", FLAG_DROP_ANY, NULL },
    { "-w", FLAG_DROP, NULL },
    { "-W", FLAG_DROP_ANY, NULL },
    { "-O", FLAG_DROP_ANY, NULL },
    { "-g", FLAG_DROP_ANY, NULL },
    { "-M", FLAG_DROP_ANY, NULL },
    { "-l", FLAG_DROP_ANY, NULL },
    { "-L", FLAG_DROP_ANY, NULL },
    { "-fdiagnostics", FLAG_DROP_ANY, NULL },
    { "-fcolor-diagnostics", FLAG_DROP, NULL },
    { "-fPIC", FLAG_DROP, NULL },
    { "-fstack-protector", FLAG_DROP_ANY, NULL },
};

/* The first character may be '-' as well. */
static const struct flag cl_flags[] = {
    { "/D", FLAG_VALUE, "-D" },
    { "/U", FLAG_VALUE, "-U" },
    { "/I", FLAG_FOLDER, "-I" },
    { "/FI", FLAG_FILE, "-include" },
    { "/external:I", FLAG_FOLDER, "-isystem" },
    { "/imsvc", FLAG_FOLDER, "-isystem" },
    { "/std:clatest", FLAG_STANDARD, "-std=gnu2x" },
    { "/std:c++latest", FLAG_STANDARD, "-std=c++2b" },
    { "/std:c++", FLAG_STANDARD, "-std=c++" },
    { "/std:c", FLAG_STANDARD, "-std=gnu" },
    { "/TC", FLAG_C, NULL },
    { "/TP", FLAG_CXX, NULL },
    { "/Tc", FLAG_C_FILE, NULL },
    { "/Tp", FLAG_CXX_FILE, NULL },
    { "/kernel-", FLAG_DROP, NULL },
    { "/kernel", FLAG_ALONE, "-D_KERNEL_MODE=1" },
    { "/MDd", FLAG_ALONE, "-D_DEBUG" },
    { "/MTd", FLAG_ALONE, "-D_DEBUG" },
    { "/Zp", FLAG_JOINED, "-fpack-struct=" },
    { "/J", FLAG_ALONE, "-funsigned-char" },
    { "/GR-", FLAG_ALONE, "-fno-rtti" },
    { "/Fo", FLAG_DROP_NEXT, NULL },
    { "-o", FLAG_DROP_NEXT, NULL },
    { "-Xclang", FLAG_DROP_NEXT, NULL },
    { "-mllvm", FLAG_DROP_NEXT, NULL },
    { "--target=", FLAG_JOINED, NULL },
    { "-m32", FLAG_ALONE, NULL },
    { "-m64", FLAG_ALONE, NULL },
    { "/clang:", FLAG_JOINED, "" },
    { "/c", FLAG_DROP, NULL },
    { "/nologo", FLAG_DROP, NULL },
    { "/bigobj", FLAG_DROP, NULL },
    { "/permissive", FLAG_DROP_ANY, NULL },
    { "/diagnostics:", FLAG_DROP_ANY, NULL },
    { "/errorReport:", FLAG_DROP_ANY, NULL },
    { "/external:", FLAG_DROP_ANY, NULL },
    { "/showIncludes", FLAG_DROP_ANY, NULL },
    { "/sdl", FLAG_DROP_ANY, NULL },
    { "/fp:", FLAG_DROP_ANY, NULL },
    { "/guard:", FLAG_DROP_ANY, NULL },
    { "/utf-8", FLAG_DROP, NULL },
    { "/EH", FLAG_DROP_ANY, NULL },
    { "/F", FLAG_DROP_ANY, NULL },
    { "/G", FLAG_DROP_ANY, NULL },
    { "/M", FLAG_DROP_ANY, NULL },
    { "/O", FLAG_DROP_ANY, NULL },
    { "/Q", FLAG_DROP_ANY, NULL },
    { "/R", FLAG_DROP_ANY, NULL },
    { "/W", FLAG_DROP_ANY, NULL },
    { "/w", FLAG_DROP_ANY, NULL },
    { "/Y", FLAG_DROP_ANY, NULL },
    { "/Z", FLAG_DROP_ANY, NULL },
};

struct reading {
    struct arena *arena;
    struct flags *flags;
    const char *const *given;
    size_t count;
    size_t next;
};

static void add(struct reading *reading, const char *word)
{
    vec_push(reading->arena, &reading->flags->words, word);
}

/* What is behind the flag's name, or the next word. */
static const char *value_of(struct reading *reading, const char *word,
                            const char *name)
{
    const char *rest = word + strlen(name);
    if (*rest != '\0')
        return rest;
    return reading->next < reading->count ? reading->given[reading->next++]
                                          : NULL;
}

static char *plain_name(struct reading *reading, const char *name)
{
    char *plain = arena_strdup(reading->arena, name);
    for (char *at = plain; *at; at++)
        if (*at == '\\')
            *at = '/';
    return plain;
}

/* Absolute, so that no folder has to be entered; with plain separators, and as
 * the disk spells it. */
static const char *full_name(struct reading *reading, const char *name)
{
    const char *directory = reading->flags->directory;
    return file_as_on_disk(reading->arena,
                           path_join(reading->arena, directory ? directory : "",
                                     plain_name(reading, name)));
}

/* A file seen from the folder of the command; where there is none it is looked
 * for like any header. */
static const char *forced_name(struct reading *reading, const char *name)
{
    const char *full = full_name(reading, name);
    return file_is_regular(full) ? full : plain_name(reading, name);
}

static void add_pair(struct reading *reading, const struct flag *flag,
                     const char *value)
{
    if (!value)
        return;
    add(reading, flag->clang ? flag->clang : flag->name);
    add(reading, value);
}

static void add_folder(struct reading *reading, const struct flag *flag,
                       const char *value)
{
    if (!value)
        return;
    const char *folder = full_name(reading, value);
    add_pair(reading, flag, folder);
    vec_push(reading->arena, &reading->flags->folders, folder);
}

static void add_joined(struct reading *reading, const struct flag *flag,
                       const char *word)
{
    const char *spelling = flag->clang ? flag->clang : flag->name;
    add(reading, arena_format(reading->arena, "%s%s", spelling,
                              word + strlen(flag->name)));
}

static void set_language(struct flags *flags, const char *value)
{
    if (!value)
        return;
    flags->language = strstr(value, "++") ? FLAGS_CXX : FLAGS_C;
}

static void apply(struct reading *reading, const struct flag *flag,
                  const char *word)
{
    struct flags *flags = reading->flags;
    const char *value;
    switch (flag->kind) {
    case FLAG_ALONE: add(reading, flag->clang ? flag->clang : word); break;
    case FLAG_VALUE:
        add_pair(reading, flag, value_of(reading, word, flag->name));
        break;
    case FLAG_NEXT:
        add_pair(reading, flag, value_of(reading, flag->name, flag->name));
        break;
    case FLAG_FOLDER:
        add_folder(reading, flag, value_of(reading, word, flag->name));
        break;
    case FLAG_FILE:
        value = value_of(reading, word, flag->name);
        add_pair(reading, flag, value ? forced_name(reading, value) : NULL);
        break;
    case FLAG_STANDARD:
        flags->has_standard = true;
        add_joined(reading, flag, word);
        break;
    case FLAG_JOINED: add_joined(reading, flag, word); break;
    case FLAG_LANGUAGE:
        set_language(flags, value_of(reading, word, flag->name));
        break;
    case FLAG_C: flags->language = FLAGS_C; break;
    case FLAG_CXX: flags->language = FLAGS_CXX; break;
    case FLAG_C_FILE:
    case FLAG_CXX_FILE:
        flags->language = flag->kind == FLAG_C_FILE ? FLAGS_C : FLAGS_CXX;
        value_of(reading, word, flag->name);
        break;
    case FLAG_DROP:
    case FLAG_DROP_ANY: break;
    case FLAG_DROP_NEXT: value_of(reading, word, flag->name); break;
    }
}

/* Names that take nothing more must be the whole word. */
static bool is_whole(enum flag_kind kind)
{
    return kind == FLAG_ALONE || kind == FLAG_C || kind == FLAG_CXX ||
           kind == FLAG_NEXT || kind == FLAG_DROP;
}

static bool is_flag(const struct flag *flag, const char *word, bool is_cl)
{
    size_t length = strlen(flag->name);
    bool starts = word[0] == flag->name[0] ||
                  (is_cl && word[0] == '-' && flag->name[0] == '/');
    if (!starts || strncmp(word + 1, flag->name + 1, length - 1) != 0)
        return false;
    return !is_whole(flag->kind) || word[length] == '\0';
}

static const struct flag *find_flag(const char *word, bool is_cl)
{
    const struct flag *table = is_cl ? cl_flags : gnu_flags;
    size_t rows = is_cl ? sizeof(cl_flags) / sizeof(*cl_flags)
                        : sizeof(gnu_flags) / sizeof(*gnu_flags);
    for (size_t i = 0; i < rows; i++)
        if (is_flag(&table[i], word, is_cl))
            return &table[i];
    return NULL;
}

/* What stands behind it is the linker's. */
static bool ends_flags(const char *word, bool is_cl)
{
    return is_cl && (strcmp(word, "/link") == 0 || strcmp(word, "-link") == 0);
}

static bool looks_like_flag(const char *word, bool is_cl)
{
    return word[0] == '-' || (is_cl && word[0] == '/');
}

void flags_read(struct arena *arena, struct flags *flags,
                const char *const *given, size_t count, bool is_cl)
{
    struct reading reading = { arena, flags, given, count, 0 };
    while (reading.next < count) {
        const char *word = given[reading.next++];
        const struct flag *flag = find_flag(word, is_cl);
        if (ends_flags(word, is_cl))
            return;
        if (flag)
            apply(&reading, flag, word);
        else if (looks_like_flag(word, is_cl))
            vec_push(arena, &flags->dropped, word);
    }
}
