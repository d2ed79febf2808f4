"""The words the whole product shares: acts, courtesy, dispositions, fields.

Agencies and incident types are not here: they are data of a region. Names for
people to read stand in `scenarios/language/data/names.yaml`.
"""

from enum import IntEnum, StrEnum


class DialogueAct(StrEnum):
    """What an utterance of the call-taker does."""

    OPEN_GREET = "open_greet"
    ASK_HOLD = "ask_hold"
    ASK_REPEAT = "ask_repeat"
    VERIFY_READBACK = "verify_readback"
    ACKNOWLEDGE = "acknowledge"
    EXPLAIN_REASON = "explain_reason"
    STAY_ON_LINE = "stay_on_line"
    CALLBACK_IF_CHANGE = "callback_if_change"
    ASK_ANYTHING_ELSE = "ask_anything_else"
    THANK = "thank"
    CLOSE_CALL = "close_call"
    CHECK_SILENT = "check_silent"
    ASK_LOCATION = "ask_location"
    CONFIRM_LOCATION = "confirm_location"
    ASK_LANDMARK = "ask_landmark"
    ASK_CALLBACK = "ask_callback"
    ASK_CALLER_NAME = "ask_caller_name"
    ASK_NATURE = "ask_nature"
    ASK_WHEN = "ask_when"
    ASK_VICTIM_COUNT = "ask_victim_count"
    ASK_CALLER_ROLE = "ask_caller_role"
    ASK_AGE_SEX = "ask_age_sex"
    ASK_CONSCIOUS = "ask_conscious"
    ASK_BREATHING = "ask_breathing"
    ASK_BLEEDING = "ask_bleeding"
    ASK_SYMPTOMS = "ask_symptoms"
    ASK_HISTORY = "ask_history"
    ASK_TRAPPED = "ask_trapped"
    ASK_FIRE_SIZE = "ask_fire_size"
    ASK_HAZARD = "ask_hazard"
    ASK_DISASTER_EXTENT = "ask_disaster_extent"
    ASK_WEAPON = "ask_weapon"
    ASK_SUSPECT_DESCRIPTION = "ask_suspect_description"
    ASK_SUSPECT_PRESENT = "ask_suspect_present"
    ASK_SAFE = "ask_safe"
    INSTRUCT_EVACUATE = "instruct_evacuate"
    INSTRUCT_HIGH_GROUND = "instruct_high_ground"
    INSTRUCT_HIDE_LOCK = "instruct_hide_lock"
    INSTRUCT_CUT_POWER_GAS = "instruct_cut_power_gas"
    INSTRUCT_OPEN_DOOR_MEET = "instruct_open_door_meet"
    INSTRUCT_CPR_START = "instruct_cpr_start"
    INSTRUCT_COMPRESSIONS = "instruct_compressions"
    INSTRUCT_AIRWAY = "instruct_airway"
    INSTRUCT_CHOKING = "instruct_choking"
    INSTRUCT_STOP_BLEEDING = "instruct_stop_bleeding"
    INSTRUCT_RECOVERY_POSITION = "instruct_recovery_position"
    INSTRUCT_DO_NOT_MOVE = "instruct_do_not_move"
    INSTRUCT_COOL_BURN = "instruct_cool_burn"
    INSTRUCT_NIL_BY_MOUTH = "instruct_nil_by_mouth"
    INSTRUCT_CALM_BREATHING = "instruct_calm_breathing"
    REASSURE = "reassure"
    EMPATHISE = "empathise"
    INFORM_DISPATCH = "inform_dispatch"
    INFORM_ETA = "inform_eta"
    INFORM_TRANSFER = "inform_transfer"
    REDIRECT_NONEMERGENCY = "redirect_nonemergency"
    WARN_PRANK = "warn_prank"
    SMALL_TALK = "small_talk"
    RUDE = "rude"
    OTHER = "other"


class CourtesyLabel(StrEnum):
    """How an utterance of the call-taker treats the caller."""

    GREETING = "greeting"
    SELF_IDENTIFY = "self_identify"
    OFFER_HELP = "offer_help"
    HONORIFIC_ADDRESS = "honorific_address"
    NAME_USE = "name_use"
    PLEASE_MARKER = "please_marker"
    SOFTENER = "softener"
    THANKS = "thanks"
    APOLOGY = "apology"
    HOLD_COURTESY = "hold_courtesy"
    HOLD_RETURN = "hold_return"
    EMOTIONAL_REACTION = "emotional_reaction"
    UNDERSTANDING = "understanding"
    EXPLORATION = "exploration"
    REASSURANCE_ACTION = "reassurance_action"
    PRESENCE = "presence"
    ENCOURAGE = "encourage"
    EXPLAIN_WHY = "explain_why"
    REPETITIVE_PERSISTENCE = "repetitive_persistence"
    COLLABORATIVE_WE = "collaborative_we"
    CLOSING_COURTESY = "closing_courtesy"
    POLITE_REFUSAL = "polite_refusal"
    COMMAND_RUDE = "command_rude"
    BLAME = "blame"
    DISMISS = "dismiss"
    SARCASM = "sarcasm"
    THREAT = "threat"
    SHOUT = "shout"
    PROFANITY = "profanity"
    OVERFAMILIAR_SLANG = "overfamiliar_slang"
    INTERRUPT_SILENCE = "interrupt_silence"
    OVERPROMISE = "overpromise"
    CALM_DOWN_ORDER = "calm_down_order"
    DEFLECT_REFUSE = "deflect_refuse"
    DOUBT_ACCUSE = "doubt_accuse"
    IMPATIENCE = "impatience"
    JARGON = "jargon"
    IGNORE_EMOTION = "ignore_emotion"
    HUMOUR_FLIRT = "humour_flirt"
    DISCRIMINATE = "discriminate"


SAFETY_CRITICAL_ACTS = frozenset(
    {
        DialogueAct.ASK_LOCATION,
        DialogueAct.ASK_CALLBACK,
        DialogueAct.ASK_CONSCIOUS,
        DialogueAct.ASK_BREATHING,
        DialogueAct.INSTRUCT_EVACUATE,
        DialogueAct.INSTRUCT_HIGH_GROUND,
        DialogueAct.INSTRUCT_HIDE_LOCK,
        DialogueAct.INSTRUCT_CPR_START,
        DialogueAct.INSTRUCT_COMPRESSIONS,
        DialogueAct.INSTRUCT_CHOKING,
        DialogueAct.INSTRUCT_STOP_BLEEDING,
    }
)

URGENT_ACTS = frozenset(
    {
        DialogueAct.INSTRUCT_CPR_START,
        DialogueAct.INSTRUCT_COMPRESSIONS,
        DialogueAct.INSTRUCT_EVACUATE,
        DialogueAct.INSTRUCT_HIGH_GROUND,
        DialogueAct.INSTRUCT_CHOKING,
        DialogueAct.INSTRUCT_STOP_BLEEDING,
        DialogueAct.INSTRUCT_HIDE_LOCK,
    }
)
"""Short firm orders are right here and never rude (labels: urgent_exemption)."""

VIOLATION_SEVERITY: dict[CourtesyLabel, str] = {
    CourtesyLabel.COMMAND_RUDE: "moderate",
    CourtesyLabel.BLAME: "severe",
    CourtesyLabel.DISMISS: "severe",
    CourtesyLabel.SARCASM: "severe",
    CourtesyLabel.THREAT: "severe",
    CourtesyLabel.SHOUT: "moderate",
    CourtesyLabel.PROFANITY: "fatal",
    CourtesyLabel.OVERFAMILIAR_SLANG: "minor",
    CourtesyLabel.INTERRUPT_SILENCE: "moderate",
    CourtesyLabel.OVERPROMISE: "moderate",
    CourtesyLabel.CALM_DOWN_ORDER: "minor",
    CourtesyLabel.DEFLECT_REFUSE: "severe",
    CourtesyLabel.DOUBT_ACCUSE: "moderate",
    CourtesyLabel.IMPATIENCE: "moderate",
    CourtesyLabel.JARGON: "minor",
    CourtesyLabel.IGNORE_EMOTION: "moderate",
    CourtesyLabel.HUMOUR_FLIRT: "severe",
    CourtesyLabel.DISCRIMINATE: "fatal",
}
"""Violations and how heavily they weigh: minor, moderate, severe, fatal."""

COURTESY_AXES: dict[CourtesyLabel, tuple[str, ...]] = {
    CourtesyLabel.GREETING: (
        "ramah",
        "sopan",
    ),
    CourtesyLabel.SELF_IDENTIFY: ("sopan",),
    CourtesyLabel.OFFER_HELP: (
        "ramah",
        "sopan",
    ),
    CourtesyLabel.HONORIFIC_ADDRESS: ("sopan",),
    CourtesyLabel.NAME_USE: ("ramah",),
    CourtesyLabel.PLEASE_MARKER: ("sopan",),
    CourtesyLabel.SOFTENER: (
        "ramah",
        "sopan",
    ),
    CourtesyLabel.THANKS: (
        "sopan",
        "ramah",
    ),
    CourtesyLabel.APOLOGY: ("sopan",),
    CourtesyLabel.HOLD_COURTESY: (
        "sopan",
        "ramah",
    ),
    CourtesyLabel.HOLD_RETURN: ("sopan",),
    CourtesyLabel.EMOTIONAL_REACTION: ("empati",),
    CourtesyLabel.UNDERSTANDING: ("empati",),
    CourtesyLabel.EXPLORATION: ("empati",),
    CourtesyLabel.REASSURANCE_ACTION: (
        "empati",
        "ramah",
    ),
    CourtesyLabel.PRESENCE: (
        "empati",
        "ramah",
    ),
    CourtesyLabel.ENCOURAGE: (
        "empati",
        "ramah",
    ),
    CourtesyLabel.EXPLAIN_WHY: (
        "sopan",
        "empati",
    ),
    CourtesyLabel.REPETITIVE_PERSISTENCE: (
        "empati",
        "sopan",
    ),
    CourtesyLabel.COLLABORATIVE_WE: (
        "ramah",
        "empati",
    ),
    CourtesyLabel.CLOSING_COURTESY: (
        "ramah",
        "sopan",
    ),
    CourtesyLabel.POLITE_REFUSAL: ("sopan",),
    CourtesyLabel.COMMAND_RUDE: ("sopan",),
    CourtesyLabel.BLAME: (
        "empati",
        "sopan",
    ),
    CourtesyLabel.DISMISS: ("empati",),
    CourtesyLabel.SARCASM: (
        "sopan",
        "empati",
        "ramah",
    ),
    CourtesyLabel.THREAT: ("sopan",),
    CourtesyLabel.SHOUT: (
        "sopan",
        "ramah",
    ),
    CourtesyLabel.PROFANITY: ("sopan",),
    CourtesyLabel.OVERFAMILIAR_SLANG: ("sopan",),
    CourtesyLabel.INTERRUPT_SILENCE: (
        "sopan",
        "empati",
    ),
    CourtesyLabel.OVERPROMISE: ("empati",),
    CourtesyLabel.CALM_DOWN_ORDER: ("empati",),
    CourtesyLabel.DEFLECT_REFUSE: (
        "sopan",
        "ramah",
    ),
    CourtesyLabel.DOUBT_ACCUSE: (
        "empati",
        "sopan",
    ),
    CourtesyLabel.IMPATIENCE: (
        "ramah",
        "sopan",
    ),
    CourtesyLabel.JARGON: ("ramah",),
    CourtesyLabel.IGNORE_EMOTION: ("empati",),
    CourtesyLabel.HUMOUR_FLIRT: ("sopan",),
    CourtesyLabel.DISCRIMINATE: (
        "sopan",
        "empati",
    ),
}
"""Which of sopan, ramah and empati a label bears on."""

SEQUENCE_LABELS = frozenset(
    {
        CourtesyLabel.NAME_USE,
        CourtesyLabel.HOLD_RETURN,
        CourtesyLabel.REPETITIVE_PERSISTENCE,
        CourtesyLabel.INTERRUPT_SILENCE,
        CourtesyLabel.IGNORE_EMOTION,
    }
)
"""Labels that need more than one turn; `recordings.sequences` computes them."""


class Priority(IntEnum):
    """How fast help must go; 1 is highest."""

    LIFE_AT_RISK = 1
    URGENT = 2
    ROUTINE = 3


class Disposition(StrEnum):
    """How a call ended, as the call-taker closes it."""

    EMERGENCY = "emergency"
    INFORMATION = "information"
    PRANK = "prank"
    GHOST = "ghost"
    ABANDONED = "abandoned"
    DUPLICATE = "duplicate"
    MISDIRECTED = "misdirected"
    TEST = "test"
    OUT_OF_AREA = "out_of_area"


class Sound(StrEnum):
    """What may be heard that is not a spoken line: of the caller, or behind."""

    BREATHING = "breathing"
    COUGHING = "coughing"
    COUNTING = "counting"
    CRASH = "crash"
    CRYING = "crying"
    DOOR = "door"
    EFFORT = "effort"
    GASP = "gasp"
    LAUGHTER = "laughter"
    LINE_NOISE = "line_noise"
    MAN_VOICE = "man_voice"
    RAIN = "rain"
    RUNNING = "running"
    SCREAMING = "screaming"
    SHOUTING = "shouting"
    SIREN = "siren"
    STEPS = "steps"
    TELEVISION = "television"
    TONE_ONCE = "tone_once"
    TONE_TWICE = "tone_twice"
    WATER = "water"


class Background(StrEnum):
    """What goes on behind a caller all the time."""

    CHILDREN = "children"
    CROWD = "crowd"
    FIRE = "fire"
    LINE_NOISE = "line_noise"
    MARKET = "market"
    NIGHT = "night"
    RAIN = "rain"
    SEA = "sea"
    TELEVISION = "television"
    TRAFFIC = "traffic"


class TicketField(StrEnum):
    """The fields of the ticket; types and units in docs/interchange.md."""

    PLACE = "location.place"
    DETAIL = "location.detail"
    LANDMARK = "location.landmark"
    RT_RW = "location.rt_rw"
    CALLBACK_NUMBER = "callback_number"
    CALLER_NAME = "caller_name"
    INCIDENT_TYPE = "incident_type"
    PRIORITY = "priority"
    PERSONS = "persons"
    HAZARDS = "hazards"
    NOTE = "note"


class Told(StrEnum):
    """When the caller lets a fact out."""

    VOLUNTEERED = "volunteered"
    ASKED = "asked"
    NEVER = "never"


class Mode(StrEnum):
    """What a call is for; only exam calls are seen by the coordinator."""

    PRACTICE = "practice"
    COACH = "coach"
    EXAM = "exam"


class Form(StrEnum):
    """How an instruction was put: «mau coba?» or «kita akan ...»."""

    OFFER = "offer"
    DIRECTIVE = "directive"


class Concept(StrEnum):
    """What an act is about, where the act alone does not say enough."""

    NORMAL_BREATHING = "normal_breathing"
    ANY_BREATHING = "any_breathing"
    OWN_SAFETY = "own_safety"
    OTHERS_SAFETY = "others_safety"
    FLOOR = "floor"
    STREET = "street"
    RT_RW = "rt_rw"
    ACCESS = "access"
    LANDMARK = "landmark"
    BUILDING = "building"
    GAS = "gas"
    ELECTRICITY = "electricity"
    FUEL = "fuel"
    WATER = "water"
    CROWD = "crowd"
    UPSTAIRS = "upstairs"
    HILL = "hill"
    INJURED = "injured"
    DEAD = "dead"
    CHILD = "child"
    ELDERLY = "elderly"
    PREGNANT = "pregnant"
    VEHICLE = "vehicle"
    DIRECTION = "direction"
    WEAPON_KIND = "weapon_kind"
    DO_NOT_ENTER = "do_not_enter"
    KEEP_AWAY = "keep_away"
    SPEAKER_PHONE = "speaker_phone"
    HARD_FLOOR = "hard_floor"
    HAND_POSITION = "hand_position"
    RATE = "rate"
    DEPTH = "depth"
    COUNT = "count"
    UNTIL_TAKEN_OVER = "until_taken_over"
    CLOSE_DOOR = "close_door"
    WINDOW = "window"
    FORWARDED = "forwarded"
    ON_ITS_WAY = "on_its_way"
    MINUTES = "minutes"
    STAY_PROMISED = "stay_promised"
    CALLBACK_PROMISED = "callback_promised"
    KEYPAD = "keypad"
    DANGER = "danger"
    ADULT_PRESENT = "adult_present"
    DESTINATION = "destination"
    BURIAL_TIME = "burial_time"
    COFFIN = "coffin"
    DEATH_CONFIRMED = "death_confirmed"
    TIME_OF_DEATH = "time_of_death"
    DO_NOT_MOVE_BODY = "do_not_move_body"
