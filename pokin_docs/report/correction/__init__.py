"""The correction workbook: the planner's own file with its findings shown in it."""
