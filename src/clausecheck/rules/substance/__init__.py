"""Whether the text makes anybody act differently."""
