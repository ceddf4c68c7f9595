"""The packaged program on trial: what a person relies on, tried from outside."""
