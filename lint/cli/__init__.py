"""Layer 8: the commands. The only layer that prints or exits."""
