"""Marking texts for translation where no page is being shown yet."""


def N_(text: str) -> str:
    """Mark a text for the catalogue; it is translated when somebody reads it."""
    return text
