"""Whether replicas that exchange changes in any order end with the same project."""
