"""The matrix of what other agencies do for our performance, and we for theirs."""
