/* lsp.c - the command `lsp`, and the program `unloadcheck-clangd`.
 *
 * The stand-in takes clangd's arguments, whatever they are, and passes them on.
 * What clangd would do without an editor (--version, --help, --check) it does
 * in our place.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/lsp.h"

#include "cache/store.h"
#include "driver/config.h"
#include "driver/options.h"
#include "driver/rulebook.h"
#include "driver/run_cache.h"
#include "driver/telling.h"
#include "driver/workspace.h"
#include "editor/answer.h"
#include "editor/server.h"
#include "frontend/capture.h"
#include "rules/explain.h"
#include "support/arena.h"
#include "support/environment.h"
#include "support/fail.h"
#include "support/file.h"
#include "support/file_write.h"
#include "support/path.h"
#include "support/text.h"

#include <string.h>
#include <strings.h>

#define STAND_IN   "unloadcheck-clangd"
#define REAL       "clangd"
#define WHICH      "UNLOADCHECK_CLANGD"
#define WHICH_FLAG "--unloadcheck-clangd="

#if defined(_WIN32)
#    define EXECUTABLE     ".exe"
#    define PATH_SEPARATOR ";"
#else
#    define EXECUTABLE     ""
#    define PATH_SEPARATOR ":"
#endif

/* Versions of clangd that may be in its name. */
enum { OLDEST = 11, NEWEST = 40 };

struct lsp {
    const struct rule_set *rules;
    const char *pages; /* folder of what is written to be read; or NULL */
    struct workspace *workspace; /* of the other thread */
};

static struct answer *analyze(void *data, const struct snapshot *texts,
                              const atomic_bool *stop)
{
    struct lsp *lsp = data;

    if (!workspace_analyze(lsp->workspace, texts, stop))
        return NULL;
    return telling_make(lsp->workspace, texts);
}

static struct answer *refine(void *data, const struct snapshot *texts,
                             const atomic_bool *stop)
{
    struct lsp *lsp = data;
    struct answer *answer;

    if (!workspace_fix(lsp->workspace, texts, stop))
        return NULL;
    answer = telling_make(lsp->workspace, texts);
    answer->is_final = true;
    return answer;
}

static const char *explain(void *data, struct arena *arena, const char *rule)
{
    struct lsp *lsp = data;
    struct text text = text_make(arena);

    return rules_explain(lsp->rules, rule, &text) ? text_str(&text) : NULL;
}

/* The name of a rule has a folder in it. */
static const char *write_page(void *data, struct arena *arena, const char *name,
                              const char *text)
{
    struct lsp *lsp = data;
    char *file = arena_strdup(arena, name);
    const char *path;

    for (char *at = file; *at != '\0'; at++)
        if (*at == '/')
            *at = '-';
    if (!lsp->pages || !file_make_directory(lsp->pages))
        return NULL;
    path = path_join(arena, lsp->pages, file);
    return file_write(path, text, strlen(text), NULL) ? path : NULL;
}

/* Pages lie beside what is kept from run to run, and may be removed too. */
static const char *pages_folder(struct run *run, const struct options *options)
{
    const struct store *store = run_cache_store(run, options);

    return store ? path_join(run->arena, store_folder(store), "pages") : NULL;
}

/* `command` as for server_run. */
static int serve(struct run *run, const struct options *options, char **command)
{
    struct arena *arena = arena_open();
    struct lsp lsp = {
        .rules = rulebook_read(run, options, NULL),
        .pages = pages_folder(run, options),
        .workspace = workspace_open(arena, options),
    };
    struct server_options how = {
        .command = command,
        .version = CONFIG_VERSION,
        .data = &lsp,
        .analyze = analyze,
        .refine = refine,
        .explain = explain,
        .write_page = write_page,
    };
    int status = RUN_TROUBLE;

    capture_prepare();

    bool is_ready = lsp.rules && capture_load(arena, run->fail, NULL);

    fail_print(run->fail, stderr);
    if (is_ready)
        status = server_run(&how);
    else if (command) /* its users shall not be without it */
        status = server_run_plain(command);
    workspace_close(lsp.workspace);
    arena_close(arena);
    return status;
}

enum run_status lsp_run(struct run *run, const struct options *options)
{
    if (options->operands.count != 0) {
        fail_add(run->fail, (struct fail_place){ 0 },
                 "'lsp' takes no '%s': the editor says which files it has open",
                 options->operands.items[0]);
        return RUN_TROUBLE;
    }
    /* What holds where a file is, is read when it is opened. */
    return (enum run_status)serve(run, options->given, NULL);
}

/* The stand-in. */

static const char *own_name(struct arena *arena, const char *path)
{
    const char *base = path_base(path);
    size_t length = strlen(base) - strlen(path_extension(base));

    return strcasecmp(path_extension(base), ".exe") == 0
               ? arena_strndup(arena, base, length)
               : base;
}

bool lsp_is_stand_in(const char *program)
{
    struct arena *scratch = arena_open();
    bool is = strcmp(own_name(scratch, program), STAND_IN) == 0;

    arena_close(scratch);
    return is;
}

/* A program of that name on the PATH; NULL: there is none. */
static const char *on_path(struct arena *arena, const char *name)
{
    const char *at = environment_get(arena, "PATH");

    while (at && *at != '\0') {
        size_t length = strcspn(at, PATH_SEPARATOR);
        const char *path =
            path_join(arena, arena_strndup(arena, at, length), name);
        if (length != 0 && file_is_regular(path))
            return path;
        at += length + (at[length] != '\0');
    }
    return NULL;
}

/* The newest one where there are only such with a version in their name. */
static const char *find_clangd(struct arena *arena)
{
    const char *found = environment_get(arena, WHICH);

    if (!found || *found == '\0')
        found = on_path(arena, REAL EXECUTABLE);
    for (int version = NEWEST; !found && version >= OLDEST; version--)
        found =
            on_path(arena, arena_format(arena, REAL "-%d" EXECUTABLE, version));
    return found;
}

/* clangd's command: its arguments without ours. */
static char **make_command(struct run *run, char *const *arguments,
                           size_t count)
{
    char **command = arena_array(run->arena, char *, count + 2);
    const char *clangd = NULL;
    size_t kept = 1;

    for (size_t i = 0; i < count; i++) {
        if (strncmp(arguments[i], WHICH_FLAG, strlen(WHICH_FLAG)) == 0)
            clangd = arguments[i] + strlen(WHICH_FLAG);
        else
            command[kept++] = arguments[i];
    }
    if (!clangd)
        clangd = find_clangd(run->arena);
    if (clangd && lsp_is_stand_in(clangd)) {
        fail_add(run->fail, (struct fail_place){ .file = clangd },
                 "stands in for clangd, and is none");
        return NULL;
    }
    if (!clangd)
        fail_add(run->fail, (struct fail_place){ 0 },
                 "no clangd is on the PATH; " WHICH_FLAG "PATH or " WHICH
                 " names one");
    command[0] = clangd ? arena_strdup(run->arena, clangd) : NULL;
    return clangd ? command : NULL;
}

/* Whether the word is that flag of clangd's, which takes one dash or two. */
static bool is_flag(const char *word, const char *name)
{
    const char *flag = word + strspn(word, "-");
    size_t length = strcspn(flag, "=");

    return flag != word && strlen(name) == length &&
           strncmp(name, flag, length) == 0;
}

/* Whether clangd is asked for something that ends without an editor. */
static bool ends_at_once(char *const *command)
{
    static const char *const flags[] = { "version",          "help",
                                         "help-hidden",      "help-list",
                                         "help-list-hidden", "check" };

    for (; *command; command++)
        for (size_t i = 0; i < sizeof(flags) / sizeof(*flags); i++)
            if (is_flag(*command, flags[i]))
                return true;
    return false;
}

/* The same that clangd is told by it. */
static void take_database(struct options *options, char *const *command)
{
    for (; *command; command++) {
        const char *value = strchr(*command, '=');
        if (is_flag(*command, "compile-commands-dir"))
            options->database = value ? value + 1 : command[1];
    }
}

int lsp_stand_in(struct run *run, char *const *arguments, size_t count)
{
    char **command = make_command(run, arguments, count);
    struct options options;

    if (!command || !options_parse(run, FOR_LSP, NULL, 0, &options))
        return RUN_TROUBLE;
    if (ends_at_once(command + 1))
        return server_run_plain(command);
    take_database(&options, command + 1);
    return serve(run, &options, command);
}
