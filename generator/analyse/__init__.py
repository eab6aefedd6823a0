"""Analysis of the model: text, quotes, findings, history and checks."""
