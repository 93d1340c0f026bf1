"""What is refused in words, because it would take far too long."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from samverkansgraf.errors import UsageError
from samverkansgraf.network import incidence

if TYPE_CHECKING:
    import networkx as nx

#: Meetings of two actors, all times together, that are gone through unless said; more take many minutes.
MOST_MEETINGS: Final = 20_000_000


def refuse_if_long(
    what: str, network: nx.Graph[str], times: int, *, most: int | None = None, fewer: str = "samples"
) -> None:
    """
    Do nothing if all ties between actors can be gone through so many times.

    Parameters
    ----------
    what
        What is asked for, for the message.
    network
        Two-mode network. Each two actors meet once in each initiative that is not a set.
    times
        How many times.
    most
        Meetings, all times together; :data:`MOST_MEETINGS` unless given.
    fewer
        What there could be fewer of, for the message.

    Raises
    ------
    UsageError
        It would take many minutes.
    NotTwoModeError
        The network is not two-mode.
    """
    sizes = np.bincount(incidence(network).tying.indices)
    meetings = int((sizes * (sizes - 1)).sum()) // 2
    if meetings * times > (MOST_MEETINGS if most is None else most):
        raise UsageError(
            f"{what}: {meetings:,} meetings of two actors in an initiative, gone through {times:,} times, would take "
            f"many minutes; choose fewer {fewer} or fewer participations"
        )
