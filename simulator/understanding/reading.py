"""What the reader made of one utterance."""

from dataclasses import dataclass
from typing import Any

from recordings.events import ActFound, CourtesyFound, ValueFound


@dataclass(frozen=True, slots=True)
class Reading:
    """Acts, courtesy and values of an utterance, each with the words it rests on."""

    text: str
    acts: tuple[ActFound, ...]
    courtesy: tuple[CourtesyFound, ...]
    values: tuple[ValueFound, ...]
    abstained: bool
    """True when no act was found with enough certainty."""
    model: str
    """Version of the reader."""

    @property
    def act_names(self) -> frozenset[str]:
        return frozenset(found.act for found in self.acts)

    def act(self, name: str) -> ActFound | None:
        """The act of this name; None when it was not performed."""
        return next((found for found in self.acts if found.act == name), None)

    def value(self, kind: str) -> ValueFound | None:
        """The first value of this kind; None when there is none."""
        return next((found for found in self.values if found.kind == kind), None)

    def to_json(self) -> dict[str, Any]:
        """The reading as `docs/interchange.md` describes it."""
        return {
            "text": self.text,
            "acts": [
                {
                    "act": a.act,
                    "confidence": round(a.confidence, 2),
                    "span": list(a.span),
                    "about": list(a.about),
                    "form": a.form,
                }
                for a in self.acts
            ],
            "courtesy": [
                {
                    "label": c.label,
                    "confidence": round(c.confidence, 2),
                    "span": list(c.span),
                    "level": c.level,
                }
                for c in self.courtesy
            ],
            "values": [
                {"kind": v.kind, "value": v.value, "span": list(v.span)}
                for v in self.values
            ],
            "abstained": self.abstained,
            "model": self.model,
        }
