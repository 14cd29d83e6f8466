"""Layers that labels and tags declare."""

from __future__ import annotations

import pytest

from scanner.modelling.layers import LAYER_LABELS, declared_layer


@pytest.mark.parametrize("key", LAYER_LABELS)
@pytest.mark.parametrize(("word", "layer"), [("data", "data"), (" Digital ", "service"), ("Infrastructure", "hosting")])
def test_each_label_and_word(key: str, word: str, layer: str) -> None:
    found = declared_layer({"a": "b", key: word})
    assert found is not None
    assert (found.layer, found.declared) == (layer, True)
    assert key in found.reason


@pytest.mark.parametrize("labels", [{}, {"layer": ""}, {"layer": "3"}, {"Layer": "unassigned"}, {"tier": "data"}])
def test_other_labels_declare_nothing(labels: dict[str, str]) -> None:
    assert declared_layer(labels) is None


def test_a_label_of_the_house_goes_before_a_common_tag() -> None:
    found = declared_layer({"Layer": "data", "nhs.uk/layer": "integration", "archscan/layer": "service"})
    assert found is not None
    assert found.layer == "integration"
    fallback = declared_layer({"nhs.uk/layer": "L7", "layer": "data"})
    assert fallback is not None
    assert fallback.layer == "data"
