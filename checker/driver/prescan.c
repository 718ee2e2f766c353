/* prescan.c - which files of an image cannot matter, and are not parsed.
 *
 * Method: the gist of each file and of each header that it includes, found as
 * the parser would find it. Some words are marked: functions of protocols,
 * and what the rules know routines are handed over by. The files in whose texts
 * a marked word is used are needed, and what cannot be judged is; then, until
 * there are no more, each file that defines a word that a needed one uses.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/prescan.h"

#include "driver/gist.h"
#include "driver/options.h"
#include "driver/roster.h"
#include "frontend/arguments.h"
#include "frontend/capture.h"
#include "project/image.h"
#include "support/file.h"
#include "support/map.h"
#include "support/path.h"
#include "support/strings.h"
#include "support/text.h"

#include <stdint.h>
#include <string.h>

/* A text that is included with the same folders has the same node. */
struct node {
    const char *path; /* NULL: the command line */
    const struct gist *gist;
    struct vec_of(struct node *) includes;
    bool has_flags;   /* what the command line adds is among the includes */
    bool is_included; /* by another one */
    unsigned visited; /* by which walk */
};

struct file {
    const struct input *input;
    struct node *node;  /* NULL: it is not looked into */
    const char *folder; /* it stands in */
    struct words folders;
    const char *key; /* of the flags */
    bool is_needed;
    bool is_queued;
};

struct prescan {
    struct arena *arena;
    struct strings *strings;
    const struct options *options;
    const char *headers;
    struct gists *gists;
    struct map *nodes;      /* folders and path -> node */
    struct map *found;      /* path -> NULL: there is no such file */
    struct map *other_case; /* folder and name -> path, or NULL */
    struct map *headers_by; /* flags, folder and name -> header, or NULL */
    struct map *folders;    /* that headers are looked for in */
    unsigned walk;          /* number of the last one */
};

struct numbers vec_of(size_t);

/* One image, while it is looked at. Words are hashes. */
struct scan {
    struct prescan *prescan;
    struct vec_of(struct file) files;
    struct map *definers; /* word -> struct numbers */
    struct map *macros;   /* words that are a macro somewhere */
    struct numbers queue; /* of needed files */
    unsigned marks;       /* of any text */
    bool is_unclear;      /* any text */
    bool pastes;          /* any text */
};

struct prescan *prescan_make(struct arena *arena, const struct options *options,
                             const struct rule_set *rules, const char *headers,
                             const struct run_cache *cache)
{
    struct prescan *prescan = arena_new(arena, struct prescan);

    prescan->arena = arena;
    prescan->strings = strings_make(arena);
    prescan->options = options;
    prescan->headers = headers;
    prescan->gists = gists_make(arena, rules, cache);
    prescan->nodes = map_make(arena);
    prescan->found = map_make(arena);
    prescan->other_case = map_make(arena);
    prescan->headers_by = map_make(arena);
    prescan->folders = map_make(arena);
    return prescan;
}

/* A hash as a map takes it. */
static const void *key_of(uint64_t hash)
{
    return (const void *)(uintptr_t)hash;
}

/* Texts. */

static bool is_file(struct prescan *prescan, const char *path)
{
    if (!map_has(prescan->found, path))
        map_put(prescan->found, path, file_is_regular(path) ? prescan : NULL);
    return map_get(prescan->found, path) != NULL;
}

static const char *in_folder(struct prescan *prescan, const char *folder,
                             const char *name)
{
    struct arena *scratch = arena_open();
    const char *path =
        strings_intern(prescan->strings, path_join(scratch, folder, name));

    arena_close(scratch);
    return is_file(prescan, path) ? path : NULL;
}

static bool is_built_in(const struct prescan *prescan, const char *path)
{
    size_t length = strlen(prescan->headers);

    return strncmp(path, prescan->headers, length) == 0 && path[length] == '/';
}

/* As in_folder, in any case; each name is looked for once in a folder. */
static const char *in_any_case(struct prescan *prescan, const char *folder,
                               const char *name)
{
    struct arena *scratch = arena_open();
    const char *key = strings_intern(
        prescan->strings, arena_format(scratch, "%s\n%s", folder, name));
    char *found = map_get(prescan->other_case, key);

    if (!map_has(prescan->other_case, key)) {
        const char *other = file_in_any_case(scratch, folder, name);
        if (other && file_is_regular(other))
            found = arena_strdup(prescan->arena, other);
        map_put(prescan->other_case, key, found);
    }
    arena_close(scratch);
    return found ? strings_intern(prescan->strings, found) : NULL;
}

/* The header that is meant, or NULL; it may be spelled in another case, if
 * there is none that is spelled so, not even among the built-in ones. */
static const char *look_for_header(struct prescan *prescan,
                                   const struct file *file, const char *folder,
                                   const char *name)
{
    const char *found = in_folder(prescan, folder, name);

    for (size_t i = 0; !found && i < file->folders.count; i++)
        found = in_folder(prescan, file->folders.items[i], name);
    if (!found)
        found = in_folder(prescan, prescan->headers, name);
    if (!found)
        found = in_any_case(prescan, folder, name);
    for (size_t i = 0; !found && i < file->folders.count; i++)
        found = in_any_case(prescan, file->folders.items[i], name);
    return found;
}

/* With the same flags it is the same for all files in a folder. */
static const char *find_header(struct prescan *prescan, const struct file *file,
                               const char *includer, const char *name)
{
    struct arena *scratch = arena_open();
    const char *folder = path_directory(scratch, includer);
    struct text text = text_make(scratch);

    text_add(&text, file->key);
    text_add(&text, folder);
    text_add_char(&text, '\n');
    text_add(&text, name);

    const char *key = strings_intern(prescan->strings, text_str(&text));
    const char *found = map_get(prescan->headers_by, key);

    if (!map_has(prescan->headers_by, key)) {
        found = look_for_header(prescan, file, folder, name);
        map_put(prescan->headers_by, key, (void *)(uintptr_t)found);
    }
    arena_close(scratch);
    return found;
}

static struct node *node_at(struct prescan *prescan, const struct file *file,
                            const char *path);

static void add_include(struct prescan *prescan, const struct file *file,
                        struct node *node, const char *header)
{
    if (!header || is_built_in(prescan, header))
        return;

    struct node *next = node_at(prescan, file, header);

    next->is_included = true;
    vec_push(prescan->arena, &node->includes, next);
}

/* A header may as well be the one beside the file that all starts from: which
 * of them it is depends on the way there. */
static struct node *node_at(struct prescan *prescan, const struct file *file,
                            const char *path)
{
    struct arena *scratch = arena_open();
    const char *key = strings_intern(
        prescan->strings, arena_format(scratch, "%s\n%s", file->key, path));
    struct node *node = map_get(prescan->nodes, key);

    arena_close(scratch);
    if (node)
        return node;
    node = arena_new(prescan->arena, struct node);
    map_put(prescan->nodes, key, node);
    node->path = path;
    node->gist = gist_of_file(prescan->gists, path);
    vec_each (const char *, name, &node->gist->includes) {
        const char *header = find_header(prescan, file, path, *name);
        const char *beside = in_folder(prescan, file->folder, *name);
        add_include(prescan, file, node, header);
        if (beside != header)
            add_include(prescan, file, node, beside);
    }
    return node;
}

/* Files. */

/* The flags that decide what is included, and what words stand for. */
struct flags {
    struct words forced;
    struct text defines; /* as a text would say it */
};

static void read_flags(struct arena *arena, struct file *file,
                       const struct words *words, struct flags *flags)
{
    struct text key = text_make(arena);

    text_addf(&key, "%s\n", file->folder);
    flags->defines = text_make(arena);
    for (size_t i = 0; i + 1 < words->count; i++) {
        const char *flag = words->items[i], *value = words->items[i + 1];
        if (strcmp(flag, "-include") == 0 || strcmp(flag, "-imacros") == 0)
            vec_push(arena, &flags->forced, value);
        else if (strcmp(flag, "-D") == 0)
            text_addf(&flags->defines, "#define %s %s\n", value,
                      value[strcspn(value, "=")] ? strchr(value, '=') + 1 : "");
        else if (strcmp(flag, "-I") == 0 || strcmp(flag, "-iquote") == 0 ||
                 strcmp(flag, "-idirafter") == 0)
            vec_push(arena, &file->folders, value);
        else
            continue;
        text_add(&key, flag);
        text_add_char(&key, ' ');
        text_add(&key, value);
        text_add_char(&key, '\n');
    }
    file->key = text_str(&key);
}

/* Behind a node's own includes stand those of the command line. */
static void add_flags(struct prescan *prescan, struct file *file,
                      const struct flags *flags)
{
    struct arena *arena = prescan->arena;
    struct node *node = arena_new(arena, struct node);

    if (file->node->has_flags)
        return;
    file->node->has_flags = true;
    node->gist = gist_of_text(prescan->gists, text_str(&flags->defines),
                              flags->defines.length);
    vec_push(arena, &file->node->includes, node);
    vec_each (const char *, name, &flags->forced)
        add_include(prescan, file, file->node,
                    find_header(prescan, file, "", *name));
}

/* C++ calls functions without naming them. */
static struct file file_make(struct prescan *prescan, const struct input *input)
{
    struct capture_options how = {
        .headers = prescan->headers,
        .wdk = prescan->options->wdk,
        .directory = input->directory,
    };
    struct file file = { .input = input };
    struct arguments arguments =
        arguments_make(prescan->arena, input->path, input->arguments,
                       input->argument_count, &how);
    const char *folder = input->directory ? input->directory : "";
    const char *path = strings_intern(
        prescan->strings, path_join(prescan->arena, folder, input->path));
    struct flags flags = { 0 };

    file.folder = path_directory(prescan->arena, path);
    read_flags(prescan->arena, &file, &arguments.words, &flags);
    vec_each (const char *, searched, &file.folders)
        map_put(prescan->folders, strings_intern(prescan->strings, *searched),
                prescan);
    file.node = node_at(prescan, &file, path);
    file.is_needed = arguments.is_cxx;
    add_flags(prescan, &file, &flags);
    return file;
}

/* Visits a text and what it includes, each once in a walk. */
static void walk(struct scan *scan, struct node *node,
                 void (*visit)(struct scan *scan, struct node *node,
                               void *data),
                 void *data)
{
    if (node->visited == scan->prescan->walk)
        return;
    node->visited = scan->prescan->walk;
    visit(scan, node, data);
    for (size_t i = 0; i < node->includes.count; i++)
        walk(scan, node->includes.items[i], visit, data);
}

static void look_at(struct scan *scan, struct node *node, void *data)
{
    const struct gist *gist = node->gist;
    struct file *file = data;

    scan->marks |= gist->marks;
    scan->is_unclear |= gist->is_unclear;
    scan->pastes |= gist->pastes;
    file->is_needed |=
        gist->is_unclear || (gist->marks & ~(unsigned)MARK_PART) != 0;
    vec_each (const uint64_t, word, &gist->macros)
        map_put(scan->macros, key_of(*word), scan);
}

/* A file that hands on the address of a function of its own is never left out:
 * it may be called by whoever gets it. Nor is one of which a macro makes
 * functions. */
static bool is_hard_to_tell(const struct scan *scan, const struct gist *gist)
{
    if (gist->takes_own)
        return true;
    vec_each (const uint64_t, word, &gist->heads)
        if (map_has(scan->macros, key_of(*word)))
            return true;
    return false;
}

static void add_definer(struct scan *scan, uint64_t word, size_t number)
{
    struct arena *arena = scan->prescan->arena;
    struct numbers *numbers = map_get(scan->definers, key_of(word));

    if (!numbers) {
        numbers = arena_new(arena, struct numbers);
        map_put(scan->definers, key_of(word), numbers);
    }
    if (numbers->count == 0 || vec_last(numbers) != number)
        vec_push(arena, numbers, number);
}

static void add_definitions(struct scan *scan, struct node *node, void *data)
{
    const size_t *number = data;

    vec_each (const uint64_t, word, &node->gist->defined)
        add_definer(scan, *word, *number);
}

/* Closure. */

static void need(struct scan *scan, size_t number)
{
    struct file *file = &scan->files.items[number];

    if (file->is_queued)
        return;
    file->is_queued = file->is_needed = true;
    vec_push(scan->prescan->arena, &scan->queue, number);
}

/* What a text uses, and what it defines: only one of two that do so counts. */
static void need_definers(struct scan *scan, struct node *node, void *data)
{
    (void)data;
    vec_each (const uint64_t, word, &node->gist->used) {
        const struct numbers *numbers = map_get(scan->definers, key_of(*word));
        for (size_t j = 0; numbers && j < numbers->count; j++)
            need(scan, numbers->items[j]);
    }
}

/* One walk for all files: what a text needs, it needs only once. */
static void close_over(struct scan *scan)
{
    scan->prescan->walk++;
    for (size_t i = 0; i < scan->files.count; i++)
        if (scan->files.items[i].is_needed)
            need(scan, i);
    for (size_t i = 0; i < scan->queue.count; i++)
        walk(scan, scan->files.items[scan->queue.items[i]].node, need_definers,
             NULL);
}

static void look_at_all(struct scan *scan, const struct inputs *inputs)
{
    struct prescan *prescan = scan->prescan;

    vec_each (const struct input, input, inputs) {
        struct file file = file_make(prescan, input);
        vec_push(prescan->arena, &scan->files, file);
    }
    vec_each (struct file, file, &scan->files) {
        prescan->walk++;
        walk(scan, file->node, look_at, file);
    }
    for (size_t i = 0; i < scan->files.count; i++) {
        struct file *file = &scan->files.items[i];
        file->is_needed |= is_hard_to_tell(scan, file->node->gist);
        prescan->walk++;
        walk(scan, file->node, add_definitions, &i);
    }
}

/* Of a whole driver, something must call what is run. */
static bool has_entry(const struct scan *scan)
{
    vec_each (const struct file, file, &scan->files)
        if (file->is_needed && file->node->gist->is_entry)
            return true;
    return false;
}

void prescan_reduce(struct prescan *prescan, struct inputs *inputs)
{
    struct scan scan = {
        .prescan = prescan,
        .definers = map_make(prescan->arena),
        .macros = map_make(prescan->arena),
    };
    struct inputs kept = { 0 };

    vec_each (const struct input, input, inputs)
        if (input->is_ir)
            return;
    look_at_all(&scan, inputs);

    bool mentions = scan.is_unclear || (scan.marks & MARK_PROTOCOL) ||
                    (scan.pastes && (scan.marks & MARK_PART));

    if (mentions) {
        if (scan.pastes) /* words that stand nowhere may be used */
            return;
        close_over(&scan);
        if (!has_entry(&scan))
            return;
        vec_each (const struct file, file, &scan.files)
            if (file->is_needed)
                vec_push(prescan->arena, &kept, *file->input);
    }
    *inputs = kept;
}

/* The text of a node, and what flags say beside it. */
static void tell_texts(const struct node *node, struct roster *roster)
{
    roster_outline(roster, node->path, node->gist, node->is_included);
    vec_each (struct node *, next, &node->includes)
        if (!(*next)->path)
            roster_outline(roster, NULL, (*next)->gist, true);
}

/* Where a header was looked for in any case, the names that could be parts of
 * its own count in the folders on the way. */
static void tell_other_case(struct arena *scratch, const char *key,
                            struct roster *roster)
{
    const char *name = strchr(key, '\n') + 1;
    const char *folder = arena_strndup(scratch, key, (size_t)(name - key) - 1);

    for (size_t length; folder && *name != '\0'; name += length) {
        name += strspn(name, "/\\");
        length = strcspn(name, "/\\");
        const char *part = arena_strndup(scratch, name, length);
        roster_names(roster, arena_format(scratch, "%s:%s",
                                          path_extension(part), folder));
        folder = file_in_any_case(scratch, folder, part);
    }
}

/* Whether a folder is one of a driver kit is told by a header in it. */
void prescan_tell(const struct prescan *prescan, struct roster *roster)
{
    struct arena *scratch = arena_open();

    for (size_t i = 0; i < map_count(prescan->nodes); i++)
        tell_texts(map_at(prescan->nodes, i).value, roster);
    for (size_t i = 0; i < map_count(prescan->found); i++) {
        struct map_entry entry = map_at(prescan->found, i);
        roster_file(roster, entry.key, entry.value != NULL);
    }
    for (size_t i = 0; i < map_count(prescan->folders); i++)
        roster_names(
            roster,
            arena_format(scratch, ".h:%s",
                         (const char *)map_at(prescan->folders, i).key));
    for (size_t i = 0; i < map_count(prescan->other_case); i++)
        tell_other_case(scratch, map_at(prescan->other_case, i).key, roster);
    arena_close(scratch);
}

/* Which files are looked for. */
struct search {
    struct map *files; /* as seen from the working folder */
    struct map *bases; /* of those that are not there */
    const char *working;
    bool is_found;
};

static void search_in(struct scan *scan, struct node *node, void *data)
{
    struct prescan *prescan = scan->prescan;
    struct search *search = data;
    struct arena *scratch = arena_open();

    search->is_found |= node->gist->hides_includes;
    if (node->path) {
        const char *full = path_normal(
            scratch, path_join(scratch, search->working, node->path));
        search->is_found |=
            map_has(search->files,
                    strings_intern(prescan->strings,
                                   path_short(scratch, full, search->working)));
    }
    vec_each (const char *, name, &node->gist->includes)
        search->is_found |= map_has(
            search->bases, strings_intern(prescan->strings, path_base(*name)));
    arena_close(scratch);
}

bool prescan_reads(struct prescan *prescan, const struct inputs *inputs,
                   const struct words *files)
{
    struct arena *arena = prescan->arena;
    struct scan scan = { .prescan = prescan };
    struct search search = { map_make(arena), map_make(arena),
                             file_working_directory(arena), false };

    vec_each (const char *, file, files) {
        bool is_there = file_is_regular(*file);
        const char *name = is_there ? *file : path_base(*file);
        map_put(is_there ? search.files : search.bases,
                strings_intern(prescan->strings, name), prescan);
    }
    prescan->walk++;
    vec_each (const struct input, input, inputs)
        if (!input->is_ir && !search.is_found)
            walk(&scan, file_make(prescan, input).node, search_in, &search);
    return search.is_found;
}
