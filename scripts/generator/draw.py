"""draw.py - chance that is the same everywhere, and where a fault may go in.

Python's own generator may draw differently in another version; these few lines
do not. A program is made twice from one seed: the first time every place that
could hold a fault is counted, the second time one of them (or none, or two)
does. Drawing at a fault's place uses a generator of its own, so the rest of the
program is the same with and without it.
"""
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

WORD = (1 << 64) - 1


class Draw:
    """splitmix64: small, well mixed, defined by three lines."""

    def __init__(self, seed):
        self.state = seed & WORD

    def word(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & WORD
        word = self.state
        word = (word ^ word >> 30) * 0xBF58476D1CE4E5B9 & WORD
        word = (word ^ word >> 27) * 0x94D049BB133111EB & WORD
        return word ^ word >> 31

    def number(self, limit):
        return self.word() % limit

    def chance(self, percent):
        return self.number(100) < percent

    def pick(self, choices):
        return choices[self.number(len(choices))]

    def weighted(self, *choices):
        """Picks from (weight, value) pairs."""
        at = self.number(sum(weight for weight, _ in choices))
        for weight, value in choices:
            if at < weight:
                return value
            at -= weight
        raise AssertionError("weights do not add up")

    def shuffled(self, values):
        rest = list(values)
        return [rest.pop(self.number(len(rest))) for _ in range(len(rest))]


class Slips:
    """The places where a fault may go in, numbered as they are passed."""

    def __init__(self, chosen=()):
        self.chosen = frozenset(chosen)
        self.names = []

    def here(self, name):
        self.names.append(name)
        return len(self.names) - 1 in self.chosen

    def made(self):
        return [self.names[i] for i in sorted(self.chosen)
                if i < len(self.names)]
