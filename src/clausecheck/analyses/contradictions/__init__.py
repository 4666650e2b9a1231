"""Where one part of a text cannot stand beside another."""
