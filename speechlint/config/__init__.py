"""Settings: found beside the drafts, checked key by key, and resolved for each file."""
