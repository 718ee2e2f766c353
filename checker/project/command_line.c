/* command_line.c - unquoting, and response files.
 *
 * On Windows the rule is that of the C run-time: 2n backslashes before a quote
 * are n and the quote is one of ours; 2n+1 are n and the quote is a character;
 * a doubled quote inside quotes is a quote.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "project/command_line.h"

#include "project/host_path.h"
#include "project/text_file.h"
#include "support/arena.h"
#include "support/fail.h"
#include "support/file.h"
#include "support/text.h"

#include <ctype.h>
#include <string.h>

enum words_style words_guess(const char *line)
{
    for (const char *at = line; *at != '\0'; at++) {
        bool starts =
            at == line || isspace((unsigned char)at[-1]) || at[-1] == '"';
        if (starts && isalpha((unsigned char)at[0]) && at[1] == ':' &&
            at[2] == '\\')
            return WORDS_WINDOWS;
    }

    struct arena *scratch = arena_open();
    size_t length = strcspn(line, " \t");
    const char *first = arena_strndup(scratch, line, length);
    size_t size = strlen(first);
    bool is_windows = strchr(first, '\\') || strstr(line, ".exe") ||
                      strcmp(first, "cl") == 0 ||
                      (size >= 8 && strcmp(first + size - 8, "clang-cl") == 0);

    arena_close(scratch);
    return is_windows ? WORDS_WINDOWS : WORDS_UNIX;
}

static const char *skip_space(const char *at)
{
    while (isspace((unsigned char)*at))
        at++;
    return at;
}

static const char *unix_word(const char *at, struct text *word)
{
    char quote = '\0';

    for (; *at != '\0'; at++) {
        if (quote == '\0' && isspace((unsigned char)*at))
            break;
        if (*at == '\\' && quote != '\'' && at[1] != '\0') {
            bool is_kept = quote == '"' && !strchr("\"\\$`", at[1]);
            if (is_kept)
                text_add_char(word, '\\');
            text_add_char(word, *++at);
        } else if (quote == '\0' && (*at == '"' || *at == '\'')) {
            quote = *at;
        } else if (*at == quote) {
            quote = '\0';
        } else {
            text_add_char(word, *at);
        }
    }
    return at;
}

/* Adds the backslashes at `at`; gives what is behind them, and the quote that
 * they make an ordinary character. */
static const char *backslashes(const char *at, struct text *word)
{
    size_t count = strspn(at, "\\");
    bool before_quote = at[count] == '"';

    for (size_t i = 0; i < (before_quote ? count / 2 : count); i++)
        text_add_char(word, '\\');
    at += count;
    if (before_quote && count % 2 != 0)
        text_add_char(word, *at++);
    return at;
}

static const char *windows_word(const char *at, struct text *word)
{
    bool is_quoted = false;

    while (*at != '\0' && (is_quoted || !isspace((unsigned char)*at))) {
        if (*at == '\\') {
            at = backslashes(at, word);
        } else if (*at == '"' && is_quoted && at[1] == '"') {
            text_add_char(word, '"');
            at += 2;
        } else if (*at == '"') {
            is_quoted = !is_quoted;
            at++;
        } else {
            text_add_char(word, *at++);
        }
    }
    return at;
}

void words_split(struct arena *arena, const char *line, enum words_style style,
                 struct words *words)
{
    const char *at = skip_space(line);

    while (*at != '\0') {
        struct text word = text_make(arena);
        at = style == WORDS_WINDOWS ? windows_word(at, &word)
                                    : unix_word(at, &word);
        vec_push(arena, words, text_str(&word));
        at = skip_space(at);
    }
}

/* The response files that are being read, innermost first. */
struct chain {
    const char *file;
    const struct chain *outer;
};

static bool is_in_chain(const struct chain *chain, const char *file)
{
    for (; chain; chain = chain->outer)
        if (strcmp(chain->file, file) == 0)
            return true;
    return false;
}

struct expansion {
    struct arena *arena;
    const char *directory;
    struct fail *fail;
    enum words_style style;
    struct words *out;
};

static void expand_word(const struct expansion *expansion, const char *word,
                        const struct chain *outer)
{
    struct arena *arena = expansion->arena;
    struct path_maps none = { 0 };
    struct words inside = { 0 };
    struct file_text text;

    if (word[0] != '@' || word[1] == '\0') {
        vec_push(arena, expansion->out, word);
        return;
    }

    const char *file = host_path(arena, &none, expansion->directory, word + 1);
    struct chain chain = { .file = file, .outer = outer };

    if (is_in_chain(outer, file)) {
        fail_add(expansion->fail, (struct fail_place){ .file = file },
                 "this response file names itself");
        return;
    }
    if (!text_file_read(arena, file, expansion->fail, &text))
        return;
    words_split(arena, text.data, expansion->style, &inside);
    vec_each (const char *, one, &inside)
        expand_word(expansion, *one, &chain);
}

static bool has_response_file(const struct words *words)
{
    vec_each (const char *, word, words)
        if ((*word)[0] == '@')
            return true;
    return false;
}

void words_expand(struct arena *arena, const char *directory, struct fail *fail,
                  struct words *words)
{
    if (!has_response_file(words))
        return;

    struct words out = { 0 };
    struct expansion expansion = {
        .arena = arena,
        .directory = directory,
        .fail = fail,
        .style = words_guess(words->items[0]),
        .out = &out,
    };

    vec_each (const char *, word, words)
        expand_word(&expansion, *word, NULL);
    *words = out;
}
