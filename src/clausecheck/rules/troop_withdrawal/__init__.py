"""Foreign forces: leaving, staying, and saying nothing."""
