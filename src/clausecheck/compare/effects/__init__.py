"""What a change does to those whom a sentence does not bind, and to steps that wait for it."""
