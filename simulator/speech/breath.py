"""Short breath: somebody afraid breaks off between words and runs over full stops."""

import re

_SPOKEN = re.compile(r"\[\[.*?\]\]\S*|\S+")
_PAUSE = (",", ".", "!", "?", ";", ":")
_FEWEST_LEFT = 2


def breathless(text: str, breath_words: int | None) -> str:
    """Put a comma after so many words without a pause.

    Args:
        text: Words, some as `[[phonemes]]`.
        breath_words: From `VoiceSettings`; None leaves the text as it is.

    Returns:
        The same words in the same order; full stops inside become commas.
    """
    if breath_words is None:
        return text
    words = _SPOKEN.findall(text)
    said, since_pause = [], 0
    for nth, word in enumerate(words):
        left = len(words) - nth - 1
        since_pause = 0 if word.endswith(_PAUSE) else since_pause + 1
        if left and word.endswith("."):
            word = f"{word[:-1]},"
        elif since_pause >= breath_words and left >= _FEWEST_LEFT:
            word, since_pause = f"{word},", 0
        said.append(word)
    return " ".join(said)
