"""Reading of files into the model, with the position of every value."""
