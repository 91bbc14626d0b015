# What people type. Every target first lets scripts/bootstrap.py see to .venv, which costs nothing once it is
# there. Written for GNU make 3.81 (macOS) and later; paths are relative, so the folder may have spaces in its name.

ifeq ($(OS),Windows_NT)
PYTHON ?= python
BIN := .venv/Scripts
else
PYTHON ?= python3
BIN := .venv/bin
endif

RUN := $(BIN)/python -m
UV_VERSION := 0.13.8
LOCK := build/lock-venv

# Any value but 0 leaves the browser tests out.
SKIP_BROWSER := $(filter-out 0,$(PORTAL_SKIP_BROWSER))

# The theme's modules are checked where Node is, unless somebody says otherwise with any value but 0.
NODE := $(if $(filter-out 0,$(PORTAL_SKIP_TYPES)),,$(shell command -v node 2>/dev/null))
TYPESCRIPT := tests/js/node_modules/.package-lock.json

# The tests of a file stay together, because they share what is slow to make; files start in the order of their names,
# so that the long ones of browser/ are not left for the end.
PROCESSES := --numprocesses 2 --dist loadfile --no-loadscope-reorder

.PHONY: build serve check test lint lock properdocs prove clean help runtime dev browser
# Two bootstraps at once would write to one .venv.
.NOTPARALLEL:

build: runtime ## 生成网站（默认）
	@$(RUN) portal build

serve: runtime ## 本地预览，改了内容自动刷新
	@$(RUN) portal serve

check: runtime ## 检查内容，不生成网站
	@$(RUN) portal check

define static-checks
$(RUN) ruff check .
$(RUN) ruff format --check .
$(RUN) mypy
$(if $(NODE),node tests/js/node_modules/typescript/bin/tsc --project tests/js/tsconfig.json)
$(if $(NODE),node tests/js/node_modules/typescript/bin/tsc --project tests/js/worker.json)
endef

define say-what-was-skipped
$(if $(NODE),,@echo && echo '!!!!!! 网页脚本的类型检查已跳过（没有 Node.js，或设了 PORTAL_SKIP_TYPES=1） !!!!!!')
endef

lint: dev $(if $(NODE),$(TYPESCRIPT)) ## 检查代码：ruff、mypy，有 Node.js 时还有 TypeScript
	$(static-checks)
	$(say-what-was-skipped)

test: $(if $(SKIP_BROWSER),dev,browser) $(if $(NODE),$(TYPESCRIPT)) ## 检查代码并运行全部测试
	$(static-checks)
	$(RUN) pytest $(PROCESSES) $(if $(SKIP_BROWSER),-m "not browser")
	$(if $(SKIP_BROWSER),@echo && echo '!!!!!! 浏览器测试已跳过（PORTAL_SKIP_BROWSER=1） !!!!!!')
	$(say-what-was-skipped)

lock: ## 重新生成锁定文件；升级全部：make lock UPGRADE=1
	$(PYTHON) -m venv --clear $(LOCK)
	$(LOCK)/bin/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)
	$(compile) --output-file requirements.lock
	$(LOCK)/bin/uv pip compile $(locked) --no-deps --group properdocs --output-file tests/properdocs/requirements.lock
	$(compile) --group dev --constraint requirements.lock --output-file requirements-dev.lock
	rm -rf $(LOCK)
	$(if $(NODE),cd tests/js && npm $(if $(UPGRADE),update,install) --package-lock-only)

# One version of each package for every Python and system, so that all machines build the same site; wheels only,
# because building a package would run code that no hash covers.
compile = $(LOCK)/bin/uv pip compile $(locked) pyproject.toml --group build
locked = --quiet --universal --python-version 3.11 --fork-strategy fewest --only-binary :all: --generate-hashes \
	--no-annotate --custom-compile-command 'make lock' $(if $(UPGRADE),--upgrade)

properdocs: runtime ## 另用 ProperDocs 生成一遍，和 MkDocs 的网页比较
	@$(RUN) tests.properdocs.comparing

prove: $(if $(SKIP_BROWSER),dev,browser) ## 要跑几分钟的验证：生成到一半在二十个地方断电，网站都完整；清理到一半在每个地方断电，编号都还在；十万篇乱写的文章，不是指出错处，就是页面干净；十万张没见过的表格都读得下去；每一种网页在手机和电脑、标准版和适老版、浅色和深色里都没有无障碍的毛病；近四百个日常的问题，九成五的答案在前三条里；一万份模拟的抽查考核，题目的难度都算得回来
	@$(RUN) tests.proofs.kills
	@PORTAL_PROVE=1 $(RUN) pytest -q tests/cli/test_tidy.py tests/browser/test_accessibility.py tests/browser/test_search.py -k 'kill or axe or people' $(if $(SKIP_BROWSER),-m "not browser")
	@PORTAL_PROVE=1 $(RUN) pytest -q tests/spotcheck/test_simulation.py
	@$(RUN) tests.proofs.articles
	@$(RUN) tests.proofs.sheets

clean: ## 删除生成的网站和缓存（保留 .venv）
	rm -rf site .site-* build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis scripts/*.egg-info

help: ## 显示这份说明
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1	\2/p' Makefile

runtime:
	@$(PYTHON) scripts/bootstrap.py

dev:
	@$(PYTHON) scripts/bootstrap.py --dev

# npm's own note of what it installed from the lock.
$(TYPESCRIPT): tests/js/package-lock.json
	@echo '正在安装 TypeScript ……'
	@cd tests/js && npm ci || { echo '错误：装不上 TypeScript，原因见上。暂不检查网页脚本时，设置 PORTAL_SKIP_TYPES=1。'; exit 1; }
	@touch $@

browser: dev
	@$(RUN) tests.browser.chromium
