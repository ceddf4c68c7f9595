"""The map of people: influence against interest."""
