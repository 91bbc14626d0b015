"""普法科普: articles, laws, 一品一策, 重点时段 and 名词解释."""
