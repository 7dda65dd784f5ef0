"""What is true of Chinese text, whatever the rule."""
