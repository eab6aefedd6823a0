"""From rendered pages to a published site: writing, site builder, link check, swap."""
