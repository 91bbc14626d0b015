"""What machines read: heads of pages, feeds, calendars, open data, the site map."""
