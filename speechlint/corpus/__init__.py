"""Archives: many drafts compared with one another, and whole archives checked shard by shard (extra `corpus`)."""
