"""The words by which suppliers name layers: in labels, in tags, in ``archscan.yaml``."""

from __future__ import annotations

from collections.abc import Mapping

from scanner.domain.architecture import LayerId

LAYER_WORDS: Mapping[str, LayerId] = {
    "presentation": LayerId.PRESENTATION,
    "frontend": LayerId.PRESENTATION,
    "ui": LayerId.PRESENTATION,
    "service": LayerId.SERVICE,
    "digital": LayerId.SERVICE,
    "backend": LayerId.SERVICE,
    "integration": LayerId.INTEGRATION,
    "data": LayerId.DATA,
    "hosting": LayerId.HOSTING,
    "infrastructure": LayerId.HOSTING,
}
"""Word, in lower case, to the layer that it means."""
