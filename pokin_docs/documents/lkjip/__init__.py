"""Chapter III of the yearly performance report (LKjIP), and the sheet that checks it."""
