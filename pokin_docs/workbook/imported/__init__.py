"""The official workbook that other tables become, with what the planner is asked and what he changed."""
