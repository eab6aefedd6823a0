import base64
import hashlib

from generator.publish.content_security_policy import with_policy


def test_names_the_inline_scripts_and_nothing_else() -> None:
    page = '<head><meta charset="utf-8"><script>go()</script><script src="x.js"></script></head>'
    digest = base64.b64encode(hashlib.sha256(b"go()").digest()).decode()
    made = with_policy(page)
    assert made.startswith('<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="')
    assert f"script-src 'self' 'wasm-unsafe-eval' 'sha256-{digest}';" in made
    assert made.count("sha256-") == 1


def test_data_in_a_script_element_is_no_script() -> None:
    page = '<meta charset="utf-8"><script id="__config" type="application/json">{"a": 1}</script>'
    assert "script-src 'self' 'wasm-unsafe-eval';" in with_policy(page)


def test_nothing_is_loaded_from_elsewhere() -> None:
    made = with_policy('<meta charset="utf-8">')
    assert "default-src 'none'" in made
    assert "http:" not in made
    assert "https:" not in made
    assert "*" not in made
