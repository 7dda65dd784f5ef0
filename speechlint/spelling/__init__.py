"""The advisory ear: which words an n-gram model of official Chinese finds improbable, and what was likely meant."""
