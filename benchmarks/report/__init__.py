"""What is made of the timings: rows, the table, JSON, and a plot."""
