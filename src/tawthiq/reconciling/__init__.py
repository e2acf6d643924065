"""What the figures of one incident come to under each published codebook, with the reason of every value."""

from tawthiq.reconciling.incident import CODEBOOKS, incident

__all__ = ["CODEBOOKS", "incident"]
