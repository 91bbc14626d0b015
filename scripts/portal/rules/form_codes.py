"""Codes of the stages before the rules: what is wrong with a file, its YAML, or the form of a value.

Only for the reference; the messages themselves are made where the fault is found.
"""

from __future__ import annotations

FILES = {
    "FILE-ABSENT": "缺少必需的文件",
    "FILE-EMPTY": "文件是空的，或者只有注释",
    "FILE-ENCODING": "文件里有不是 UTF-8 的字节",
    "FILE-GBK": "文件是 GBK（ANSI）编码，另存为 UTF-8",
    "FILE-LARGE": "文件超过大小上限",
    "FILE-LINE-LONG": "一行太长",
    "FILE-MANY": "一个文件里的问题太多，只列出前面的",
    "FILE-NUL": "文件里有空字节，不是文本",
    "FILE-PLACE": "放在这个位置的文件不会被读取",
    "FILE-UNREADABLE": "文件或文件夹读不了：没有权限、链接断了或绕圈、不是普通文件",
    "FILE-SHAPE": "整个文件不是“键: 值”的形式",
    "FILE-UTF16": "文件是 UTF-16 编码，另存为 UTF-8",
    "ID-FILE-NAME": "文件名与文件里的编号不一致",
    "ID-FOLDER": "案例放错了年份文件夹",
    "ID-REPEATED": "编号重复",
    "MD-FRONT-MATTER": "文章开头的信息区没有用 --- 包起来",
}
YAML = {
    "YAML-AMPERSAND": "文字以 & 开头，没有加引号",
    "YAML-ANCHOR": "用了锚点（&）或引用（*）",
    "YAML-AT": "文字以 @ 开头，没有加引号",
    "YAML-BACKTICK": "文字以反引号开头，没有加引号",
    "YAML-BLOCK": "文字以 | 或 > 开头，没有加引号",
    "YAML-BLOCK-INDENT": "多行文字没有缩进",
    "YAML-BRACE": "文字以 { 开头，没有加引号",
    "YAML-BRACKET": "文字以 [ 开头，没有加引号",
    "YAML-COLON-IN-TEXT": "文字里有半角冒号加空格，没有加引号",
    "YAML-COLON-SPACE": "冒号后面缺一个空格",
    "YAML-COMMA": "文字以半角逗号开头，没有加引号",
    "YAML-DASH-SPACE": "列表的短横后面缺一个空格",
    "YAML-DEEP": "嵌套太深",
    "YAML-DOCUMENTS": "一个文件里有第二个文档（---）",
    "YAML-DUPLICATE": "同一个键写了两次",
    "YAML-HASH": "空格加 # 会把后面的文字当成注释",
    "YAML-INVISIBLE": "有看不见的字符",
    "YAML-KEY": "键的写法不对",
    "YAML-LARGE": "文件里的数据项太多",
    "YAML-PERCENT": "文字以 % 开头，没有加引号",
    "YAML-QUESTION": "文字以问号加空格开头，没有加引号",
    "YAML-QUOTE": "引号用得不对",
    "YAML-STAR": "文字以 * 开头，没有加引号",
    "YAML-SYNTAX": "YAML 写法不对，读不下去",
    "YAML-TAB": "缩进里有 Tab",
    "YAML-TAG": "用了类型标签（!）",
    "YAML-UNCLOSED": "括号没有关上",
    "YAML-WIDE-COLON": "键后面是全角冒号",
    "YAML-WIDE-SPACE": "缩进里有全角空格",
}
VALUES = {
    "ANSWER-FORM": "答案的写法不对",
    "CITE-FORM": "看不懂引用的写法",
    "DATE-FORM": "日期的写法不对",
    "DATE-NONE": "日历上没有这一天",
    "FIELD-MISSING": "缺少必填的一项",
    "FIELD-UNKNOWN": "没有这个键",
    "FLAG-FORM": "这里只能写 true 或 false",
    "ID-FORM": "编号的写法不对",
    "LIST-EMPTY": "列表至少要有一项",
    "LIST-FORM": "这里要列表",
    "MAPPING-FORM": "这里要若干“键: 值”",
    "MONTH-FORM": "月份的写法不对",
    "NUMBER-FORM": "这里要数字",
    "NUMBER-NEGATIVE": "数不能小于 0",
    "NUMBER-RANGE": "数超出范围",
    "NUMBER-WHOLE": "这里要整数",
    "PATH-FORM": "站内网址的写法不对",
    "TEXT-EMPTY": "这一项是空的",
    "TEXT-FORM": "这里要文字",
    "TEXT-LONG": "文字太长",
    "VALUE-FORM": "值的写法不对",
    "WORD-UNKNOWN": "用词表里没有这个词",
}
STAGES = {"文件": FILES, "YAML 写法": YAML, "值的写法": VALUES}
# Said by `portal citations --verify` only, which has the texts of the laws at hand.
BASIS = {
    "BASIS-LAW": "错误：文件夹里没有所引法规的文本",
    "BASIS-NONE": "提醒：题目没有写原文依据（basis）",
    "BASIS-OLD": "提醒：法规文本比现行版本旧",
    "BASIS-PHRASE": "错误：所引的条、款、项里没有 basis 那句话",
    "BASIS-PLACE": "错误：法规文本里没有所引的条、款、项",
}
