"""What the network lets through, whether or not somebody is told to go there.

For the rule engine:

* ``CAN_REACH`` relations lead from what runs to what it reaches, with ``ports``, the rule that lets it in as
  ``location``, who holds the group or selector as ``proof``, and ``breaks``. They are listed towards stores, and
  between others only where a rule names both. High confidence: the rules name both, or a range that holds the source.
  Medium: through a peering, with rules of the source that are not known, or in a namespace without policies. Low: a
  rule that may not be there, unknown ports, pods of different namespaces without policies.
* ``EXPOSES`` relations tell what the internet reaches. Their source is what lets it in: a security group, a subnet, a
  firewall; or the component itself where its own settings do.
* ``RUNS_ON`` relations lead from a store to its subnets; ``derived_from`` tells which lead to an internet gateway.
* :class:`ClusterReach` answers for any two components that run pods, also where no list would be of use.
* :func:`public_subnets` gives the subnets that lead to the internet, with the proof.

Nothing here is a call: that a door is open does not tell that somebody goes through it.
"""

from __future__ import annotations

from collections.abc import Iterator

from scanner.modelling.known import Known, Tie
from scanner.modelling.relations.reachability.aws import find_aws_reach
from scanner.modelling.relations.reachability.aws_networks import PublicSubnet, public_subnets
from scanner.modelling.relations.reachability.azure import find_azure_reach
from scanner.modelling.relations.reachability.azure_services import find_azure_exposure
from scanner.modelling.relations.reachability.cluster import ClusterReach, Reach, Verdict
from scanner.modelling.relations.reachability.google import find_google_reach
from scanner.modelling.relations.reachability.kubernetes import find_cluster_reach

__all__ = ["ClusterReach", "PublicSubnet", "Reach", "Verdict", "find_reach", "public_subnets"]


def find_reach(known: Known) -> Iterator[Tie]:
    """CAN_REACH, EXPOSES and RUNS_ON as networks show them, with loose ends where a rule's peer is not known."""
    yield from find_aws_reach(known)
    yield from find_azure_reach(known)
    yield from find_azure_exposure(known)
    yield from find_google_reach(known)
    yield from find_cluster_reach(known)
