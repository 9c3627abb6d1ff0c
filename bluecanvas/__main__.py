"""`python -m bluecanvas`: the same command line as the installed script."""

import sys

if __name__ == "__main__":
    if not sys.flags.safe_path:
        del sys.path[0]  # the working folder: what lies there is to be read, not to be imported
    from bluecanvas.cli import main

    main()
