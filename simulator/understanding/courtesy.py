"""How an utterance treats the caller: rules for markers, models for tone, vetoes.

A marker («maaf», «tolong», «terima kasih») counts for what it does: a violation in the
same words can make it nothing at all. Short firm orders that save a life are never
rude.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from recordings.events import Span
from scenarios.language.tokens import words
from scenarios.vocabulary import URGENT_ACTS, VIOLATION_SEVERITY
from scenarios.vocabulary import CourtesyLabel as L
from scenarios.vocabulary import DialogueAct as A
from simulator.understanding.acts import Found, Scores
from simulator.understanding.heard import Heard
from simulator.understanding.rules import Hit, find, load, rules

CERTAIN = 0.95
SURE = 0.85
"""A model this sure of comfort takes «tenang» for part of it."""
BARE = 4
"""«Tenang» in so few words is bare, whatever the model thinks."""
PLAIN = 0.75
"""From this probability on a label with degrees has degree 2."""
UNLIKELY, UNTHINKABLE = 0.05, 0.005
"""A rule for a courtesy is overruled below the first, one for a violation below the
second: few lines teach how a rude word is meant."""
MODELLED = (
    L.GREETING,
    L.SELF_IDENTIFY,
    L.THANKS,
    L.APOLOGY,
    L.JARGON,
    L.OVERFAMILIAR_SLANG,
    L.OFFER_HELP,
    L.HOLD_COURTESY,
    L.EMOTIONAL_REACTION,
    L.UNDERSTANDING,
    L.EXPLORATION,
    L.REASSURANCE_ACTION,
    L.PRESENCE,
    L.ENCOURAGE,
    L.EXPLAIN_WHY,
    L.COLLABORATIVE_WE,
    L.CLOSING_COURTESY,
    L.POLITE_REFUSAL,
    L.COMMAND_RUDE,
    L.BLAME,
    L.DISMISS,
    L.SARCASM,
    L.THREAT,
    L.OVERPROMISE,
    L.DEFLECT_REFUSE,
    L.DOUBT_ACCUSE,
    L.IMPATIENCE,
    L.HUMOUR_FLIRT,
    L.DISCRIMINATE,
    L.PROFANITY,
    L.CALM_DOWN_ORDER,
)
"""Labels that a model learns from the courtesy corpus; the rest are read by rule."""
MARKERS = frozenset({L.HONORIFIC_ADDRESS, L.PLEASE_MARKER, L.SOFTENER})
"""So frequent that corpus files need not name them (`docs/language-data.md`)."""
SAID_TO_DO = frozenset({L.THANKS, L.APOLOGY})
"""Done by saying them: where their rule speaks against them («nanti saja terima
kasihnya»), no model gives them."""
_DEGREES = frozenset({L.EMOTIONAL_REACTION, L.UNDERSTANDING, L.EXPLORATION})
_HELPING_ACTS = frozenset(
    {A.INFORM_DISPATCH, A.INFORM_TRANSFER, A.INFORM_ETA, A.INSTRUCT_CALM_BREATHING,
     A.EXPLAIN_REASON}
)  # fmt: skip
_COMFORT = frozenset(
    {L.EMOTIONAL_REACTION, L.UNDERSTANDING, L.REASSURANCE_ACTION, L.PRESENCE,
     L.ENCOURAGE, L.EXPLAIN_WHY}
)  # fmt: skip
_HARSH = frozenset({L.SHOUT, L.COMMAND_RUDE, L.IMPATIENCE, L.CALM_DOWN_ORDER})
_ABBREVIATIONS = frozenset(
    "DAMKAR BASARNAS POLRI SATPOL BPBD POLRESTA RSUD RSUP PUSKESMAS KOMINFO PERKIM"
    " DISHUB DINSOS DINKES BPJS PDAM".split()
)
_COMMANDS = re.compile(
    r"(?:cepat |ayo |hei |heh )*(?:jawab|bicara|ngomong|sebut(?:kan)?|bilang|katakan"
    r"|alamat(?:nya)?|lokasi(?:nya)?|nama(?:nya)?|nomor(?:nya)?|usia(?:nya)?|posisi(?:nya)?)"
    r"(?: (?:cepat|sekarang|nama|alamat|nomor|lokasi|kamu|mana|yang (?:jelas|benar)"
    r"|telepon|ponsel|dong))*"
)


@dataclass(frozen=True, slots=True)
class Label:
    """A courtesy label with the words it rests on and why it was given."""

    label: str
    confidence: float
    span: Span
    because: str
    level: int | None = None


@cache
def _vetoes() -> dict[str, frozenset[str]]:
    return {name: frozenset(by) for name, by in load("vetoes.yaml").items()}


def courtesy_of(
    heard: Heard,
    *,
    acts: Sequence[Found],
    scores: Scores,
    typed: bool,
) -> list[Label]:
    """The courtesy labels of an utterance, in the order of their words.

    Args:
        heard: The utterance.
        acts: What it does.
        scores: The courtesy model's view of each clause and the whole.
        typed: False for recognised speech, where capitals say nothing.
    """
    found = _by_rule(heard, scores)
    found += _by_model(found, heard, scores)
    found += _shouts(heard) if typed else []
    found += _commands(heard)
    found += _reassurance(heard, found, acts)
    return sorted(_judged(found, acts, heard), key=lambda one: (one.span, one.label))


def _by_rule(heard: Heard, scores: Scores) -> list[Label]:
    found = [
        _label(hit)
        for hit in find("courtesy.yaml", heard)
        if hit.name not in scores.scorer.column
        or scores.best(hit.name)
        >= (UNTHINKABLE if is_violation(hit.name) else UNLIKELY)
    ]
    return _each_marker_or_first(found)


def _label(hit: Hit) -> Label:
    level = 2 if hit.name in _DEGREES else None
    return Label(hit.name, CERTAIN, hit.span, "rule", level)


def _each_marker_or_first(found: list[Label]) -> list[Label]:
    """Markers count each time they are said, other labels once an utterance."""
    kept, seen = [], set()
    for one in found:
        if one.label in MARKERS or one.label not in seen:
            kept.append(one)
        seen.add(one.label)
    return kept


def _by_model(found: Sequence[Label], heard: Heard, scores: Scores) -> list[Label]:
    known = {one.label for one in found} | {
        rule.name
        for rule in rules("courtesy.yaml")
        if rule.name in SAID_TO_DO and rule.speaks_against(heard)
    }
    return [
        Label(name, sure, span, "model", _level(name, sure))
        for name, sure, span in scores.given()
        if name not in known
    ]


def _level(label: str, sure: float) -> int | None:
    """1 or 2 for labels that have degrees."""
    if label not in _DEGREES:
        return None
    return 2 if sure >= PLAIN else 1


def _shouts(heard: Heard) -> list[Label]:
    """Two long words in capitals one after the other, or «!!»."""
    loud = [
        token
        for token in words(heard.text)
        if len(token.text) >= 4
        and token.text.isupper()
        and token.text.isalpha()
        and token.text not in _ABBREVIATIONS
    ]
    for one, other in pairwise(loud):
        if other.start - one.end <= 6:
            return [Label(L.SHOUT, CERTAIN, (one.start, other.end), "rule")]
    marks = re.search(r"\w[^\s!]*\s?!{2,}", heard.text)
    return [Label(L.SHOUT, CERTAIN, marks.span(), "rule")] if marks else []


def _commands(heard: Heard) -> list[Label]:
    """A bare order for ordinary data: «Alamat!», «Cepat ngomong!»."""
    said = " ".join(word for word in heard.words if word[0].isalnum())
    firm = "!" in heard.words or said.startswith(("cepat", "ayo", "hei"))
    mentions_you = "kamu" in heard.words
    bare = heard.word_count <= 4 and _COMMANDS.fullmatch(said) is not None
    if bare and (firm or mentions_you):
        return [Label(L.COMMAND_RUDE, CERTAIN, heard.whole, "rule")]
    return []


def _reassurance(
    heard: Heard, found: Sequence[Label], acts: Sequence[Found]
) -> list[Label]:
    """Something calming together with what is being done."""
    names = {one.label for one in found}
    if L.REASSURANCE_ACTION in names:
        return []
    doing = {one.act for one in acts} & {A.INFORM_DISPATCH, A.INFORM_TRANSFER}
    calming = names & {L.PRESENCE, L.CALM_DOWN_ORDER} or (
        frozenset(heard.words) & {"pandu", "memandu", "bantu", "membantu", "takut"}
        and "jangan" not in heard.words[:1]
    )
    guided = L.CALM_DOWN_ORDER in names and (
        frozenset(heard.words) & {"pandu", "bantu", "temani", "membantu", "kirim"}
    )
    if (doing and calming) or guided:
        return [Label(L.REASSURANCE_ACTION, 0.8, heard.whole, "rule")]
    return []


def _judged(found: Sequence[Label], acts: Sequence[Found], heard: Heard) -> list[Label]:
    """Apply exemptions and vetoes."""
    act_names = {one.act for one in acts}
    urgent = bool(act_names & URGENT_ACTS)
    kept = [one for one in found if not (urgent and one.label in _HARSH)]
    names = {one.label for one in kept}
    if _gives_help(kept, acts, heard):
        kept = [one for one in kept if one.label != L.CALM_DOWN_ORDER]
    warned = next((one for one in acts if one.act == A.WARN_PRANK), None)
    if warned is not None:
        kept = [one for one in kept if not _is_part_of_warning(one, warned)]
    if A.REDIRECT_NONEMERGENCY in act_names and L.POLITE_REFUSAL in names:
        kept = [one for one in kept if one.label != L.DEFLECT_REFUSE]
    return [one for one in kept if not _is_vetoed(one.label, names)]


def _is_part_of_warning(label: Label, warning: Found) -> bool:
    """A warning of the law is no threat; a guessed warning excuses no certain doubt."""
    certain = label.because == "rule" and warning.because != "rule"
    return label.label in (L.THREAT, L.DOUBT_ACCUSE) and not certain


def _gives_help(found: Sequence[Label], acts: Sequence[Found], heard: Heard) -> bool:
    """Whether «tenang» comes with help, reason or recognition."""
    comforts = any(
        o.label in _COMFORT
        and o.confidence >= PLAIN
        and (o.because == "rule" or heard.word_count > BARE)
        for o in found
    )
    helps = any(o.act in _HELPING_ACTS and o.because == "rule" for o in acts)
    feels = heard.word_count > BARE and any(
        o.act in (A.REASSURE, A.EMPATHISE) and o.confidence >= SURE for o in acts
    )
    return comforts or helps or feels


def _is_vetoed(label: str, present: Collection[str]) -> bool:
    return bool(_vetoes().get(label, frozenset()) & frozenset(present))


def insults(found: Sequence[Label]) -> Label | None:
    """The label that makes an utterance rude, if any."""
    rude = {L.PROFANITY, L.BLAME, L.THREAT, L.SHOUT, L.DISCRIMINATE}
    return next((one for one in found if one.label in rude), None)


def is_violation(label: str) -> bool:
    return label in VIOLATION_SEVERITY
