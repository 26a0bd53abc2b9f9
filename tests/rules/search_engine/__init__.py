"""The search engine, without a database."""
