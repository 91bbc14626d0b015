"""整治成效: the monthly bulletins, the overview, the final report, the units; their figures as charts, tables and sentences."""
