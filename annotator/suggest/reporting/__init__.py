"""The reporting of speech in Arabic news: its cues, the speaker and the extent of the claim."""
