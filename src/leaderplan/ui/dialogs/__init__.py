"""What comes up over the window for a moment: capture, the palette, importing a file."""
