/* shape.c - from blocks as they were lowered to blocks as they are drawn.
 *
 * Method: a block without a line of its own stands for the next one; then a
 * block that alone leads to another, which nothing else leads to, takes it in.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/shape.h"

#include "engine/story.h"
#include "ir/cfg.h"
#include "ir/function.h"
#include "support/arena.h"
#include "support/map.h"
#include "support/text.h"
#include "support/vec.h"

#include <stdint.h>
#include <string.h>

struct lines {
    struct vec_of(uint32_t) in_order;
    struct map *seen;
};

struct edges vec_of(struct shape_edge);

struct drawing {
    struct arena *arena;
    const struct function *function;
    const struct cfg *cfg;
    const struct visit *visits;
    size_t visit_count;
    uint32_t *stands;  /* by block: the one that it stands for, or itself */
    uint32_t *entries; /* by block: how many drawn ways lead to it */
    uint32_t *next;    /* by block: what it takes in, or NO_BLOCK */
    uint32_t *number;  /* by block: in the shape; NO_BLOCK: taken in */
};

static bool is_own(const struct drawing *drawing, struct place place)
{
    return place.file && place.file == drawing->function->place.file &&
           place.line != 0;
}

static void add_own_line(const struct drawing *drawing, struct place place,
                         struct lines *lines)
{
    if (!is_own(drawing, place))
        return;

    const void *key = (const void *)(uintptr_t)place.line;

    if (map_has(lines->seen, key))
        return;
    map_put(lines->seen, key, NULL);
    vec_push(drawing->arena, &lines->in_order, place.line);
}

static void add_lines(const struct drawing *drawing, uint32_t number,
                      struct lines *lines)
{
    const struct block *block = &drawing->function->blocks[number];
    for (size_t i = 0; i < block->instruction_count; i++)
        add_own_line(drawing, block->instructions[i].place, lines);
    if (block->end.kind != END_JUMP)
        add_own_line(drawing, block->end.place, lines);
}

/* Whether nothing of it would be seen. */
static bool is_blank(const struct drawing *drawing, uint32_t number)
{
    const struct block *block = &drawing->function->blocks[number];
    if (block->end.kind != END_JUMP)
        return false;
    for (size_t i = 0; i < block->instruction_count; i++)
        if (is_own(drawing, block->instructions[i].place))
            return false;
    return true;
}

static uint32_t stand_in(const struct drawing *drawing, uint32_t number)
{
    uint32_t last = number;
    for (size_t i = 0; i <= drawing->function->block_count; i++) {
        if (!is_blank(drawing, last))
            return last;
        last = drawing->function->blocks[last].end.targets[0];
    }
    return number; /* a loop of nothing */
}

static void find_stands(struct drawing *drawing)
{
    const struct cfg *cfg = drawing->cfg;
    drawing->entries[stand_in(drawing, 0)]++;
    for (uint32_t i = 0; i < cfg->order_count; i++) {
        uint32_t number = cfg->order[i];
        drawing->stands[number] = stand_in(drawing, number);
    }
    for (uint32_t i = 0; i < cfg->order_count; i++) {
        uint32_t number = cfg->order[i];
        const struct terminator *end = &drawing->function->blocks[number].end;
        if (drawing->stands[number] != number)
            continue;
        for (uint32_t k = 0; k < end->target_count; k++)
            drawing->entries[drawing->stands[end->targets[k]]]++;
    }
}

/* Numbers the blocks that are drawn, in their order. */
static uint32_t find_next(struct drawing *drawing)
{
    const struct cfg *cfg = drawing->cfg;
    uint32_t count = 0;
    for (uint32_t i = 0; i < cfg->order_count; i++) {
        uint32_t number = cfg->order[i];
        const struct terminator *end = &drawing->function->blocks[number].end;
        drawing->next[number] = NO_BLOCK;
        if (drawing->stands[number] != number || end->kind != END_JUMP)
            continue;
        uint32_t to = drawing->stands[end->targets[0]];
        if (drawing->entries[to] == 1 && to != number)
            drawing->next[number] = to;
    }
    for (uint32_t i = 0; i < cfg->order_count; i++)
        if (drawing->next[cfg->order[i]] != NO_BLOCK)
            drawing->number[drawing->next[cfg->order[i]]] = NO_BLOCK;
    for (uint32_t i = 0; i < cfg->order_count; i++) {
        uint32_t number = cfg->order[i];
        if (drawing->stands[number] == number &&
            drawing->number[number] != NO_BLOCK)
            drawing->number[number] = count++;
    }
    return count;
}

static bool is_visited(const struct drawing *drawing, uint32_t from,
                       uint32_t to)
{
    for (size_t i = 0; i < drawing->visit_count; i++) {
        const struct visit *visit = &drawing->visits[i];
        if (visit->function == drawing->function && visit->to == to &&
            (from == NO_BLOCK || visit->from == from))
            return true;
    }
    return false;
}

/* Several ways to one block are one. */
static void add_edge(struct arena *arena, const struct shape_edge *edge,
                     struct edges *edges)
{
    for (size_t i = 0; i < edges->count; i++) {
        struct shape_edge *old = &edges->items[i];
        if (old->to != edge->to)
            continue;
        if (old->label && edge->label && strcmp(old->label, edge->label) != 0)
            old->label =
                arena_format(arena, "%s or %s", old->label, edge->label);
        old->is_taken |= edge->is_taken;
        return;
    }
    vec_push(arena, edges, *edge);
}

static void add_edges(const struct drawing *drawing, uint32_t number,
                      struct edges *edges)
{
    const struct terminator *end = &drawing->function->blocks[number].end;
    for (uint32_t i = 0; i < end->target_count; i++) {
        struct shape_edge edge = {
            .to = drawing->number[drawing->stands[end->targets[i]]],
            .label = story_way(drawing->arena, end, end->targets[i]),
            .is_taken = is_visited(drawing, number, end->targets[i]),
        };
        add_edge(drawing->arena, &edge, edges);
    }
}

static struct shape_block draw_block(const struct drawing *drawing,
                                     uint32_t number)
{
    struct shape_block block = { .is_passed = false };
    struct arena *scratch = arena_open();
    struct lines lines = { .seen = map_make(scratch) };
    struct edges edges = { NULL, 0, 0 };
    uint32_t last = number;
    for (; number != NO_BLOCK; number = drawing->next[number]) {
        add_lines(drawing, number, &lines);
        block.is_passed |= is_visited(drawing, NO_BLOCK, number);
        last = number;
    }
    add_edges(drawing, last, &edges);
    block.lines = lines.in_order.items;
    block.line_count = lines.in_order.count;
    block.edges = edges.items;
    block.edge_count = edges.count;
    arena_close(scratch);
    return block;
}

static struct shape draw(struct arena *arena, struct arena *scratch,
                         const struct function *function,
                         const struct visit *visits, size_t visit_count)
{
    size_t count = function->block_count;
    struct drawing drawing = {
        .arena = arena,
        .function = function,
        .cfg = cfg_make_shape(scratch, function),
        .visits = visits,
        .visit_count = visit_count,
        .stands = arena_array(scratch, uint32_t, count),
        .entries = arena_array(scratch, uint32_t, count),
        .next = arena_array(scratch, uint32_t, count),
        .number = arena_array(scratch, uint32_t, count),
    };
    struct shape shape = { .function = arena_strdup(arena, function->spelling),
                           .place = function->place,
                           .end = function->end };
    find_stands(&drawing);
    shape.block_count = find_next(&drawing);
    shape.blocks = arena_array(arena, struct shape_block, shape.block_count);
    for (uint32_t i = 0; i < drawing.cfg->order_count; i++) {
        uint32_t number = drawing.cfg->order[i];
        if (drawing.stands[number] == number &&
            drawing.number[number] != NO_BLOCK)
            shape.blocks[drawing.number[number]] = draw_block(&drawing, number);
    }
    return shape;
}

static bool is_first_of(const struct visit *visits, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (visits[i].function == visits[index].function)
            return false;
    return true;
}

struct shape *shapes_make(struct arena *arena, const struct visit *visits,
                          size_t visit_count, size_t *count)
{
    struct arena *scratch = arena_open();
    struct vec_of(struct shape) shapes = { NULL, 0, 0 };
    for (size_t i = 0; i < visit_count; i++) {
        if (!is_first_of(visits, i) || visits[i].function->is_weak)
            continue;
        struct shape shape =
            draw(arena, scratch, visits[i].function, visits, visit_count);
        vec_push(arena, &shapes, shape);
    }
    arena_close(scratch);
    *count = shapes.count;
    return shapes.items;
}

static void copy_block(struct arena *arena, struct shape_block *block)
{
    if (block->line_count != 0)
        block->lines = arena_copy(arena, block->lines,
                                  block->line_count * sizeof(*block->lines));
    if (block->edge_count != 0)
        block->edges = arena_copy(arena, block->edges,
                                  block->edge_count * sizeof(*block->edges));
    for (size_t i = 0; i < block->edge_count; i++)
        if (block->edges[i].label)
            block->edges[i].label = arena_strdup(arena, block->edges[i].label);
}

struct shape *shapes_copy(struct arena *arena, const struct shape *from,
                          size_t count)
{
    struct shape *shapes;
    if (count == 0)
        return NULL;
    shapes = arena_copy(arena, from, count * sizeof(*from));
    for (size_t i = 0; i < count; i++) {
        struct shape *shape = &shapes[i];
        size_t size = shape->block_count * sizeof(*shape->blocks);
        shape->function = arena_strdup(arena, shape->function);
        shape->blocks = arena_copy(arena, shape->blocks, size);
        for (size_t k = 0; k < shape->block_count; k++)
            copy_block(arena, &shape->blocks[k]);
    }
    return shapes;
}
