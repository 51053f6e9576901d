"""Layer 2: LanguageTool: provision, server, client. The only layer that speaks to it."""
