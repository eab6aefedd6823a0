import pytest

from generator.publish.preview.host import is_own_name


@pytest.mark.parametrize(
    "host", ["localhost", "LOCALHOST:8000", "127.0.0.1", "127.0.0.1:8000", "[::1]", "[::1]:65535"]
)
def test_names_of_this_computer(host: str) -> None:
    assert is_own_name(host)


@pytest.mark.parametrize(
    "host",
    [
        *("", "example.org", "example.org:8000", "127.0.0.1.example.org", "localhost.example.org:8000"),
        *("example.org#localhost", "localhost@example.org", "localhost,example.org", "localhost:8000x"),
        *(
            "localhost:",
            "127.0.0.2",
            "0.0.0.0:8000",
            "192.168.0.7:8000",
            "::1",
            "[::2]",
            "[::1",
            "localhost\n",
        ),
    ],
)
def test_other_names(host: str) -> None:
    assert not is_own_name(host)
