"""Layer 5: configuration, files, and the run. Nothing here prints or exits."""
