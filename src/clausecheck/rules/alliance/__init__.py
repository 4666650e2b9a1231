"""Alliance: what allies will have to agree on, and what stays untouched."""
