"""The shapes: each makes a driver whose size is a number.

Every driver is right as it is, and has a registration that is not waited for
when it is compiled with -DFAULTY. What the number counts stands in the table at
the end.
"""
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

HEAD = """#include <ntddk.h>
#include <netioddk.h>

static NPI_CLIENT_CHARACTERISTICS Characteristics;
static HANDLE Client;
"""

STOP = """
    if (Client != NULL && NmrDeregisterClient(Client) == STATUS_PENDING) {
#ifndef FAULTY
        NmrWaitForClientDeregisterComplete(Client);
#endif
    }
"""

START = "    return NmrRegisterClient(&Characteristics, NULL, &Client);\n"


def routine(head, body, kind="static VOID"):
    return "%s %s\n{\n%s}\n\n" % (kind, head, body)


def driver(before="", unload=STOP, entry=START, declared=""):
    """A whole driver: what stands before, and the two bodies."""
    return HEAD + "\n" + before + routine(
        "DriverUnload(PDRIVER_OBJECT Driver)",
        declared + "    UNREFERENCED_PARAMETER(Driver);\n" + unload) + routine(
        "DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)",
        "    UNREFERENCED_PARAMETER(Path);\n"
        "    Driver->DriverUnload = DriverUnload;\n" + entry, "NTSTATUS")


def each(n, line):
    """The line for each number, '@' standing for it."""
    return "".join(line.replace("@", str(i)) for i in range(n))


def same_condition(n):
    """One flag that is asked again and again."""
    return driver(
        "static BOOLEAN Started;\nstatic LONG Count[%d];\n" % n,
        each(n, "    if (Started)\n        Count[@] = @;\n") +
        "    if (Started) {" + STOP + "    }\n",
        each(n, "    if (Started)\n        Count[@] = 0;\n") +
        "    Started = NT_SUCCESS(NmrRegisterClient(&Characteristics, NULL,\n"
        "                                           &Client));\n"
        "    return Started ? STATUS_SUCCESS : STATUS_UNSUCCESSFUL;\n")


def flags(n):
    """As many flags, set where their part started, asked when it is stopped:
    2^n runs if each is kept apart."""
    return driver(
        each(n, "static BOOLEAN Started@;\n"
             "NTSTATUS StartPart@(VOID);\nVOID StopPart@(VOID);\n"),
        each(n, "    if (Started@)\n        StopPart@();\n") + STOP,
        each(n, "    if (NT_SUCCESS(StartPart@()))\n"
             "        Started@ = TRUE;\n") + START)


def correlated(n):
    """As many conditions, each asked twice in one routine."""
    return driver(
        "LONG Ask(LONG What);\nstatic LONG Sum;\n",
        each(n, "    LONG a@ = Ask(@);\n    if (a@ > @)\n        Sum += @;\n") +
        STOP + each(n, "    if (a@ > @)\n        Sum -= @;\n"))


def unwinding(n):
    """An entry routine that undoes what it has done, by goto."""
    return driver(
        each(n, "NTSTATUS StartPart@(VOID);\nVOID StopPart@(VOID);\n"),
        STOP + each(n, "    StopPart@();\n"),
        "    NTSTATUS status = NmrRegisterClient(&Characteristics, NULL, "
        "&Client);\n    if (!NT_SUCCESS(status))\n        return status;\n" +
        each(n, "    status = StartPart@();\n    if (!NT_SUCCESS(status))\n"
             "        goto undo@;\n") + "    return STATUS_SUCCESS;\n" +
        "".join("undo%d:\n    ;\n%s" % (
            i, "    StopPart%d();\n" % (i - 1) if i else "")
            for i in reversed(range(n))) +
        STOP + "    return status;\n")


def any_of(n):
    """Flags of which each makes the unload routine stop the client, if it is
    not stopped yet: every one of them matters."""
    stop = """    if (Client == NULL)
        return;
    if (NmrDeregisterClient(Client) == STATUS_PENDING) {
#ifndef FAULTY
        NmrWaitForClientDeregisterComplete(Client);
#endif
    }
    Client = NULL;
"""
    return driver(
        each(n, "static BOOLEAN Started@;\nNTSTATUS StartPart@(VOID);\n") +
        routine("stop(VOID)", stop),
        each(n, "    if (Started@)\n        stop();\n") + "    stop();\n",
        each(n, "    if (NT_SUCCESS(StartPart@()))\n"
             "        Started@ = TRUE;\n") + START)


def status_chain(n):
    """Steps of which each is done if those before it were, the client in the
    middle, and undone by what the last status says."""
    step = "    if (NT_SUCCESS(status))\n        status = StartPart@();\n"
    register = """    if (NT_SUCCESS(status)) {
        status = NmrRegisterClient(&Characteristics, NULL, &Client);
        Done = NT_SUCCESS(status);
    }
"""
    return driver(
        "static BOOLEAN Done;\n" + each(n, "NTSTATUS StartPart@(VOID);\n"),
        "    if (Done) {" + STOP + "    }\n",
        "    NTSTATUS status = STATUS_SUCCESS;\n" +
        each(n // 2, step) + register +
        "".join(step.replace("@", str(i)) for i in range(n // 2, n)) +
        "    if (!NT_SUCCESS(status) && Done) {" + STOP +
        "    }\n    return status;\n")


def stages(n):
    """A number that says how far the entry routine came, and a switch that
    undoes it from there, falling through."""
    return driver(
        "static ULONG Stage;\n" + each(
            n, "NTSTATUS StartPart@(VOID);\nVOID StopPart@(VOID);\n") + routine(
            "undo(VOID)", "    switch (Stage) {\n" + "".join(
                "    case %d:\n%s" % (
                    i, STOP.replace("\n    ", "\n        ")
                    if i == n // 2 else "        StopPart%d();\n" % (i - 1))
                for i in range(n, 0, -1)) + "    }\n    Stage = 0;\n"),
        "    undo();\n",
        "    NTSTATUS status;\n" + "".join(
            "    status = %s;\n    if (!NT_SUCCESS(status))\n"
            "        goto failed;\n    Stage = %d;\n" % (
                "NmrRegisterClient(&Characteristics, NULL, &Client)"
                if i == n // 2 else "StartPart%d()" % (i - 1), i)
            for i in range(1, n + 1)) +
        "    return STATUS_SUCCESS;\nfailed:\n    undo();\n"
        "    return status;\n")


def registrations(n):
    """As many clients, each with a handle and a flag of its own."""
    stop = """    if (Flag@) {
        if (NmrDeregisterClient(Client@) == STATUS_PENDING)
            NmrWaitForClientDeregisterComplete(Client@);
        Flag@ = FALSE;
    }
"""
    return driver(
        each(n, "static HANDLE Client@;\nstatic BOOLEAN Flag@;\n") +
        routine("stop(VOID)", each(n, stop)),
        "    stop();\n" + STOP,
        "    NTSTATUS status;\n" +
        each(n, "    status = NmrRegisterClient(&Characteristics, NULL,"
             " &Client@);\n    if (!NT_SUCCESS(status))\n"
             "        goto failed;\n    Flag@ = TRUE;\n") +
        "    status = NmrRegisterClient(&Characteristics, NULL, &Client);\n"
        "    if (NT_SUCCESS(status))\n        return status;\n"
        + ("failed:\n" if n else "") + "    stop();\n    return status;\n")


def in_array(n):
    """An array of as many handles, registered and taken back in loops."""
    return driver(
        "static HANDLE Clients[%d];\n" % n +
        routine("stop(ULONG Count)", """    while (Count > 0) {
        Count--;
        if (NmrDeregisterClient(Clients[Count]) == STATUS_PENDING)
            NmrWaitForClientDeregisterComplete(Clients[Count]);
    }
"""),
        "    stop(%d);\n" % n + STOP,
        """    NTSTATUS status = STATUS_SUCCESS;
    ULONG i;

    for (i = 0; i < %d; i++) {
        status = NmrRegisterClient(&Characteristics, NULL, &Clients[i]);
        if (!NT_SUCCESS(status))
            break;
    }
    if (NT_SUCCESS(status)) {
        status = NmrRegisterClient(&Characteristics, NULL, &Client);
        if (NT_SUCCESS(status))
            return status;
    }
    stop(i);
    return status;
""" % n)


def call_chain(n):
    """Functions, each of which calls the next and gives back its status."""
    return driver(
        routine("stop0(VOID)", STOP + "    return STATUS_SUCCESS;\n",
                "static NTSTATUS") +
        "".join(routine("stop%d(VOID)" % i, "    NTSTATUS status = stop%d();\n"
                        "    return status;\n" % (i - 1), "static NTSTATUS")
                for i in range(1, n)), "    stop%d();\n" % (n - 1))


def call_twice(n):
    """As the chain, but each calls the next twice: 2^n paths."""
    return driver(
        "static LONG Sum;\n" + routine("step0(LONG a)", "    Sum += a;\n") +
        "".join(routine("step%d(LONG a)" % i,
                        "    step%d(a);\n    step%d(a + 1);\n"
                        % (i - 1, i - 1)) for i in range(1, n)),
        "    step%d(0);\n" % (n - 1) + STOP)


def mutual(n):
    """Functions that call each other in a ring, and end by a counter."""
    return driver(
        each(n, "static VOID ring@(ULONG Left);\n") +
        "".join(routine("ring%d(ULONG Left)" % i,
                        "    if (Left > 0)\n        ring%d(Left - 1);\n"
                        % ((i + 1) % n) + ("    else {" + STOP + "    }\n"
                                           if i == n - 1 else
                                           "    else\n        ring%d(0);\n"
                                           % (i + 1)))
                for i in range(n)), "    ring0(Driver->Flags);\n")


def switch(n):
    """A switch of as many cases, and another one over what it gave."""
    return driver(
        "LONG Ask(LONG What);\nstatic LONG Sum;\n",
        "    LONG kind = 0;\n    switch (Ask(0)) {\n" +
        each(n, "    case @:\n        kind = @ + 1;\n        break;\n") +
        "    }\n" + STOP + "    switch (kind) {\n" +
        each(n, "    case @:\n        Sum += @;\n        break;\n") + "    }\n")


def irreducible(n):
    """Loops that are entered in their middle, each out of the last."""
    return driver(
        "LONG Ask(LONG What);\nstatic LONG Sum;\n",
        each(n, """    if (Ask(@))
        goto second@;
first@:
    Sum += @;
    if (Ask(@))
        goto out@;
second@:
    Sum -= @;
    if (Ask(@))
        goto first@;
out@:
""") + STOP)


def tangle(n):
    """Labels, from each of which control goes to any of three others."""
    body = "".join("""at%d:
    Sum += %d;
    switch (Ask(%d)) {
    case 0: goto at%d;
    case 1: goto at%d;
    case 2: goto out;
    }
""" % (i, i, i, i * 7 % n, (i * 3 + 1) % n) for i in range(n))
    return driver("LONG Ask(LONG What);\nstatic LONG Sum;\n",
                  body + "out:" + STOP)


def loops(n):
    """Loops, one after the other."""
    return driver(
        "static LONG Sum;\n",
        each(n, "    for (i = 0; i < Driver->Flags + @; i++)\n"
             "        Sum += (LONG)i;\n") + STOP,
        declared="    ULONG i;\n")


def nested_loops(n):
    """Loops, each in the last."""
    return driver(
        "static LONG Sum;\n" + routine(
            "count(ULONG Limit)", each(n, "    ULONG i@;\n") +
            each(n, "    for (i@ = 0; i@ < Limit; i@++)\n") +
            "        Sum++;\n"), "    count(Driver->Flags);\n" + STOP)


def counted(n):
    """A loop over a number of rounds that the code says."""
    return driver(
        "static LONG Table[%d];\n" % n,
        "    for (i = 0; i < %d; i++)\n        Table[i] = (LONG)i;\n" % n +
        STOP, declared="    ULONG i;\n")


def table(n):
    """Hands over as many dispatch routines."""
    return ("typedef struct _TABLE {\n" +
            each(n, "    DRIVER_DISPATCH *Work@;\n") + "} TABLE;\n"
            "VOID HandOver(const TABLE *Table);\n"
            "static const TABLE Table = {\n" + each(n, "    work@,\n") +
            "};\n\n")


def callbacks(n):
    """Dispatch routines that each change a state of their own."""
    return driver(
        each(n, """static ULONG State@;

static NTSTATUS work@(PDEVICE_OBJECT Device, PIRP Irp)
{
    UNREFERENCED_PARAMETER(Device);
    UNREFERENCED_PARAMETER(Irp);
    State@ = State@ == 0 ? 1 : 2;
    return STATUS_SUCCESS;
}

""") + table(n),
        STOP, "    HandOver(&Table);\n" + START)


def one_state(n):
    """Dispatch routines that move one state machine on."""
    return driver(
        "static ULONG State;\n" +
        "".join("""static NTSTATUS work%d(PDEVICE_OBJECT Device, PIRP Irp)
{
    UNREFERENCED_PARAMETER(Device);
    UNREFERENCED_PARAMETER(Irp);
    if (State == %d)
        State = %d;
    return STATUS_SUCCESS;
}

""" % (i, i, i + 1) for i in range(n)) + table(n),
        STOP, "    HandOver(&Table);\n" + START)


def fields(n):
    """A context of as many fields, all of them set."""
    return driver(
        "typedef struct _CONTEXT_DATA {\n" + each(n, "    PVOID Field@;\n") +
        "    HANDLE Handle;\n} CONTEXT_DATA;\nstatic CONTEXT_DATA Context;\n",
        each(n, "    Context.Field@ = NULL;\n") + STOP,
        each(n, "    Context.Field@ = &Context.Field@;\n") + START)


def allocations(n):
    """Pieces of memory that the driver gets, each with a way out."""
    return driver(
        each(n, "static PVOID Memory@;\n") +
        routine("release(VOID)",
                each(n, "    if (Memory@ != NULL) {\n"
                     "        ExFreePoolWithTag(Memory@, 'tset');\n"
                     "        Memory@ = NULL;\n    }\n")),
        STOP + "    release();\n",
        each(n, "    Memory@ = ExAllocatePool2(POOL_FLAG_PAGED, 16, 'tset');\n"
             "    if (Memory@ == NULL)\n        goto failed;\n") +
        "    if (NT_SUCCESS(NmrRegisterClient(&Characteristics, NULL, "
        "&Client)))\n        return STATUS_SUCCESS;\n"
        "failed:\n    release();\n    return STATUS_UNSUCCESSFUL;\n")


def arguments(n):
    """A function that is called from as many places with other arguments."""
    return driver(
        "static LONG Sum;\n" +
        routine("add(LONG What)", "    if (What > 7)\n        Sum += What;\n"),
        each(n, "    add(@);\n") + STOP)


def pointers(n):
    """A table of routines, called by a number that is not known."""
    return driver(
        "typedef VOID STEP(VOID);\nstatic LONG Sum;\n" +
        each(n, "static VOID step@(VOID)\n{\n    Sum = @;\n}\n\n") +
        "static STEP *const Steps[] = {\n" + each(n, "    step@,\n") + "};\n\n",
        "    Steps[Driver->Flags %% %d]();\n" % n + STOP)


def expression(n):
    """A sum of as many terms, in parentheses."""
    return driver("static LONG Sum;\n", "    Sum = " + "(" * n + "Sum" +
                  each(n, " + @)") + ";\n" + STOP)


def guarded(n):
    """Conditions joined by &&."""
    return driver("LONG Ask(LONG What);\nstatic LONG Sum;\n", "    if (" +
                  " &&\n        ".join("Ask(%d)" % i for i in range(n)) +
                  ")\n        Sum++;\n" + STOP)


def statements(n):
    """Statements of one function, one after the other."""
    return driver("static LONG Sum;\n", each(n, "    Sum += @;\n") + STOP)


def functions(n):
    """Functions of which none has to do with a registration."""
    return driver("static LONG Sum;\n" + each(
        n, "VOID other@(LONG What)\n{\n    if (What > @)\n"
        "        Sum += What;\n}\n\n"))


# Name, what is counted, how it is made, sizes from small to large.
SHAPES = [
    ("same-condition", "tests of one flag", same_condition,
     (50, 100, 200, 400)),
    ("flags", "flags set in entry, asked in unload", flags,
     (25, 50, 100, 200)),
    ("correlated", "conditions, each asked twice", correlated,
     (50, 100, 200, 400)),
    ("any-of", "flags of which each matters", any_of, (4, 8, 16, 32)),
    ("status-chain", "steps that ask the last status", status_chain,
     (25, 50, 100, 200)),
    ("stages", "stages, undone by a switch", stages, (25, 50, 100, 200)),
    ("unwinding", "steps of a goto ladder", unwinding, (50, 100, 200, 400)),
    ("registrations", "clients with a flag each", registrations,
     (4, 8, 16, 32, 64)),
    ("in-array", "handles in an array", in_array, (2, 4, 8, 16)),
    ("call-chain", "calls deep", call_chain, (250, 500, 1000, 2000)),
    ("call-twice", "functions, each calling the next twice", call_twice,
     (8, 16, 32, 64)),
    ("mutual", "functions in a ring", mutual, (8, 16, 32, 64)),
    ("switch", "cases of two switches", switch, (625, 1250, 2500, 5000)),
    ("irreducible", "loops entered in the middle", irreducible,
     (25, 50, 100, 200)),
    ("tangle", "labels that go anywhere", tangle, (25, 50, 100, 200)),
    ("loops", "loops in a row", loops, (50, 100, 200, 400)),
    ("nested-loops", "loops in each other", nested_loops, (4, 8, 16, 32)),
    ("counted", "rounds of a loop", counted, (100, 1000, 10000, 100000)),
    ("callbacks", "callbacks with a state each", callbacks, (8, 16, 32, 64)),
    ("one-state", "callbacks that move one state on", one_state,
     (8, 16, 32, 64)),
    ("fields", "fields of a structure", fields, (100, 200, 400, 800)),
    ("allocations", "allocations, undone on failure", allocations,
     (8, 16, 32)),
    ("arguments", "calls of one function", arguments, (100, 200, 400, 800)),
    ("pointers", "routines in a table", pointers, (50, 100, 200, 400)),
    ("expression", "terms of a sum", expression, (250, 500, 1000, 2000)),
    ("guarded", "conditions joined by &&", guarded, (100, 200, 400, 800)),
    ("statements", "statements in a row", statements,
     (2500, 5000, 10000, 20000)),
    ("functions", "functions that do not matter", functions,
     (500, 1000, 2000, 4000)),
]
