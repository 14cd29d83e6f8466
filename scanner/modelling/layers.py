"""Which layer a component is in: said by its labels, otherwise inferred with the reason."""

from __future__ import annotations

from collections.abc import Mapping

from scanner.domain.architecture import Confidence, LayerId
from scanner.modelling.drafts import LayerGuess

LAYER_LABEL = "nhs.uk/layer"
"""Label or tag by which a supplier declares a layer."""

_DECLARED = {
    "hosting": LayerId.HOSTING,
    "data": LayerId.DATA,
    "digital": LayerId.SERVICE,
    "service": LayerId.SERVICE,
    "presentation": LayerId.PRESENTATION,
    "ui": LayerId.PRESENTATION,
    "integration": LayerId.INTEGRATION,
}
_COMPONENT_LABEL = {
    "frontend": LayerId.PRESENTATION,
    "web": LayerId.PRESENTATION,
    "ui": LayerId.PRESENTATION,
    "database": LayerId.DATA,
    "cache": LayerId.DATA,
    "api": LayerId.SERVICE,
    "backend": LayerId.SERVICE,
    "server": LayerId.SERVICE,
}


def declared_layer(labels: Mapping[str, str]) -> LayerGuess | None:
    """The layer that labels or tags declare, with the reason.

    Args:
        labels: Labels of a Kubernetes object or tags of a cloud resource.
    """
    value = labels.get(LAYER_LABEL) or labels.get("Layer") or labels.get("layer")
    if value and value.lower() in _DECLARED:
        return LayerGuess(_DECLARED[value.lower()], f"declared by the label {value!r}", Confidence.HIGH, declared=True)
    return None


def labelled_layer(labels: Mapping[str, str]) -> LayerGuess | None:
    """The layer that Kubernetes' recommended component label suggests, with the reason."""
    value = labels.get("app.kubernetes.io/component", "").lower()
    if value in _COMPONENT_LABEL:
        return LayerGuess(_COMPONENT_LABEL[value], f"label app.kubernetes.io/component is {value!r}")
    return None
