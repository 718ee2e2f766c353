/* world.h - everything a run can change outside the driver's own image.
 *
 * One flat struct, so that a state of the exploration is two copies: the bytes
 * of the driver's writable image, and this. No pointer in it leads anywhere but
 * to itself, to the image, or to text that never changes. Rules of the house:
 *
 * - What only reports need (events, faults) is kept elsewhere, so two states
 *   that differ only in how they were reached are the same bytes.
 * - Numbers are reused once nothing refers to them, for the same reason: a
 *   driver that registers and deregisters for ever comes back to one state.
 *
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 */
#ifndef MODEL_WORLD_H
#define MODEL_WORLD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "netioddk.h"
#include "wdf.h"
#include "wsk.h"

enum {
    WORLD_REGISTRATIONS = 48,
    WORLD_BLOCKS = 96,
    WORLD_HEAP = 32 * 1024,
    WORLD_OFFERS = 32,
    WORLD_BINDINGS = 2, /* of one module: a third one brings nothing new */
    WORLD_LOCKS = 8
};

enum kind { KIND_CLIENT, KIND_PROVIDER, KIND_WSK };

enum state { STATE_NONE, STATE_REGISTERED, STATE_PENDING, STATE_DONE,
             STATE_FAILED };

struct place {
    const char *file;
    int line;
};

/* A registration. For NMR the driver knows it by `number` in a handle, for WSK
 * by the address of its own WSK_REGISTRATION. */
struct registration {
    enum kind kind;
    enum state state;
    uint32_t number;
    bool lost;        /* nothing of the driver's holds the handle any more */
    uint32_t bindings; /* how many there are */
    uint32_t captured;
    uintptr_t object; /* the WSK_REGISTRATION */
    const void *characteristics;
    void *context;
    void *binding_contexts[WORLD_BINDINGS];
    struct place site;
    bool faulted;     /* a fault of this registration was already seen */
};

/* A block of pool. A freed block stays until nothing points at it. */
struct block {
    uint32_t start;
    uint32_t size;
    bool freed;
    bool marked;
};

enum offer_kind { OFFER_WORK_ITEM, OFFER_PLAIN, OFFER_DEVICE_ADD };

/* A routine the driver handed to the system. */
struct offer {
    enum offer_kind kind;
    const char *name;
    void (*routine)(void);
    void *context;
};

struct world {
    DRIVER_OBJECT driver;
    struct registration registrations[WORLD_REGISTRATIONS];
    uint32_t registration_count;
    struct offer offers[WORLD_OFFERS];
    uint32_t offer_count;
    bool wdf_created;
    WDF_DRIVER_CONFIG wdf_config;
    WDF_OBJECT_ATTRIBUTES wdf_attributes;
    bool is_hidden; /* the machine has stopped for one registration; what others
                       come to is looked at all the same, but is open */
    uint32_t irql;
    uintptr_t locks[WORLD_LOCKS];
    uint32_t lock_count;
    struct registration *calling; /* the module whose routine is running */
    struct block blocks[WORLD_BLOCKS];
    uint32_t block_count;
    unsigned char heap[WORLD_HEAP] __attribute__((aligned(16)));
};

extern struct world world;

#endif
