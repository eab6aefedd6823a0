"""What follows from anchored quotes: each finding a module, and a function without side effects."""
