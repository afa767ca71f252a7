"""What the regulation wants in a form, looked for in a template."""
