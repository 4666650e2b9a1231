"""Rules on what a text is, and how far it binds."""
