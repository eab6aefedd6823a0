"""Files below a root: read, listed, written, removed, locked and cached, without following links."""
