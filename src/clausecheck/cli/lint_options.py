"""What `clausecheck lint` can be asked for, by those who ask and those who answer."""

from __future__ import annotations

from typing import Literal

from clausecheck.cli.options import CheckOptions
from clausecheck.cli.report_options import ReportOptions

FailLevel = Literal["error", "warning", "info", "never"]
Order = Literal["place", "severity"]


class Options(CheckOptions, ReportOptions):
    """All that can be asked of `lint`."""

    fail_level: FailLevel | None
    exit_zero: bool
    sort: Order
    show_files: bool
