"""What only Windows needs: the version resource of the executables, the installers, and how they are signed."""
