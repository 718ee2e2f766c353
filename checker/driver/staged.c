/* staged.c - asks git what is staged, and makes the run be about that. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/staged.h"

#include "driver/git.h"
#include "driver/move.h"
#include "driver/options.h"
#include "driver/prescan.h"
#include "driver/run.h"
#include "driver/settings.h"
#include "driver/snapshot.h"
#include "project/command.h"
#include "project/image.h"
#include "project/text_file.h"
#include "project/tree.h"
#include "support/arena.h"
#include "support/fail.h"
#include "support/file.h"
#include "support/path.h"
#include "support/text.h"

#include <string.h>
#include <strings.h>
#include <uv.h>

/* Where drivers are looked for if nobody says. */
#define EVERYWHERE "."

static const char purpose[] = "what is staged cannot be told";

struct staged {
    struct arena *arena;
    const char *root; /* of the work tree, absolute */
    const char *git;  /* git's own folder for it, absolute */
    struct words parents;
    struct words changed; /* seen from the root; those that are gone, too */
    struct words gone;    /* the ones of them that the commit has no more */
    struct words rules;   /* folders of rules */
};

static bool is_listed(const char *const *extensions, const char *name)
{
    for (; *extensions; extensions++)
        if (strcasecmp(*extensions, path_extension(name)) == 0)
            return true;
    return false;
}

/* What says which drivers there are, and how they are built. */
static bool is_of_build(const char *name)
{
    static const char *const extensions[] = { ".vcxproj", ".vcxitems", ".props",
                                              ".targets", ".sln",      ".slnx",
                                              ".json",    ".rsp",      ".tlog",
                                              ".yaml",    NULL };

    return is_listed(extensions, name) ||
           strcmp(path_base(name), "compile_flags.txt") == 0;
}

/* Nobody includes a file of these; of any other it is hard to say. */
static bool may_matter(const char *name)
{
    static const char *const extensions[] = {
        ".md",  ".rst", ".txt",  ".html", ".css", ".png", ".jpg",  ".gif",
        ".svg", ".pdf", ".json", ".xml",  ".yml", ".py",  ".sh",   ".ps1",
        ".bat", ".cmd", ".cs",   ".js",   ".ts",  ".inf", ".docx", NULL
    };

    return is_of_build(name) || !is_listed(extensions, name);
}

static bool is_among(const struct words *words, const char *word)
{
    vec_each (const char *, one, words)
        if (strcmp(*one, word) == 0)
            return true;
    return false;
}

/* Git. */

static bool ask(struct run *run, const char *folder, const char *const *words,
                struct words *names)
{
    const struct git_call call = { purpose, folder, words, NULL };
    struct words all = { 0 };

    if (!git_names(run, &call, &all))
        return false;
    vec_each (const char *, name, &all)
        if (may_matter(*name))
            vec_push(run->arena, names, *name);
    return true;
}

static bool add_lines(struct run *run, const char *folder,
                      const char *const *words, bool is_told,
                      struct words *lines)
{
    const struct git_call call = { is_told ? purpose : NULL, folder, words,
                                   NULL };
    struct text out = text_make(run->arena);

    if (!git_run(run, &call, &out))
        return false;

    const char *rest = text_str(&out), *line;

    while ((line = text_file_line(run->arena, &rest)) != NULL)
        vec_push(run->arena, lines, line);
    return true;
}

static void add_parent(struct staged *staged, const char *parent)
{
    if (!is_among(&staged->parents, parent))
        vec_push(staged->arena, &staged->parents, parent);
}

/* Of a merge that a person has to end. */
static void add_merged(struct run *run, struct staged *staged)
{
    const char *path = path_join(run->arena, staged->git, "MERGE_HEAD");
    struct file_text text;

    if (!file_is_regular(path) ||
        !file_read(run->arena, path, run->fail, &text))
        return;

    const char *rest = text.data, *line;

    while ((line = text_file_line(run->arena, &rest)) != NULL)
        add_parent(staged, line);
}

/* Of one that git makes by itself, and tells its hook in no other way. */
static void add_merging(struct staged *staged)
{
    static const char known[] = "GITHEAD_";
    uv_env_item_t *items;
    int count = 0;

    if (uv_os_environ(&items, &count) != 0)
        return;
    for (int i = 0; i < count; i++)
        if (strncmp(items[i].name, known, strlen(known)) == 0)
            add_parent(staged, arena_strdup(staged->arena,
                                            items[i].name + strlen(known)));
    uv_os_free_environ(items, count);
}

/* The first commit has none, a merge several. */
static void add_parents(struct run *run, struct staged *staged)
{
    static const char *const head[] = { "rev-parse", "--quiet", "--verify",
                                        "HEAD^{commit}", NULL };

    add_lines(run, staged->root, head, false, &staged->parents);
    add_merged(run, staged);
    add_merging(staged);
}

static bool find_work_tree(struct run *run, struct staged *staged)
{
    static const char *const words[] = { "rev-parse", "--show-toplevel",
                                         "--absolute-git-dir", NULL };
    struct words lines = { 0 };

    if (!add_lines(run, ".", words, true, &lines))
        return false;
    if (lines.count != 2) {
        fail_add(run->fail, (struct fail_place){ 0 },
                 "%s: there is no work tree here", purpose);
        return false;
    }
    staged->root = lines.items[0];
    staged->git = lines.items[1];
    return true;
}

static bool find_changed(struct run *run, struct staged *staged)
{
    static const char *const changed[] = { "diff",
                                           "--cached",
                                           "--name-only",
                                           "--no-renames",
                                           "--no-relative",
                                           "--ignore-submodules",
                                           "-z",
                                           NULL };
    static const char *const gone[] = { "diff",
                                        "--cached",
                                        "--name-only",
                                        "--no-renames",
                                        "--no-relative",
                                        "--ignore-submodules",
                                        "--diff-filter=D",
                                        "-z",
                                        NULL };

    return ask(run, staged->root, changed, &staged->changed) &&
           ask(run, staged->root, gone, &staged->gone);
}

/* Options. */

/* Takes the files out of the operands: they say which part of the change is
 * meant. What is asked about and not staged is of no interest. */
static void take_names(struct staged *staged, struct options *options)
{
    struct words places = { 0 }, names = { 0 }, changed = { 0 };

    vec_each (const char *, operand, &options->operands) {
        const char *full = path_join(staged->arena, staged->root, *operand);
        bool is_place = file_is_directory(full);
        if (!is_place)
            vec_push(staged->arena, &names, *operand);
        if (is_place || (is_of_build(*operand) && file_is_regular(full)))
            vec_push(staged->arena, &places, *operand);
    }
    if (places.count == 0 && !options->database)
        vec_push(staged->arena, &places, EVERYWHERE);
    options->operands = places;
    vec_each (const char *, name, &staged->changed)
        if (names.count == 0 || is_among(&names, *name))
            vec_push(staged->arena, &changed, *name);
    staged->changed = changed;
}

/* The tree. */

/* Whether what lies in the work tree is not what is staged. */
static bool differs(struct run *run, const struct staged *staged, bool *answer)
{
    static const char *const words[] = {
        "diff", "--name-only", "--no-relative", "--ignore-submodules",
        "-z",   NULL
    };
    struct words unstaged = { 0 };

    if (!ask(run, staged->root, words, &unstaged))
        return false;
    *answer = unstaged.count != 0;
    vec_each (const char *, name, &staged->gone)
        *answer |= file_is_regular(path_join(run->arena, staged->root, *name));
    return true;
}

/* Files that git does not have: what a build made, and says of itself. */
static bool find_beside(struct run *run, const struct staged *staged,
                        struct words *beside)
{
    static const char *const words[] = { "ls-files", "--others", "--full-name",
                                         "-z", NULL };
    struct words all = { 0 };

    if (!ask(run, staged->root, words, &all))
        return false;
    vec_each (const char *, name, &all)
        if ((is_of_build(*name) || command_is_source(*name) ||
             tree_is_header(*name)) &&
            !is_among(&staged->gone, *name))
            vec_push(run->arena, beside, *name);
    return true;
}

/* Of a link to a commit git says "160000 NAME-OF-THE-COMMIT 0<tab>PATH". */
static bool find_modules(struct run *run, const struct staged *staged,
                         struct words *modules)
{
    static const char *const words[] = { "ls-files", "--stage", "--full-name",
                                         "-z", NULL };
    const struct git_call call = { purpose, staged->root, words, NULL };
    struct words all = { 0 };

    if (!git_names(run, &call, &all))
        return false;
    vec_each (const char *, entry, &all) {
        const char *name = strchr(*entry, '\t');
        if (name && strncmp(*entry, "160000 ", strlen("160000 ")) == 0)
            vec_push(run->arena, modules, name + 1);
    }
    return true;
}

/* What a build calls the work tree stands in `folder`. */
static void map_root(const struct staged *staged, const char *folder,
                     struct options *options)
{
    const char *from = arena_format(staged->arena, "%s=", staged->root);
    struct words maps = { 0 };

    vec_each (const char *, map, &options->path_maps)
        if (strncmp(*map, from, strlen(from)) != 0)
            vec_push(staged->arena, &maps, *map);
    vec_push(staged->arena, &maps,
             arena_format(staged->arena, "%s%s", from, folder));
    options->path_maps = maps;
}

static const char *make_snapshot(struct run *run, const struct staged *staged,
                                 const char *revision, struct options *options)
{
    struct words beside = { 0 }, modules = { 0 };
    const struct snapshot_source source = {
        .name = revision ? "parent" : "staged",
        .revision = revision,
        .root = staged->root,
        .git = staged->git,
        .beside = &beside,
        .modules = &modules,
    };
    const char *folder = NULL;

    if (find_beside(run, staged, &beside) &&
        find_modules(run, staged, &modules))
        folder = snapshot_make(run, &source);
    if (folder)
        map_root(staged, folder, options);
    return folder;
}

/* NULL: nowhere. */
static bool go(struct run *run, const char *folder)
{
    if (!folder || uv_chdir(folder) == 0)
        return folder != NULL;
    fail_add(run->fail, (struct fail_place){ .file = folder },
             "cannot go there");
    return false;
}

static bool enter(struct run *run, const struct staged *staged,
                  struct options *options)
{
    bool is_other = false;

    return differs(run, staged, &is_other) &&
           go(run, is_other ? make_snapshot(run, staged, NULL, options)
                            : staged->root);
}

const struct staged *staged_enter(struct run *run, struct options *options)
{
    struct staged *staged = arena_new(run->arena, struct staged);

    staged->arena = run->arena;
    if (!find_work_tree(run, staged) || !find_changed(run, staged))
        return NULL;
    add_parents(run, staged);
    *options = *options->given;
    move_options(run->arena, staged->root, options);
    take_names(staged, options);
    if (staged->changed.count == 0)
        return staged;
    if (!enter(run, staged, options))
        return NULL;
    settings_read(run, options);
    staged->rules = options->rule_folders;
    return staged;
}

bool staged_enter_parent(const struct staged *staged, struct run *run,
                         const char *revision, struct options *options)
{
    return go(run, make_snapshot(run, staged, revision, options));
}

bool staged_matters(const struct staged *staged)
{
    return staged->changed.count != 0;
}

const char *staged_root(const struct staged *staged)
{
    return staged->root;
}

const struct words *staged_parents(const struct staged *staged)
{
    return &staged->parents;
}

/* Images. */

/* A file that is gone is part of no image any more: a header may be what an
 * image misses, and a source may have been part of any. */
static bool concerns_all(const struct staged *staged)
{
    vec_each (const char *, name, &staged->changed)
        if (is_of_build(*name) ||
            (command_is_source(*name) && is_among(&staged->gone, *name)))
            return true;
    return false;
}

bool staged_concerns(const struct staged *staged, struct prescan *prescan,
                     const struct inputs *inputs)
{
    return concerns_all(staged) ||
           prescan_reads(prescan, inputs, &staged->changed);
}

void staged_choose(const struct staged *staged, struct prescan *prescan,
                   struct images *images)
{
    size_t kept = 0;

    for (size_t i = 0; i < images->count; i++)
        if (staged_concerns(staged, prescan, &images->items[i].inputs))
            images->items[kept++] = images->items[i];
    images->count = kept;
}

static bool is_part(const struct image *image, const char *file)
{
    if (image->origin && strcmp(image->origin, file) == 0)
        return true;
    vec_each (const struct input, input, &image->inputs)
        if (strcmp(input->path, file) == 0)
            return true;
    return false;
}

static bool is_of_interest(const struct staged *staged,
                           const struct images *images, const char *file)
{
    vec_each (const struct image, image, images)
        if (is_part(image, file))
            return true;
    return is_among(&staged->changed, file);
}

void staged_take_trouble(const struct staged *staged,
                         const struct images *images, const struct fail *said,
                         struct fail *fail)
{
    bool is_all = concerns_all(staged);

    for (size_t i = 0; i < fail_count(said); i++) {
        const struct fail_message *message = fail_at(said, i);
        const char *file = message->place.file;
        if (!file || (is_all && strcmp(file, EVERYWHERE) != 0) ||
            is_of_interest(staged, images, file))
            fail_repeat(fail, message);
    }
}
