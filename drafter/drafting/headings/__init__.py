"""Headings that keep parallel (小标题): ways to write them as data, and what composes them.

Schemes (拟法) and words are data beside this module (docs/headings.md). Whatever the words do not
cover is refused with a reason; nothing is composed that `faults` would find fault with.
"""

from drafter.drafting.headings.check import faults as faults
from drafter.drafting.headings.compose import Headings as Headings
from drafter.drafting.headings.compose import compose as compose
from drafter.drafting.headings.propose import propose as propose
from drafter.drafting.headings.schemes import Scheme as Scheme
from drafter.drafting.headings.schemes import schemes as schemes
