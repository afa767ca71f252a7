"""Documents into the build folder, all or none. ``write`` is the way in."""
