"""How a text is made: its words, its life, what it leaves open."""
