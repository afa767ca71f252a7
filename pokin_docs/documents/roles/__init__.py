"""The matrix of roles and results: whose result serves which result of the leader."""
