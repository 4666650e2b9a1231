"""War and peace, forces, weapons, states and their unity."""
