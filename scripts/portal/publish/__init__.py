"""The last steps: check the links of what was rendered, then put it in place in one move."""

from portal.publish.staging import SiteFolder, UnsafeFolder, staged
from portal.publish.verifying import LinkLedger

__all__ = ["LinkLedger", "SiteFolder", "UnsafeFolder", "staged"]
