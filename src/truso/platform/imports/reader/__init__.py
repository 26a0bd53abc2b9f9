"""The child that reads files strangers send: it finds out what they are, and hands over their rows in portions.

Plain Python, no Django: it starts fast, has little memory, and may die of a file without anybody noticing but its import.
"""
