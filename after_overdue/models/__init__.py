"""The models, one folder a noun, and the registry that lists them."""
