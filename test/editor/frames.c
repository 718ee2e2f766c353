// RUN: %units/editor-frames
#include "editor/frames.h"
#include "support/arena.h"
#include "expect.h"

/* The bodies that come out, with a bar behind each; "!" where it broke. The
 * stream arrives in pieces of `piece` bytes. */
static const char *taken(struct arena *arena, const char *stream, size_t piece)
{
    struct frames frames = frames_make(arena_open());
    struct text out = text_make(arena);
    size_t length = strlen(stream);
    enum frames_state state = FRAMES_MORE;
    struct span body;

    for (size_t at = 0; at < length && state != FRAMES_BROKEN; at += piece) {
        size_t rest = length - at;
        frames_add(&frames, stream + at, rest < piece ? rest : piece);
        while ((state = frames_next(&frames, &body)) == FRAMES_MESSAGE) {
            text_add_n(&out, body.data, body.size);
            text_add_char(&out, '|');
        }
    }
    if (state == FRAMES_BROKEN)
        text_add_char(&out, '!');
    arena_close(frames.bytes.arena);
    return text_str(&out);
}

static void cut(struct arena *arena)
{
    const char *two = "Content-Length: 2\r\n\r\n{}Content-Length: 4\r\n\r\nnull";

    for (size_t piece = 1; piece <= strlen(two); piece++)
        expect_text(taken(arena, two, piece), "{}|null|");
}

static void spelled(struct arena *arena)
{
    expect_text(taken(arena, "content-length: 2\r\n\r\n{}", 99), "{}|");
    expect_text(taken(arena, "CONTENT-LENGTH:2\n\n{}", 99), "{}|");
    expect_text(taken(arena, "Content-Length: \t2 \r\n\r\n{}", 99), "{}|");
    expect_text(taken(arena,
                      "Content-Type: application/vscode-jsonrpc;charset=utf-8"
                      "\r\nContent-Length: 2\r\n\r\n{}",
                      7),
                "{}|");
    expect_text(taken(arena, "Content-Length: 0\r\n\r\n", 99), "|");
}

static void broken(struct arena *arena)
{
    expect_text(taken(arena, "Content-Length: 2x\r\n\r\n{}", 99), "!");
    expect_text(taken(arena, "Content-Length: -2\r\n\r\n{}", 99), "!");
    expect_text(taken(arena, "Content-Length:\r\n\r\n{}", 99), "!");
    expect_text(taken(arena, "Content-Length: 99999999999999999999\r\n\r\n", 99),
                "!");
    expect_text(taken(arena, "Content-Type: x\r\n\r\n{}", 99), "!");
    expect_text(taken(arena, "{\"jsonrpc\":2}\n", 99), "!");
    expect_text(taken(arena, "no header\r\n\r\n", 99), "!");
    expect_text(taken(arena, "Content-Length: 2\r\n\r\n{}rubbish\n\n", 3), "{}|!");

    struct text endless = text_make(arena);

    for (size_t i = 0; i < 70 * 1024; i++)
        text_add_char(&endless, 'x');
    expect_text(taken(arena, text_str(&endless), 4096), "!");
}

static void written(struct arena *arena)
{
    struct text out = text_make(arena);

    frames_write(&out, (struct span){ "{}", 2 });
    expect_text(text_str(&out), "Content-Length: 2\r\n\r\n{}");
}

int main(void)
{
    struct arena *arena = arena_open();

    cut(arena);
    spelled(arena);
    broken(arena);
    written(arena);
    arena_close(arena);
}
