"""Tells when something that people edit was saved; editors' own files are passed over."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

from portal.static_kinds import STATIC_KINDS

SUFFIXES = {".yaml", ".yml", ".md", ".j2", ".html", ".css", ".js", ".svg", ".png", ".json"}
SUFFIXES |= {f".{kind.ending}" for kind in STATIC_KINDS}
FOLDERS = ("content", "quizzes", "site_config")
SETTLE = 0.08  # seconds: an editor saves in several steps
CHANGES = {"created", "modified", "moved", "deleted"}


class Watch(FileSystemEventHandler):
    """Calls `changed(theme_changed)` in its own thread, once per burst of saving."""

    def __init__(self, root: Path, theme: tuple[str, ...], changed: Callable[[bool], None]) -> None:
        self.root, self.theme, self.changed = root.absolute(), theme, changed
        self.event, self.stopped, self.theme_changed = Event(), Event(), False
        self.observer = self._observe()

    def _observe(self) -> BaseObserver:
        """The system's own notices where there are any left; else looking again and again."""
        for kind in (Observer, PollingObserver):
            observer = kind()
            try:
                for name in FOLDERS:
                    if (self.root / name).is_dir():
                        observer.schedule(self, str(self.root / name), recursive=True)
                observer.schedule(self, str(self.root), recursive=False)
                observer.start()
            except OSError:
                continue
            return observer
        raise OSError("无法监视文件夹的改动")

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type not in CHANGES or event.is_directory:
            return
        for name in filter(None, (event.src_path, event.dest_path)):
            path = Path(str(name))
            if path.suffix in SUFFIXES and not path.name.startswith((".", "~", "#")):
                relative = path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else ""
                self.theme_changed |= relative.startswith(self.theme)
                self.event.set()

    def run(self) -> None:
        """Wait for changes until `stop`."""
        while True:
            self.event.wait()
            if self.stopped.is_set():
                return
            while self.event.is_set():
                self.event.clear()
                self.event.wait(SETTLE)
            if self.stopped.is_set():
                return
            theme_changed, self.theme_changed = self.theme_changed, False
            try:
                self.changed(theme_changed)
            except Exception:
                # A bug of ours is to be seen, but whoever edits can mend what brought it out and go on.
                traceback.print_exc()

    def start(self) -> None:
        Thread(target=self.run, name="watch", daemon=True).start()

    def stop(self) -> None:
        self.stopped.set()
        self.event.set()
        self.observer.stop()
        self.observer.join()
