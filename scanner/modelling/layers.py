"""Which layer a component is in: said by its labels, otherwise inferred with the reason."""

from __future__ import annotations

from collections.abc import Mapping

from scanner.domain.architecture import Confidence, LayerId
from scanner.domain.layers import LAYER_WORDS
from scanner.domain.resource import Unknown, Value
from scanner.modelling.drafts import LayerGuess

LAYER_LABELS = ("nhs.uk/layer", "archscan/layer", "Layer", "layer")
"""Labels and tags by which a supplier declares a layer; of several the first that names one."""

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
    for key in LAYER_LABELS:
        value = labels.get(key, "")
        layer = LAYER_WORDS.get(value.strip().lower())
        if layer is not None:
            return LayerGuess(layer, f"declared by the label {key}: {value.strip()!r}", Confidence.HIGH, declared=True)
    return None


def may_declare(written: Value) -> bool:
    """Whether labels may declare a layer out of sight: none of them is known, or not the one that would.

    Args:
        written: The labels or tags as they stand.
    """
    if isinstance(written, Unknown):
        return True
    entries = written.items() if isinstance(written, Mapping) else ()
    return any(isinstance(value, Unknown) and (key in LAYER_LABELS or "{{" in str(key)) for key, value in entries)


def labelled_layer(labels: Mapping[str, str]) -> LayerGuess | None:
    """The layer that Kubernetes' recommended component label suggests, with the reason."""
    value = labels.get("app.kubernetes.io/component", "").lower()
    if value in _COMPONENT_LABEL:
        return LayerGuess(_COMPONENT_LABEL[value], f"label app.kubernetes.io/component is {value!r}")
    return None
