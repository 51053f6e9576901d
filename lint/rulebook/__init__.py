"""Layer 4: the rulebook: from YAML to checks that run."""
