"""What kinds have in common. Nothing here is a kind: the kinds are the modules of the folder above."""
