"""How much of the network is left when actors leave it, by chance or the weightiest first."""

from __future__ import annotations

from samverkansgraf.measures.fragility.curves import ORDERS, Order, removal_curve

__all__ = ["ORDERS", "Order", "removal_curve"]
