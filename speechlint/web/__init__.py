"""A page on this machine for those who never open a terminal (extra `web`)."""
