"""Publishing of the rendered pages: site builder, hook, link check, content security policy and swap."""
