"""What the window shows before there is a plan in it: the way in, or what is in the way."""
