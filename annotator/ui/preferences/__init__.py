"""What a person prefers: the settings of the window, and the backups that are made while they work."""
