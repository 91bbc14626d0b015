"""专项行动: what the notice asks for, a page for each 工作重点, 夯实基础 and 改革创新, what units found to work."""
