"""What every room does to text. Nothing here knows what an article is."""
