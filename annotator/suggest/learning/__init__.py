"""Learning who says what from a project's own marks: taggers of cues and roles that know what the rules would say."""
