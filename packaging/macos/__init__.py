"""What only macOS needs: what Finder reads of the program, the disk image, and how both are signed."""
