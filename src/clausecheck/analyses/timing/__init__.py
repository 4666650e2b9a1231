"""When things come: moments, waits, timetables."""
