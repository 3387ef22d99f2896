"""One gap theme a file."""
