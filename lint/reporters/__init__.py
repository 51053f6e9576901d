"""Layer 6: one module an output format; pure functions of the result."""
