"""Files into the model, with every position kept."""
