"""ask.py - what the model and the checker say of a driver, and how they differ.

A driver is a folder with its files, and world.c: bodies for the functions it
calls and does not have. The checker never sees world.c.
"""
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

import collections
import json
import os
import re
import shutil
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
INCLUDE = os.path.join(ROOT, "test", "model", "include")

FINDING = re.compile(r"^(.*?):(\d+):(?:\d+:)? (error|warning|note): (.*) "
                     r"\[((?:nmr|wsk)/[\w-]+)\]$", re.M)
REGISTERED = re.compile(r"^\s*\(\d+\) (.*?):(\d+):(?:\d+:)? .* is registered "
                        r"here", re.M)
NOTE = "nmr/no-unload-routine"
LOST = "nmr/handle-lost"
WORLD = "world.c"

Said = collections.namedtuple("Said", "kind rule file line registered")

AGREE = ("found", "clean", "undecided")
DISAGREE = ("missed", "false alarm", "more said", "partly found", "gave up",
            "crashed")


FURTHER = ("--callbacks=40", "--runs=400000")


class Trouble(Exception):
    """One of the two could not be run."""


def run(words, folder=None, allowed=(0, 1)):
    try:
        done = subprocess.run(words, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, cwd=folder,
                              universal_newlines=True, timeout=120)
    except OSError as why:
        raise Trouble("%s: %s" % (words[0], why.strerror))
    except subprocess.TimeoutExpired:
        raise Trouble("%s: no end after 120 seconds" % " ".join(words))
    if allowed is not None and done.returncode not in allowed:
        raise Trouble("%s: exit status %d\n%s%s" % (
            " ".join(words), done.returncode, done.stdout, done.stderr))
    return done


def built(name):
    """The program of the newest release build, else of the dev build."""
    for preset in ("release", "dev"):
        path = os.path.join(ROOT, "build", preset, "bin", name)
        if os.path.exists(path):
            return path
    sys.stderr.write("error: no %s built; cmake --preset release && "
                     "cmake --build --preset release\n" % name)
    sys.exit(2)


def add_options(parser):
    parser.add_argument("--unloadcheck", metavar="PROGRAM",
                        default=os.environ.get("UNLOADCHECK"))
    parser.add_argument("--model", metavar="PROGRAM",
                        default=os.environ.get("UNLOAD_MODEL"))
    parser.add_argument("--cc", help="what compiles for the model: tcc or gcc")
    parser.add_argument("-j", type=int, default=os.cpu_count() or 1,
                        dest="jobs", metavar="J")


def complete_options(options, checker=True):
    options.cc = options.cc or ("tcc" if shutil.which("tcc") else "gcc")
    options.model = os.path.abspath(options.model or built("unload-model"))
    if checker:
        options.unloadcheck = os.path.abspath(options.unloadcheck or
                                              built("unloadcheck"))


def is_plus(sources):
    return any(name.endswith((".cpp", ".cc", ".cxx")) for name in sources)


def build_image(cc, folder, sources, flags=()):
    """Builds the driver for the model; gives the shared object's path."""
    image = os.path.join(folder, "driver.so")
    words = [cc, "-w", "-shared", "-I" + INCLUDE]
    if is_plus(sources) or cc != "tcc":
        words[0] = "gcc" if cc == "tcc" else cc
        words += ["-O0", "-fPIC", "-fshort-wchar", "-Wl,-Bsymbolic"]
    if is_plus(sources):
        words += ["-fno-exceptions", "-fno-rtti", "-std=c++17"]
    run(words + list(flags) + list(sources) + [WORLD, "-o", image], folder,
        (0,))
    return image


def run_model(options, image, values, bounds=()):
    words = [options.model, "--json", *bounds]
    words += ["--value=%d" % v for v in values]
    return json.loads(run(words + [image]).stdout)


def ask_model(options, folder, sources, values, flags=()):
    """What the model says; if its bounds cut it off, those further out."""
    image = build_image(options.cc, folder, sources, flags)
    truth = run_model(options, image, values)
    if truth["complete"] or truth["faulty"]:
        return truth
    return run_model(options, image, values, FURTHER)


# A program means nothing where gcc sees that it reads what was never written;
# and a run means nothing from where it leaves an array.
DEFINED = ["-O1", "-fsanitize=bounds", "-fsanitize-undefined-trap-on-error"] + \
    ["-Werror=" + name for name in (
        "return-type", "implicit-function-declaration", "uninitialized",
        "maybe-uninitialized", "array-bounds")]

# Where gcc does not see it, a local that was never written is NULL as well as
# something else.
UNWRITTEN = ("zero", "pattern")


def ask_again(options, folder, sources, values, flags=()):
    """What the model says where only what C defines counts; None: nothing.

    Slower than ask_model, and so for the programs only on which the two do not
    agree yet.
    """
    image = os.path.join(folder, "driver.so")
    words = ["gcc", "-shared", "-fPIC", "-fshort-wchar", "-Wl,-Bsymbolic",
             "-I" + INCLUDE] + DEFINED
    if is_plus(sources):
        words += ["-fno-exceptions", "-fno-rtti", "-std=c++17"]
    truths = []
    for unwritten in UNWRITTEN:
        built_it = run(words + ["-ftrivial-auto-var-init=" + unwritten] +
                       list(flags) + list(sources) + [WORLD, "-o", image],
                       folder, None)
        if built_it.returncode != 0:
            return None
        truths.append(run_model(options, image, values))
    return unite(*truths)


def unite(one, other):
    """What either says; a fault that both tell of is told once."""
    faults = {}
    for fault in one["faults"] + other["faults"]:
        key = (fault["rule"], fault["file"], fault["line"], fault["moment"])
        seen = faults.setdefault(key, fault)
        seen["open"] = seen["open"] and fault["open"]
        seen["first"] = seen["first"] or fault["first"]
    return dict(one, faults=list(faults.values()),
                faulty=one["faulty"] or other["faulty"],
                complete=one["complete"] and other["complete"],
                undefined=one["undefined"] + other["undefined"],
                endless=one["endless"] + other["endless"])


def judge(options, folder, sources, values, flags=()):
    """(verdict, truth, finished checker, findings) for the driver there."""
    truth = ask_model(options, folder, sources, values, flags)
    done, found = ask_checker(options, folder, sources, flags)
    verdict = compare(truth, done, found)
    if verdict in AGREE and verdict != "undecided":
        return verdict, truth, done, found
    again = ask_again(options, folder, sources, values, flags)
    if again is None:
        return "undecided", truth, done, found
    return compare(again, done, found), again, done, found


def ask_checker(options, folder, sources, flags=()):
    """The finished process, and what it said."""
    words = [options.unloadcheck, "--no-cache", "--color=never"] + list(sources)
    done = run(words + (["--"] + list(flags) if flags else []), folder, None)
    return done, read_findings(done.stdout)


def read_findings(text):
    """Each finding, with the places where its story registers something."""
    heads = list(FINDING.finditer(text))
    ends = [head.start() for head in heads[1:]] + [len(text)]
    return [Said(head.group(3), head.group(5),
                 os.path.basename(head.group(1)), int(head.group(2)),
                 {(os.path.basename(path), int(line)) for path, line in
                  REGISTERED.findall(text[head.end():end])})
            for head, end in zip(heads, ends)]


def beyond_dispute(truth):
    return {fault["rule"] for fault in truth["faults"]
            if not fault["open"] and fault["rule"] != NOTE}


def first_faults(truth):
    """What should be reported: (fault, the rules that will do).

    A registration that is out of reach when the image goes may be called lost
    as well as left over: the one is how the other came about.
    """
    lost = {(fault["file"], fault["line"]) for fault in truth["faults"]
            if fault["rule"] == LOST}
    for fault in truth["faults"]:
        if fault["open"] or not fault["first"] or fault["rule"] == NOTE:
            continue
        place = fault["file"], fault["line"]
        yield fault, {fault["rule"]} | ({LOST} if place in lost else set())


def is_named(fault, rules, found):
    """Does a finding by one of the rules tell of the fault's registration?

    A call that goes over several lines is where it begins for the checker, and
    for the model where it ends. A story without a registration tells of none.
    """
    places = {(fault["file"], fault["line"] - k) for k in range(4)}
    return any(said.kind == "error" and said.rule in rules and
               (not said.registered or said.registered & places or
                not fault["moment"].endswith(("returns", "fails")))
               for said in found)


def compare(truth, done, found):
    """One word for how the two verdicts stand to each other."""
    beyond = beyond_dispute(truth)
    allowed = {fault["rule"] for fault in truth["faults"]}
    rules = {said.rule for said in found if said.kind == "error"}
    certain = truth["complete"] and not truth["undefined"]
    if done.returncode not in (0, 1):
        return "gave up" if done.returncode == 2 else "crashed"
    if (done.returncode == 1) != bool(rules):
        return "crashed"
    if not beyond and rules - allowed:
        return "false alarm" if certain else "undecided"
    if beyond and not rules & allowed:
        return "missed"
    if not beyond:
        return "clean" if truth["complete"] else "undecided"
    if rules - allowed:
        return "more said" if certain else "undecided"
    return "found" if all(is_named(fault, will_do, found)
                          for fault, will_do in first_faults(truth)) \
        else "partly found"


def write_verdicts(path, title, truth, done):
    """What both said, for a person to compare."""
    with open(path, "w") as file:
        file.write("%s\n\nmodel:\n" % title)
        for fault in truth["faults"]:
            file.write("%s:%d: %s [%s]%s%s\n" % (
                fault["file"], fault["line"], fault["moment"], fault["rule"],
                " (open)" if fault["open"] else "",
                "" if fault["first"] else " (follows)"))
            for number, line in enumerate(fault["proof"]):
                file.write("  %d. %s\n" % (number + 1, line))
        file.write("\nunloadcheck (exit status %d):\n%s%s" % (
            done.returncode, done.stdout, done.stderr))
