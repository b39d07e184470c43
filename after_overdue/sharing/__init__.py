"""What uses any model: embeds, frames, forms, replies to callers."""
