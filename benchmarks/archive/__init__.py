"""Whole archives: what misfortune costs them, what the engines cost beside plain checking, what comparing finds."""
