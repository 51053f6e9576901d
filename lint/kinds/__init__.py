"""Layer 3: the kinds of rule. One module a kind, found by its file name; `shared/base.py` says what one holds."""
