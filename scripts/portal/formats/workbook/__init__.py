"""An .xlsx as a grid of cells that know their address; knows Excel and nothing of what the tables mean."""
