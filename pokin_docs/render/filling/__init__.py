"""Documents filled here or in processes of their own, which are bounded and can be killed."""
