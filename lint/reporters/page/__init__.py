"""The parts of the `html` report: one page that needs nothing beside itself."""
