"""What each measure is: one file for each family, and the works they are cited from."""
