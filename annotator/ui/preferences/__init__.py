"""The settings of the window, and the backups that are made while somebody works."""
