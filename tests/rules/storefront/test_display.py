"""Display settings survive a cookie that was tampered with."""

from truso.storefront.display import parse_display, write_display


def test_settings_come_back_as_they_were_kept():
    assert parse_display(write_display({"theme": "dark", "text": "larger", "links": ""})).chosen == {
        "theme": "dark",
        "text": "larger",
    }


def test_unknown_settings_and_values_are_left_out():
    assert parse_display("theme:neon.text:large.script:<x>..:").chosen == {"text": "large"}
    assert write_display({"theme": 'dark" onload="x'}) == ""
