"""Codes of the shared vocabulary that this package must know by name.

`recordings` does not import `scenarios`; a test holds these sets equal to the
vocabulary's.
"""

VIOLATIONS = frozenset(
    {
        "command_rude",
        "blame",
        "dismiss",
        "sarcasm",
        "threat",
        "shout",
        "profanity",
        "overfamiliar_slang",
        "interrupt_silence",
        "overpromise",
        "calm_down_order",
        "deflect_refuse",
        "doubt_accuse",
        "impatience",
        "jargon",
        "ignore_emotion",
        "humour_flirt",
        "discriminate",
    }
)

EMPATHY_LABELS = frozenset(
    {
        "emotional_reaction",
        "understanding",
        "exploration",
        "reassurance_action",
        "presence",
        "encourage",
        "explain_why",
        "repetitive_persistence",
        "collaborative_we",
    }
)
"""Courtesy labels that bear on empathy and are no violation."""

URGENT_ACTS = frozenset(
    {
        "instruct_cpr_start",
        "instruct_compressions",
        "instruct_evacuate",
        "instruct_high_ground",
        "instruct_choking",
        "instruct_stop_bleeding",
        "instruct_hide_lock",
    }
)
"""Short firm orders are right here and never rude."""

# The rest is this package's own reading of the labels' definitions.

RECOGNISING_ACTS = frozenset(
    {"acknowledge", "empathise", "reassure", "inform_dispatch", "inform_transfer"}
)
"""Acts that answer distress: «Saya bantu, Bu», or what is being done about it."""

RECOGNISING_LABELS = EMPATHY_LABELS | {"offer_help"}

TAKES_LEAVE = frozenset({"close_call", "callback_if_change", "thank"})
"""Acts with which a call-taker ends a call openly."""

REPORTS_BACK = frozenset({"inform_dispatch", "inform_transfer", "inform_eta"})
"""Acts that tell a waiting caller what the wait was for."""

STRONG_DISTRESS = 3
"""ECCS from which a caller's distress asks for an answer."""

OWN_SOUNDS = frozenset({"crying", "tone_once", "tone_twice"})
"""Sounds with which a caller answers or asks; others are the background."""
