"""One module an output format, found by its name; `..discovery` says what each holds."""
