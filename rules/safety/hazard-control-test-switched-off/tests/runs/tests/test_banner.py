import pytest

@pytest.mark.skip('slow')
def test_haz_001_in_browser(): ...




def test_haz_001_banner(): ...
