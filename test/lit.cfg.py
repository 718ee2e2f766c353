"""How the tests are run: one suite over everything below test/.

A test is a file with RUN lines. It may use

    %unloadcheck   the program of this build, without colour
    %rules         the rules of this tree
    %root          the source tree
    %build         the build tree
    %bin           the folder of its programs
    %consumers     the folder of programs that read reports, for tests that
                   require `consumers`
    %units         the folder of the unit test programs
    %wine          runs a program for Windows
    %windows       the program for Windows, as it is installed, on wine
    %same          runs the program here and there: the same must come out
    %mingw         the build tree of the build for Windows
    %cmake         the cmake that configured the build
    %ninja         the ninja that builds it
    %right NAME    the file, compiled with -DNAME, is a driver without a finding
    %session       plays the session of a file to a server (test/tools/lsp)
    %fault NAME    the file, compiled with -DNAME, has the findings of the lines
                   that start with NAME: and no other (test/tools/verdict)

and FileCheck, count, not and split-file. A folder named Inputs holds what tests
of its folder share; test/Inputs what all share, found with #include through
%inputs. Started from the source tree, the suite runs on build/dev, or on the
build tree that --param build=DIR names.
"""
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

import glob
import os
import shutil
import subprocess

import lit.formats

root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

if not hasattr(config, "build_dir"):
    build = lit_config.params.get("build", os.path.join(root, "build", "dev"))
    site = os.path.join(build, "test", "lit.site.cfg.py")
    if not os.path.exists(site):
        lit_config.fatal("not a build tree of this project: " + build)
    lit_config.load_config(config, site)
    raise SystemExit

test = os.path.join(root, "test")
bin_dir = os.path.join(config.build_dir, "bin")
program = os.path.join(bin_dir, "unloadcheck")
rules = os.path.join(root, "rules")

config.name = "unloadcheck"
config.test_format = lit.formats.ShTest(execute_external=False)
config.test_source_root = test
config.test_exec_root = os.path.join(config.build_dir, "test")
config.suffixes = [".c", ".cpp", ".ir", ".test", ".yaml"]
config.excludes = ["Inputs", "tools"]


def leaks_can_be_found():
    """The leak finder needs ptrace, which some containers do not give."""
    environment = dict(os.environ, ASAN_OPTIONS="detect_leaks=1")
    run = subprocess.run([program, "--version"], env=environment,
                         stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return b"LeakSanitizer has encountered a fatal error" not in run.stdout


# Tests see the machine through nothing but these.
config.environment = {
    "PATH": os.pathsep.join([config.llvm_tools, os.environ.get("PATH", "")]),
    "LC_ALL": "C",
    "NO_COLOR": "1",
}

if config.sanitize:
    config.available_features.add("sanitizers")
    leaks = leaks_can_be_found()
    if not leaks:
        lit_config.note("leaks are not looked for: the system forbids it")
    config.environment["ASAN_OPTIONS"] = \
        "detect_leaks=%d:detect_stack_use_after_return=1" % leaks
    config.environment["UBSAN_OPTIONS"] = "print_stacktrace=1"
config.available_features.add("llvm-" + config.llvm_version)

# What scripts/node-packages puts there.
consumers = os.path.join(root, "build", "node")
if os.path.exists(os.path.join(consumers, "installed")):
    config.available_features.add("consumers")
for tool in ["fish", "pre-commit", "xbuild", "zsh"]:
    if shutil.which(tool):
        config.available_features.add(tool)
if shutil.which("man") and shutil.which("mandoc"):
    config.available_features.add("man")
if shutil.which("clangd-19") and shutil.which("clangd-22"):
    config.available_features.add("clangd")
    if shutil.which("nvim"):
        config.available_features.add("neovim")
    if glob.glob("/usr/share/emacs/site-lisp/elpa/eglot-*"):
        config.available_features.add("eglot")
if shutil.which("chromium-headless-shell"):
    config.available_features.add("browser")

# What scripts/windows builds, and where it keeps a Windows for it.
mingw = os.path.join(root, "build", "mingw")
wine = "sh " + os.path.join(test, "tools", "wine")
if os.path.exists(os.path.join(mingw, "ready")):
    config.available_features.add("wine")

session = "python3 " + os.path.join(test, "tools", "lsp", "session")
verdict = "sh " + os.path.join(test, "tools", "verdict")
config.substitutions += [
    ("%right", verdict + " right " + program + " %s"),
    ("%fault", verdict + " fault " + program + " %s"),
    ("%session", session + " " + bin_dir),
    ("%same", "sh " + os.path.join(test, "tools", "same") + " " + program),
    ("%windows", wine + " " + os.path.join(mingw, "installed", "bin",
                                           "unloadcheck.exe")),
    ("%mingw", mingw),
    ("%wine", wine),
    ("%again", os.path.join(test, "tools", "again")),
    ("%edit", os.path.join(test, "tools", "edit")),
    ("%unloadcheck", program),
    ("%consumers", consumers),
    ("%rules", rules),
    ("%root", root),
    ("%build", config.build_dir),
    ("%bin", bin_dir),
    ("%units", os.path.join(bin_dir, "units")),
    ("%inputs", os.path.join(test, "Inputs")),
    ("%cmake", config.cmake),
    ("%ninja", "env TERM=dumb NINJA_STATUS=\"[%f/%t] \" ninja"),
]
