def test_haz_001_banner_shows_name():
    assert banner()
