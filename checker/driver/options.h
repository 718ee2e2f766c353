/* options.h - what the user wrote on the command line.
 *
 * One table in options.c holds every option: which commands take it, its
 * argument, its line in the help. Parsing, help and suggestions all read it.
 */
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UNLOADCHECK_DRIVER_OPTIONS_H
#define UNLOADCHECK_DRIVER_OPTIONS_H

#include "driver/settings.h"
#include "support/words.h"

#include <stdbool.h>
#include <stddef.h>

struct run;
struct text;

/* The commands, as bits: an option belongs to several. */
enum command_bit {
    FOR_CHECK = 1,
    FOR_RULES = 2,
    FOR_EXPLAIN = 4,
    FOR_DUMP = 8,
    FOR_CAPTURE = 16,
    FOR_ANALYZE = 32,
    FOR_CACHE = 64,
    FOR_NINJA = 128,
    FOR_LSP = 256,
    FOR_COMPLETION = 512,
    FOR_MANUAL = 1024,
    FOR_DIFF = 2048
};

enum color_when { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };
enum fail_on { FAIL_ON_WARNING, FAIL_ON_ERROR, FAIL_ON_NOTE, FAIL_ON_NEVER };

struct timings;

struct options {
    struct words operands; /* files, or whatever else the command is about */
    struct words flags;    /* for the compiler: what stands behind "--" */
    struct words rule_folders;
    struct words rule_patterns;  /* empty: every rule */
    struct words path_maps;      /* FROM=TO */
    struct words images;         /* patterns of names; empty: every image */
    struct words properties;     /* NAME=VALUE */
    struct words formats;        /* FORM or FORM:FILE; empty: text */
    struct words excluded;       /* patterns of paths */
    struct settings settings;    /* of the file, in its order */
    const struct options *given; /* before the file had its say */
    const char *config;
    const char *configuration;
    const char *platform;
    const char *database;
    const char *headers;
    const char *wdk;
    const char *function;
    const char *output;
    const char *directory;
    const char *cache_folder;
    const char *diff_from; /* a revision: see triage/changes.h */
    const char *baseline;
    const char *export_fixes;
    const char *timings_file;
    struct timings *timings; /* what main notes them in; NULL: nobody asks */
    const char *line_filter; /* JSON, or @ and a file */
    unsigned jobs;           /* threads; 0: as many as there are processors */
    unsigned color;          /* enum color_when */
    unsigned fail_on;        /* enum fail_on */
    bool staged; /* it is about the commit that is about to be made */
    bool update_baseline;
    bool suggest;
    bool fix;
    bool diff;
    bool dump_config;
    bool has_no_cache;
    bool has_no_prescan;
    bool prune;
    bool stats;
    bool proof;
    bool verbose;
    bool markdown;
    bool help;
    bool version;
};

/* Reads the arguments of the command `bit`; `arguments` starts with the first
 * one after the command's name. What is wrong is told to run->fail. */
bool options_parse(struct run *run, unsigned bit, char *const *arguments,
                   size_t count, struct options *options);

/* What there is to know of an option. */
struct option_info {
    const char *name;
    char letter;          /* 0: none */
    const char *argument; /* "DIR", "auto|always|never"; NULL: takes none */
    unsigned commands;    /* enum command_bit, or-ed */
    bool is_list;         /* may be given again */
    const char *help;
};

/* Each option by its number, from 0; false behind the last. */
bool options_at(size_t index, struct option_info *info);

/* Adds the options that the command takes, a line or more for each. */
void options_help(unsigned bit, struct text *out);

#endif
