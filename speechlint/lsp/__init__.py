"""A language server: drafts open in an editor are linted as they are typed (extra `lsp`)."""
