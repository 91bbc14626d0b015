"""Feeds and calendars as the standards write them: Atom, RSS 2.0, JSON Feed 1.1 and iCalendar.

Takes entries and events, gives bytes. Knows nothing of records, pages or the day.
"""
