"""An imported month on its way into `content/outcomes/<month>.yaml`."""
