"""Rules on the standing that a text lends."""
