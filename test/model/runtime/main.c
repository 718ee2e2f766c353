/* main.c - loads a driver built as a shared object, runs it, says what it saw.
 *
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 */
#include "explore.h"
#include "kernel.h"
#include "memory.h"

#include <dlfcn.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { VALUES = 32 };

struct request {
    const char *image;
    bool json;
    struct limits limits;
    unsigned long values[VALUES];
    unsigned value_count;
};

static const char usage[] =
    "usage: unload-model [--json] [--callbacks=N] [--states=N] [--runs=N]\n"
    "                    [--value=CODE]... DRIVER.so\n";

static bool read_number(const char *text, unsigned long *number)
{
    char *end;

    *number = strtoul(text, &end, 0);
    if (*text && !*end)
        return true;
    fprintf(stderr, "model: '%s' is not a number\n", text);
    return false;
}

static bool read_option(int option, struct request *request)
{
    unsigned long number;

    if (option == 'j') {
        request->json = true;
        return true;
    }
    if (option == '?' || !read_number(optarg, &number))
        return false;
    switch (option) {
    case 'c': request->limits.callbacks = (unsigned)number; break;
    case 's': request->limits.states = number; break;
    case 'r': request->limits.runs = number; break;
    case 'v':
        if (request->value_count < VALUES)
            request->values[request->value_count++] = number;
        break;
    default: return false;
    }
    return true;
}

static bool read_request(int count, char **words, struct request *request)
{
    static const struct option options[] = {
        {"json", no_argument, NULL, 'j'},
        {"callbacks", required_argument, NULL, 'c'},
        {"states", required_argument, NULL, 's'},
        {"runs", required_argument, NULL, 'r'},
        {"value", required_argument, NULL, 'v'},
        {NULL, 0, NULL, 0},
    };
    int option;

    while ((option = getopt_long(count, words, "", options, NULL)) != -1)
        if (!read_option(option, request))
            return false;
    if (optind + 1 != count)
        return false;
    request->image = words[optind];
    return true;
}

static DRIVER_INITIALIZE *load(const char *image)
{
    DRIVER_INITIALIZE *entry = NULL;
    void *library = dlopen(image, RTLD_NOW | RTLD_LOCAL | RTLD_DEEPBIND);
    void *address = library ? dlsym(library, "DriverEntry") : NULL;

    if (!address) {
        fprintf(stderr, "model: %s\n", dlerror());
        return NULL;
    }
    memcpy(&entry, &address, sizeof(entry));
    memory_find_image(address);
    return entry;
}

static const char *base_name(const char *path)
{
    const char *slash = path ? strrchr(path, '/') : NULL;

    return slash ? slash + 1 : path ? path : "";
}

static void print_text(const struct outcome *outcome)
{
    for (size_t i = 0; i < outcome->finding_count; i++) {
        const struct finding *finding = &outcome->findings[i];
        const struct place *site = &finding->fault.site;
        printf("%s:%d: %s [%s]%s\n", base_name(site->file), site->line,
               finding->fault.moment, rule_name(finding->fault.rule),
               finding->open ? " (open)" : "");
        for (size_t j = 0; j < finding->story_length; j++)
            printf("  %zu. %s\n", j + 1, finding->story[j]);
    }
}

static bool is_faulty(const struct outcome *outcome)
{
    for (size_t i = 0; i < outcome->finding_count; i++)
        if (!outcome->findings[i].open &&
            outcome->findings[i].fault.rule != RULE_NO_UNLOAD)
            return true;
    return false;
}

static void print_summary(const struct outcome *outcome)
{
    printf("%s%s: %zu states, %zu runs", is_faulty(outcome) ? "faulty" : "clean",
           outcome->complete ? "" : " up to the bound", outcome->states,
           outcome->runs);
    if (outcome->ends[END_BUGCHECK])
        printf(", %zu stopped the machine", outcome->ends[END_BUGCHECK]);
    if (outcome->ends[END_UNDEFINED])
        printf(", %zu ended undefined", outcome->ends[END_UNDEFINED]);
    if (outcome->ends[END_HANG])
        printf(", %zu did not end", outcome->ends[END_HANG]);
    printf("\n");
}

static void print_json_text(const char *text)
{
    putchar('"');
    for (; *text; text++) {
        unsigned char byte = (unsigned char)*text;
        if (byte < 0x20 || byte > 0x7e)
            printf("\\u%04x", byte);
        else if (byte == '"' || byte == '\\')
            printf("\\%c", byte);
        else
            putchar(byte);
    }
    putchar('"');
}

static void print_json_finding(const struct finding *finding)
{
    printf("{\"rule\": ");
    print_json_text(rule_name(finding->fault.rule));
    printf(", \"file\": ");
    print_json_text(base_name(finding->fault.site.file));
    printf(", \"line\": %d, \"moment\": ", finding->fault.site.line);
    print_json_text(finding->fault.moment);
    printf(", \"at\": %d, \"open\": %s, \"first\": %s,\n   \"proof\": [",
           finding->fault.at.line, finding->open ? "true" : "false",
           finding->first ? "true" : "false");
    for (size_t i = 0; i < finding->story_length; i++) {
        printf(i ? ",\n    " : "\n    ");
        print_json_text(finding->story[i]);
    }
    printf("]}");
}

static void print_json(const struct outcome *outcome)
{
    printf("{\"faulty\": %s, \"complete\": %s, \"states\": %zu, "
           "\"runs\": %zu,\n \"stopped\": %zu, \"undefined\": %zu, "
           "\"endless\": %zu,\n \"faults\": [",
           is_faulty(outcome) ? "true" : "false",
           outcome->complete ? "true" : "false", outcome->states,
           outcome->runs, outcome->ends[END_BUGCHECK],
           outcome->ends[END_UNDEFINED], outcome->ends[END_HANG]);
    for (size_t i = 0; i < outcome->finding_count; i++) {
        printf(i ? ",\n  " : "\n  ");
        print_json_finding(&outcome->findings[i]);
    }
    printf("]}\n");
}

int main(int count, char **words)
{
    struct request request = {
        .limits = {.callbacks = 10, .states = 4000, .runs = 100000}};
    DRIVER_INITIALIZE *entry;
    struct outcome outcome;

    if (!read_request(count, words, &request)) {
        fputs(usage, stderr);
        return 2;
    }
    entry = load(request.image);
    if (!entry)
        return 2;
    if (request.value_count)
        kernel_control_codes(request.values, request.value_count);
    run_guards();
    outcome = explore(entry, &request.limits);
    if (request.json) {
        print_json(&outcome);
    } else {
        print_text(&outcome);
        print_summary(&outcome);
    }
    return is_faulty(&outcome) ? 1 : 0;
}
