/* functions.c - what may be called inside $(...).
 *
 * Those of MSBuild and of the .NET classes that projects use to make paths and
 * to ask about text. Positions are of bytes.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "project/database.h"
#include "project/expand.h"
#include "project/host_path.h"
#include "support/arena.h"
#include "support/file.h"
#include "support/path.h"
#include "support/text.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

struct call {
    const struct expander *expander;
    struct arena *arena;
    const char *self; /* NULL for a function of a class */
    const char *const *arguments;
    size_t count;
};

struct function {
    const char *class_name; /* NULL: a member of any text */
    const char *name;
    size_t least, most; /* arguments */
    const char *(*run)(const struct call *call);
};

static const char *truth(bool value)
{
    return value ? "True" : "False";
}

static const char *host(const struct call *call, const char *name)
{
    struct path_maps none = { 0 };

    return host_path(call->arena, &none, call->expander->directory, name);
}

static const char *change_case(const struct call *call, int (*change)(int))
{
    char *text = arena_strdup(call->arena, call->self);

    for (char *at = text; *at != '\0'; at++)
        *at = (char)change((unsigned char)*at);
    return text;
}

static const char *to_lower(const struct call *call)
{
    return change_case(call, tolower);
}

static const char *to_upper(const struct call *call)
{
    return change_case(call, toupper);
}

static const char *contains(const struct call *call)
{
    return truth(strstr(call->self, call->arguments[0]) != NULL);
}

static const char *starts_with(const struct call *call)
{
    const char *start = call->arguments[0];

    return truth(strncmp(call->self, start, strlen(start)) == 0);
}

static const char *ends_with(const struct call *call)
{
    size_t length = strlen(call->self), part = strlen(call->arguments[0]);

    return truth(length >= part &&
                 strcmp(call->self + length - part, call->arguments[0]) == 0);
}

static const char *replace(const struct call *call)
{
    struct text out = text_make(call->arena);
    const char *from = call->arguments[0];
    size_t length = strlen(from);

    if (length == 0)
        return NULL;
    for (const char *at = call->self; *at != '\0';) {
        if (strncmp(at, from, length) == 0) {
            text_add(&out, call->arguments[1]);
            at += length;
        } else {
            text_add_char(&out, *at++);
        }
    }
    return text_str(&out);
}

static const char *trim_both(const struct call *call, bool start, bool end)
{
    const char *drop = call->count ? call->arguments[0] : " \t\r\n";
    const char *text = call->self + (start ? strspn(call->self, drop) : 0);
    size_t length = strlen(text);

    while (end && length > 0 && strchr(drop, text[length - 1]))
        length--;
    return arena_strndup(call->arena, text, length);
}

static const char *trim(const struct call *call)
{
    return trim_both(call, true, true);
}

static const char *trim_start(const struct call *call)
{
    return trim_both(call, true, false);
}

static const char *trim_end(const struct call *call)
{
    return trim_both(call, false, true);
}

static const char *length_of(const struct call *call)
{
    return arena_format(call->arena, "%zu", strlen(call->self));
}

static const char *substring(const struct call *call)
{
    size_t length = strlen(call->self);
    size_t start = strtoul(call->arguments[0], NULL, 10);
    size_t count =
        call->count > 1 ? strtoul(call->arguments[1], NULL, 10) : length;

    if (start > length)
        return NULL;
    return arena_strndup(call->arena, call->self + start, count);
}

static const char *index_of(const struct call *call)
{
    const char *found = strstr(call->self, call->arguments[0]);

    return found
               ? arena_format(call->arena, "%zu", (size_t)(found - call->self))
               : "-1";
}

static const char *as_it_is(const struct call *call)
{
    return call->self;
}

static const char *is_empty(const struct call *call)
{
    return truth(call->arguments[0][0] == '\0');
}

static const char *combine(const struct call *call)
{
    const char *path = call->arguments[0];

    for (size_t i = 1; i < call->count; i++)
        path = host_path_is_absolute(call->arguments[i])
                   ? call->arguments[i]
                   : path_join(call->arena, path, call->arguments[i]);
    return path;
}

static const char *normal_path(const struct call *call)
{
    return host(call, combine(call));
}

static const char *normal_directory(const struct call *call)
{
    return arena_format(call->arena, "%s/", host(call, combine(call)));
}

static const char *with_slash(const struct call *call)
{
    const char *path = call->arguments[0];
    size_t length = strlen(path);
    bool has =
        length == 0 || path[length - 1] == '/' || path[length - 1] == '\\';

    return has ? path : arena_format(call->arena, "%s/", path);
}

static const char *with_slashes(struct arena *arena, const char *path)
{
    char *plain = arena_strdup(arena, path);

    for (char *at = plain; *at != '\0'; at++)
        if (*at == '\\')
            *at = '/';
    return plain;
}

static const char *directory_name(const struct call *call)
{
    return path_directory(call->arena,
                          with_slashes(call->arena, call->arguments[0]));
}

static const char *file_name(const struct call *call)
{
    return path_base(with_slashes(call->arena, call->arguments[0]));
}

static const char *stem(const struct call *call)
{
    const char *name = file_name(call);

    return arena_strndup(call->arena, name,
                         strlen(name) - strlen(path_extension(name)));
}

static const char *extension(const struct call *call)
{
    return path_extension(with_slashes(call->arena, call->arguments[0]));
}

static const char *exists(const struct call *call)
{
    const char *path = host(call, call->arguments[0]);

    return truth(file_is_there(path));
}

static const char *file_above(const struct call *call, const char *start,
                              const char *name)
{
    return database_above(call->arena, host(call, start), name);
}

static const char *directory_of_file_above(const struct call *call)
{
    const char *found =
        file_above(call, call->arguments[0], call->arguments[1]);

    return found ? path_directory(call->arena, found) : "";
}

static const char *path_of_file_above(const struct call *call)
{
    const char *start =
        call->count > 1 ? call->arguments[1] : call->expander->directory;
    const char *found = file_above(call, start, call->arguments[0]);

    return found ? found : "";
}

static const char *value_or_default(const struct call *call)
{
    return call->arguments[call->arguments[0][0] == '\0' ? 1 : 0];
}

/* The tool reads projects as a 64-bit machine builds them. */
static const char *architecture(const struct call *call)
{
    (void)call;
    return "X64";
}

/* What a project reads from the machine is not the project's. */
static const char *nothing(const struct call *call)
{
    (void)call;
    return "";
}

#define RUNTIME "System.Runtime.InteropServices.RuntimeInformation"

static const struct function functions[] = {
    { NULL, "ToLower", 0, 0, to_lower },
    { NULL, "ToLowerInvariant", 0, 0, to_lower },
    { NULL, "ToUpper", 0, 0, to_upper },
    { NULL, "ToUpperInvariant", 0, 0, to_upper },
    { NULL, "ToString", 0, 0, as_it_is },
    { NULL, "Contains", 1, 2, contains },
    { NULL, "StartsWith", 1, 2, starts_with },
    { NULL, "EndsWith", 1, 2, ends_with },
    { NULL, "Replace", 2, 2, replace },
    { NULL, "Trim", 0, 1, trim },
    { NULL, "TrimStart", 0, 1, trim_start },
    { NULL, "TrimEnd", 0, 1, trim_end },
    { NULL, "Length", 0, 0, length_of },
    { NULL, "Substring", 1, 2, substring },
    { NULL, "IndexOf", 1, 1, index_of },
    { "System.String", "IsNullOrEmpty", 1, 1, is_empty },
    { "System.String", "IsNullOrWhiteSpace", 1, 1, is_empty },
    { "String", "IsNullOrEmpty", 1, 1, is_empty },
    { "System.IO.Path", "Combine", 1, 8, combine },
    { "System.IO.Path", "GetFullPath", 1, 1, normal_path },
    { "System.IO.Path", "GetDirectoryName", 1, 1, directory_name },
    { "System.IO.Path", "GetFileName", 1, 1, file_name },
    { "System.IO.Path", "GetFileNameWithoutExtension", 1, 1, stem },
    { "System.IO.Path", "GetExtension", 1, 1, extension },
    { "System.IO.File", "Exists", 1, 1, exists },
    { "System.IO.Directory", "Exists", 1, 1, exists },
    { "MSBuild", "EnsureTrailingSlash", 1, 1, with_slash },
    { "MSBuild", "NormalizePath", 1, 8, normal_path },
    { "MSBuild", "NormalizeDirectory", 1, 8, normal_directory },
    { "MSBuild", "GetDirectoryNameOfFileAbove", 2, 2, directory_of_file_above },
    { "MSBuild", "GetPathOfFileAbove", 1, 2, path_of_file_above },
    { "MSBuild", "ValueOrDefault", 2, 2, value_or_default },
    { "System.Environment", "GetEnvironmentVariable", 1, 1, nothing },
    { RUNTIME, "OSArchitecture", 0, 0, architecture },
    { RUNTIME, "ProcessArchitecture", 0, 0, architecture },
};

static bool is_function(const struct function *function, const char *class_name,
                        const char *name, size_t count)
{
    bool is_class = class_name
                        ? function->class_name &&
                              strcasecmp(function->class_name, class_name) == 0
                        : !function->class_name;

    return is_class && strcasecmp(function->name, name) == 0 &&
           count >= function->least && count <= function->most;
}

const char *expand_call(const struct expander *expander, const char *class_name,
                        const char *self, const char *name,
                        const struct words *arguments)
{
    struct call call = { expander, expander->arena, self, arguments->items,
                         arguments->count };

    for (size_t i = 0; i < sizeof(functions) / sizeof(*functions); i++)
        if (is_function(&functions[i], class_name, name, arguments->count))
            return functions[i].run(&call);
    return NULL;
}
