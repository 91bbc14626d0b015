"""The quiz's arithmetic: chance from a text, marking, which questions stand in paper number N, codes, frozen banks.

Pure, and written a second time in JavaScript (`theme/assets/scripts/quiz-*.js`) to the same vectors, so that a
phone makes the very same paper as this program.
"""
