"""`python -m clausecheck`, the same as `clausecheck`."""

from clausecheck.cli import main

if __name__ == "__main__":
    main()
