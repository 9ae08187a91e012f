"""Lines as found → what each line is → a document."""

from drafter.reading.line import FoundLook, Judgement, Line, Reading, Role, Spot

__all__ = ["FoundLook", "Judgement", "Line", "Reading", "Role", "Spot"]
