/* capabilities.c - what editor and server said that they can. */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "editor/capabilities.h"

#include "editor/messages.h"
#include "support/arena.h"
#include "support/text.h"

#include <string.h>

static bool is_true(struct span object, const char *path)
{
    return span_is(span_path(object, path), "true");
}

/* Whether an array of strings has that one. */
static bool lists(struct span array, const char *quoted)
{
    struct span one;
    size_t at = 0;

    while ((one = span_element(array, &at)).data)
        if (span_is(one, quoted))
            return true;
    return false;
}

void capabilities_of_editor(struct capabilities *capabilities,
                            struct span parameters)
{
    struct span all = span_member(parameters, "capabilities");
    struct span document = span_member(all, "textDocument");
    struct span workspace = span_member(all, "workspace");
    struct span action = span_path(document, "codeAction");

    capabilities->shows_related =
        is_true(document, "publishDiagnostics.relatedInformation");
    capabilities->knows_versions =
        is_true(document, "publishDiagnostics.versionSupport");
    capabilities->takes_actions =
        span_member(action, "codeActionLiteralSupport").data != NULL;
    capabilities->takes_versions =
        is_true(workspace, "workspaceEdit.documentChanges");
    capabilities->renews_lenses = is_true(workspace, "codeLens.refreshSupport");
    capabilities->renews_hints = is_true(workspace, "inlayHint.refreshSupport");
    capabilities->shows_documents = is_true(all, "window.showDocument.support");
    capabilities->takes_utf8 =
        lists(span_path(all, "general.positionEncodings"), "\"utf-8\"") ||
        lists(span_member(all, "offsetEncoding"), "\"utf-8\"");
    capabilities->takes_markdown =
        lists(span_path(document, "hover.contentFormat"), "\"markdown\"");
}

static bool is_provided(struct span provider)
{
    return provider.data && !span_is(provider, "false") &&
           !span_is(provider, "null");
}

void capabilities_of_server(struct capabilities *capabilities,
                            struct span result)
{
    struct arena *scratch = arena_open();
    struct span all = span_member(result, "capabilities");
    const char *name =
        span_string(scratch, span_member(all, "positionEncoding"));

    if (!name)
        name = span_string(scratch, span_member(result, "offsetEncoding"));
    if (!name || !encoding_find(name, &capabilities->encoding))
        capabilities->encoding = ENCODING_UTF16;
    capabilities->has_lenses =
        is_provided(span_member(all, "codeLensProvider"));
    capabilities->has_hints =
        is_provided(span_member(all, "inlayHintProvider"));
    capabilities->has_hovers = is_provided(span_member(all, "hoverProvider"));
    capabilities->has_actions =
        is_provided(span_member(all, "codeActionProvider"));
    arena_close(scratch);
}

/* Puts a member in unless the server has it. */
static struct span provide(struct arena *arena, struct span message,
                           const char *name, const char *value)
{
    struct span all = span_path(message, "result.capabilities");
    struct span known = span_member(all, name);
    struct text out = text_make(arena);

    if (is_provided(known))
        return message;
    if (known.data)
        span_replace(&out, message, known, value);
    else
        span_insert(&out, message, all,
                    arena_format(arena, "\"%s\":%s", name, value));
    return (struct span){ text_str(&out), out.length };
}

#define COMMANDS \
    "\"" COMMAND_EXPLAIN "\",\"" COMMAND_WHY "\",\"" COMMAND_SETTLE "\""

struct span capabilities_add(struct arena *arena, struct span message)
{
    struct text out = text_make(arena);
    struct span commands = span_path(
        message, "result.capabilities.executeCommandProvider.commands");

    if (!span_path(message, "result.capabilities").data)
        return message;
    if (commands.data) {
        span_append(&out, message, commands, COMMANDS);
        message = (struct span){ text_str(&out), out.length };
    }
    message = provide(arena, message, "executeCommandProvider",
                      "{\"commands\":[" COMMANDS "]}");
    message = provide(arena, message, "codeLensProvider", "{}");
    message = provide(arena, message, "inlayHintProvider", "true");
    message = provide(arena, message, "hoverProvider", "true");
    return provide(arena, message, "codeActionProvider", "true");
}

const char *capabilities_own(struct arena *arena,
                             struct capabilities *capabilities,
                             const char *version)
{
    capabilities->encoding =
        capabilities->takes_utf8 ? ENCODING_UTF8 : ENCODING_UTF16;
    return arena_format(
        arena,
        "{\"capabilities\":{\"positionEncoding\":\"%s\","
        "\"textDocumentSync\":{\"openClose\":true,\"change\":2,"
        "\"save\":true},"
        "\"workspace\":{\"workspaceFolders\":{\"supported\":true,"
        "\"changeNotifications\":true}},"
        "\"codeActionProvider\":true,\"codeLensProvider\":{},"
        "\"hoverProvider\":true,\"inlayHintProvider\":true,"
        "\"executeCommandProvider\":{\"commands\":[" COMMANDS "]}},"
        "\"serverInfo\":{\"name\":\"unloadcheck\",\"version\":%s}}",
        encoding_name(capabilities->encoding), messages_string(arena, version));
}
