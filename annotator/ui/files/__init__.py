"""Projects and files: opening and closing, importing and exporting."""
