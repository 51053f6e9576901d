"""Layer 1: the story. Pure functions of the text: no I/O, no state, no rule."""
