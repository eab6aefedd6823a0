"""The preview that `serve` shows on this computer: what it says of problems, and whom it answers."""
