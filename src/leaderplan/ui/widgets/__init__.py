"""Small reusable parts of the window: each takes plain values and tells by signals what the person did."""
