"""What is done with a plan as a whole and needs both store and exchange: begun, archived, kept safe."""
