"""What the figures of one incident come to under each published codebook."""
