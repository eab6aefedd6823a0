"""The order in which readers look for names."""

import unicodedata


def by_name(name: str) -> tuple[str, str]:
    """The key that puts names in the order in which readers look for them, whatever the locale.

    Letters, digits and spaces count; capitals, accents and all else only tell apart what is else alike.
    """
    folded = unicodedata.normalize("NFKD", name).casefold()
    return "".join(one for one in folded if one.isalnum() or one == " ").strip(), name
