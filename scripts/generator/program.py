"""program.py - one driver from one seed."""
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

import re

from generator.cplusplus import Cplusplus
from generator.draw import Draw, Slips
from generator.entry import Callbacks, Entry
from generator.group import Group
from generator.listed import Listed
from generator.maker import Maker, world_of
from generator.module import Module
from generator.steps import Device, Platform
from generator.winsock import Winsock

NAMES = ("Flow", "Stream", "Tap", "Probe", "Link", "Relay", "Meter", "Port",
         "Filter", "Session")


class Plan:
    """The outline: what is drawn before any line is written."""

    def __init__(self, draw):
        self.kmdf = draw.chance(20)
        self.device = not self.kmdf and draw.chance(45)
        self.extension = False
        self.two_files = draw.chance(20)
        self.count = draw.weighted((35, 1), (35, 2), (18, 3), (9, 4), (3, 6))
        self.names = draw.shuffled(NAMES)
        self.kinds = [draw.weighted((71, "module"), (15, "group"),
                                    (9, "winsock"), (5, "listed"))
                      for _ in range(self.count)]
        self.lives = [draw.weighted((60, "entry"), (13, "optional"),
                                    (10, "tolerated"), (17, "callback"))
                      for _ in range(self.count)]
        self.platforms = draw.weighted((60, 0), (30, 1), (10, 2))
        self.seed = draw.word()
        self.slip_draws = [draw.word() for _ in range(3)]
        self.plus = draw.chance(6)
        self.slip_count = draw.weighted((35, 0), (55, 1), (10, 2))


class Program:
    """The files of a driver, the functions it lacks, and what was put in."""

    def __init__(self, files, world, slips, values):
        self.files = files
        self.world = world
        self.slips = slips
        self.values = values

    def sources(self):
        return [name for name in self.files if not name.endswith(".h")]


def make_units(maker):
    plan = maker.plan
    units = []
    for name, kind, life in zip(plan.names, plan.kinds, plan.lives):
        if kind == "group":
            if life in ("callback", "tolerated"):
                life = "entry"
            units.append(Group(maker, name, life))
        elif kind == "listed":
            units.append(Listed(maker, name, "entry"))
        elif kind == "winsock":
            units.append(Winsock(maker, name, "entry" if life == "callback"
                                 else life))
        else:
            units.append(Module(maker, name, life))
    return units


def build(plan, slips):
    maker = Maker(plan.seed, slips, plan)
    units = make_units(maker)
    maker.units = units
    plan.extension = any(getattr(unit, "place", "") == "extension"
                         for unit in units)
    steps = [unit for unit in units if unit.life != "callback"]
    dynamic = [unit for unit in units if unit.life == "callback"]
    for i in range(plan.platforms):
        steps.insert(maker.draw.number(len(steps) + 1),
                     Platform(maker, ("Queue", "Clock")[i]))
    if plan.device:
        steps.insert(0, Device(maker))
    if not steps:
        steps.append(Platform(maker, "Queue"))
    Entry(maker, steps, Callbacks(maker, dynamic) if dynamic else None).write()
    return maker


def choose_slips(plan, count):
    if count == 0:
        return ()
    return tuple(word % count for word in plan.slip_draws[:plan.slip_count])


def generate(seed):
    """The program of the seed: the same, byte for byte, everywhere."""
    plan = Plan(Draw(seed * 0x2545F4914F6CDD1D + 0x1B873593))
    counted = Slips()
    write = write_plus if plan.plus else write_plain
    write(plan, counted)
    slips = Slips(choose_slips(plan, len(counted.names)))
    return write(plan, slips)


def write_plus(plan, slips):
    text = Cplusplus(plan, slips)
    files = text.write()
    return Program(files, world_of(text.platform), slips.made(), [0])


def write_plain(plan, slips):
    maker = build(plan, slips)
    codes = re.findall(r"IOCTL_\w+ CTL_CODE\(FILE_DEVICE_UNKNOWN, (0x\w+)",
                       "\n".join(maker.numbers))
    values = [0] + [0x22 << 16 | int(code, 16) << 2 for code in codes]
    return Program(maker.write(), world_of(maker.platform_functions),
                   slips.made(), values)
