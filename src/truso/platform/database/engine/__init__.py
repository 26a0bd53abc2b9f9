"""Django's PostgreSQL engine, with connections that are looked at before they are asked."""
