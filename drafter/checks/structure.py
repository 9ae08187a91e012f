"""Structure and numbering (结构层次): what takes more than a pattern."""

from __future__ import annotations

from drafter.checks import structure_head, structure_numbers, structure_parts, structure_points

CHECKS = {
    "struct-level-order": structure_numbers.order,
    "struct-number-gap": structure_numbers.gap,
    "struct-number-dup": structure_numbers.repeat,
    "struct-marker-punct": structure_numbers.mark,
    "struct-marker-series": structure_numbers.series,
    "struct-marker-dot": structure_numbers.dot,
    "struct-run-in-mixed": structure_points.mixed,
    "struct-run-in-missing": structure_points.missing,
    "struct-run-in-single": structure_points.single,
    "struct-run-in-sequence": structure_points.sequence,
    "struct-run-in-grammar": structure_points.grammar,
    "struct-salutation": structure_head.salutation,
    "struct-recipient-colon": structure_head.recipient,
    "struct-recipient-separators": structure_head.separators,
    "struct-single-child": structure_parts.single,
    "struct-empty-section": structure_parts.empty,
    "struct-end-punct": structure_parts.end,
    "struct-signature": structure_parts.signature,
    "struct-attachment-note": structure_parts.attachment_note,
    "struct-attachment-format": structure_parts.attachment_format,
    "struct-attachment-match": structure_parts.attachment_match,
}
