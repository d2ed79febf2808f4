"""A caller of any sex and age, for measuring how callers sound."""

from scenarios.case import CallerProfile


def somebody(sex: str = "female", age: int = 34) -> CallerProfile:
    """Somebody who speaks; only sex and age decide the voice."""
    return CallerProfile(
        name="Rina",
        sex=sex,
        age=age,
        relation="saksi",
        honorific="Kakak",
        addresses_taker="Pak",
        register="mixed",
        distress=3,
    )
