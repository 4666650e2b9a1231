"""What changed in the words of a sentence: who is bound, how firmly, to what."""
