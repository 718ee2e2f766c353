/* memory.c - the pool, the driver's image, and what can be reached from where.
 *
 * Method: a conservative collector. A word that looks like an address inside a
 * block keeps the block, whatever it was meant to be; a driver may keep the
 * address of a list entry in the middle of a structure. Stacks are never
 * scanned: collection happens only between two routines of the driver.
 *
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 */
#include "memory.h"

#include <link.h>
#include <string.h>

enum { SEGMENTS = 8, ALIGNMENT = 16, PAGE = 4096 };

struct world world;

static struct segment segments[SEGMENTS];
static size_t segment_count;

static void add_segment(uintptr_t start, uintptr_t end)
{
    if (start < end && segment_count < SEGMENTS)
        segments[segment_count++] =
            (struct segment){(unsigned char *)start, end - start};
}

static bool holds_address(const struct dl_phdr_info *info, uintptr_t address)
{
    for (size_t i = 0; i < info->dlpi_phnum; i++) {
        const ElfW(Phdr) *header = &info->dlpi_phdr[i];
        uintptr_t start = info->dlpi_addr + header->p_vaddr;
        if (header->p_type == PT_LOAD && address >= start &&
            address - start < header->p_memsz)
            return true;
    }
    return false;
}

/* The loader makes relocated constants read-only; those never change. */
static uintptr_t protected_end(const struct dl_phdr_info *info)
{
    for (size_t i = 0; i < info->dlpi_phnum; i++) {
        const ElfW(Phdr) *header = &info->dlpi_phdr[i];
        if (header->p_type == PT_GNU_RELRO)
            return (info->dlpi_addr + header->p_vaddr + header->p_memsz) &
                   ~(uintptr_t)(PAGE - 1);
    }
    return 0;
}

static int visit_object(struct dl_phdr_info *info, size_t size, void *address)
{
    (void)size;
    if (!holds_address(info, (uintptr_t)address))
        return 0;
    for (size_t i = 0; i < info->dlpi_phnum; i++) {
        const ElfW(Phdr) *header = &info->dlpi_phdr[i];
        uintptr_t start = info->dlpi_addr + header->p_vaddr;
        uintptr_t end = start + header->p_memsz;
        uintptr_t fixed = protected_end(info);
        if (header->p_type != PT_LOAD || !(header->p_flags & PF_W))
            continue;
        if (start < fixed && fixed <= end)
            start = fixed;
        add_segment(start, end);
    }
    return 1;
}

void memory_find_image(const void *address)
{
    segment_count = 0;
    dl_iterate_phdr(visit_object, (void *)(uintptr_t)address);
}

static uint32_t gap_after(size_t index)
{
    const struct block *block = &world.blocks[index];
    uint32_t next = index + 1 < world.block_count
                        ? world.blocks[index + 1].start
                        : (uint32_t)WORLD_HEAP;

    return next - (block->start + block->size);
}

static void *insert_block(size_t index, uint32_t start, uint32_t size)
{
    memmove(&world.blocks[index + 1], &world.blocks[index],
            (world.block_count - index) * sizeof(struct block));
    world.blocks[index] = (struct block){.start = start, .size = size};
    world.block_count++;
    memset(world.heap + start, 0, size);
    return world.heap + start;
}

void *memory_allocate(size_t wanted)
{
    uint32_t size;

    if (wanted > WORLD_HEAP / 2 || world.block_count == WORLD_BLOCKS)
        return NULL;
    size = ((uint32_t)wanted + ALIGNMENT) / ALIGNMENT * ALIGNMENT;
    if (world.block_count == 0 || world.blocks[0].start >= size)
        return insert_block(0, 0, size);
    for (size_t i = 0; i < world.block_count; i++)
        if (gap_after(i) >= size)
            return insert_block(
                i + 1, world.blocks[i].start + world.blocks[i].size, size);
    return NULL;
}

static struct block *block_of(uintptr_t address)
{
    uintptr_t offset = address - (uintptr_t)world.heap;

    if (offset >= WORLD_HEAP)
        return NULL;
    for (size_t i = 0; i < world.block_count; i++) {
        struct block *block = &world.blocks[i];
        if (offset >= block->start && offset - block->start < block->size)
            return block;
    }
    return NULL;
}

bool memory_free(void *pointer)
{
    struct block *block = block_of((uintptr_t)pointer);

    if (!block || block->freed || world.heap + block->start != pointer)
        return false;
    block->freed = true;
    memset(pointer, MEMORY_FREED, block->size);
    return true;
}

static void mark(uintptr_t word)
{
    struct block *block = block_of(word);

    if (!block || block->marked)
        return;
    block->marked = true;
    if (block->freed)
        return;
    for (uint32_t at = 0; at + sizeof(word) <= block->size; at += sizeof(word)) {
        memcpy(&word, world.heap + block->start + at, sizeof(word));
        mark(word);
    }
}

static void mark_words(const void *start, size_t size)
{
    const unsigned char *bytes = start;
    uintptr_t word;

    for (size_t at = 0; at + sizeof(word) <= size; at += sizeof(word)) {
        memcpy(&word, bytes + at, sizeof(word));
        mark(word);
    }
}

/* Objects and contexts that the driver's routines are called with. */
static void mark_from_system(void)
{
    mark((uintptr_t)world.driver.DeviceObject);
    for (size_t i = 0; i < world.offer_count; i++)
        mark((uintptr_t)world.offers[i].context);
}

static void mark_contexts(void)
{
    for (size_t i = 0; i < world.registration_count; i++) {
        const struct registration *registration = &world.registrations[i];
        if (registration->state != STATE_REGISTERED &&
            registration->state != STATE_PENDING)
            continue;
        mark((uintptr_t)registration->context);
        for (size_t k = 0; k < registration->bindings; k++)
            mark((uintptr_t)registration->binding_contexts[k]);
    }
}

void memory_mark(bool contexts)
{
    for (size_t i = 0; i < world.block_count; i++)
        world.blocks[i].marked = false;
    for (size_t i = 0; i < segment_count; i++)
        mark_words(segments[i].start, segments[i].size);
    mark_from_system();
    if (contexts)
        mark_contexts();
}

void memory_sweep(void)
{
    uint32_t kept = 0;

    for (size_t i = 0; i < world.block_count; i++) {
        struct block block = world.blocks[i];
        if (!block.marked) {
            memset(world.heap + block.start, 0, block.size);
            continue;
        }
        block.marked = false;
        world.blocks[kept++] = block;
    }
    memset(&world.blocks[kept], 0,
           (world.block_count - kept) * sizeof(struct block));
    world.block_count = kept;
}

static bool words_hold(const unsigned char *start, size_t size, uint64_t sought)
{
    uint64_t word;

    for (size_t at = 0; at + sizeof(word) <= size; at += sizeof(word)) {
        memcpy(&word, start + at, sizeof(word));
        if (word == sought)
            return true;
    }
    return false;
}

bool memory_holds(uint64_t word)
{
    for (size_t i = 0; i < segment_count; i++)
        if (words_hold(segments[i].start, segments[i].size, word))
            return true;
    for (size_t i = 0; i < world.block_count; i++) {
        const struct block *block = &world.blocks[i];
        if (block->marked &&
            words_hold(world.heap + block->start, block->size, word))
            return true;
    }
    return false;
}

static size_t heap_used(void)
{
    const struct block *last = &world.blocks[world.block_count - 1];

    return world.block_count ? last->start + last->size : 0;
}

bool memory_owns(uintptr_t address)
{
    if (address - (uintptr_t)&world < sizeof(world))
        return true;
    for (size_t i = 0; i < segment_count; i++)
        if (address - (uintptr_t)segments[i].start < segments[i].size)
            return true;
    return false;
}

size_t memory_state_size(void)
{
    size_t size = offsetof(struct world, heap) + heap_used();

    for (size_t i = 0; i < segment_count; i++)
        size += segments[i].size;
    return size;
}

void memory_save(unsigned char *to)
{
    for (size_t i = 0; i < segment_count; i++) {
        memcpy(to, segments[i].start, segments[i].size);
        to += segments[i].size;
    }
    memcpy(to, &world, offsetof(struct world, heap) + heap_used());
}

void memory_restore(const unsigned char *from, size_t size)
{
    size_t left = size;
    size_t used = heap_used();

    for (size_t i = 0; i < segment_count; i++) {
        memcpy(segments[i].start, from, segments[i].size);
        from += segments[i].size;
        left -= segments[i].size;
    }
    memset(world.heap, 0, used);
    memcpy(&world, from, left);
}

uint64_t memory_hash(uint64_t hash, const void *bytes, size_t size)
{
    const unsigned char *from = bytes;
    uint64_t word;
    size_t at = 0;

    hash ^= 0x9e3779b97f4a7c15ULL;
    for (; at + sizeof(word) <= size; at += sizeof(word)) {
        memcpy(&word, from + at, sizeof(word));
        hash = (hash ^ word) * 0xff51afd7ed558ccdULL;
        hash ^= hash >> 32;
    }
    for (; at < size; at++)
        hash = (hash ^ from[at]) * 0x100000001b3ULL;
    return hash;
}

uint64_t memory_hash_state(uint64_t hash)
{
    for (size_t i = 0; i < segment_count; i++)
        hash = memory_hash(hash, segments[i].start, segments[i].size);
    return memory_hash(hash, &world,
                       offsetof(struct world, heap) + heap_used());
}
