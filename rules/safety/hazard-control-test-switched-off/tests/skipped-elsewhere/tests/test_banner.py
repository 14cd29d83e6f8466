import sys

import pytest


@pytest.mark.skipif(sys.platform == "win32", reason="the banner is drawn by another library there")
def test_banner_names_the_patient():
    """HAZ-012"""
    assert True
