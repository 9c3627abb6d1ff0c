"""`python -m bluecanvas`: the same command line as the installed script."""

from bluecanvas.cli import main

if __name__ == "__main__":
    main()
