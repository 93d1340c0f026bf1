"""The chapters of a report, one file each: findings in, a section of plain blocks out."""
