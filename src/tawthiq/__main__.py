"""`python -m tawthiq` is the command `tawthiq`."""

import sys

from tawthiq.cli import main

if __name__ == "__main__":
    sys.exit(main())
