"""Which names a preview answers to: this computer's own.

A page of another site can point its own host name at 127.0.0.1, and then read a preview as if it were its own
(DNS rebinding). The browser still sends that name as `Host`.
"""

import re
from typing import Final

_OWN: Final = re.compile(r"(?:localhost|127\.0\.0\.1|\[::1\])(?::[0-9]{1,5})?", re.IGNORECASE)

REFUSAL: Final = (
    "This preview is for the computer that it runs on: it answers to localhost, 127.0.0.1 and [::1] only.\n"
)


def is_own_name(host: str) -> bool:
    """Tell whether the header `Host` of a request names this computer, on any port.

    A request without one, or with several, is somebody else's: every browser sends one.
    """
    return _OWN.fullmatch(host) is not None
