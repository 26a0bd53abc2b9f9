"""The WSGI application Granian serves."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "truso.config.settings")
application = get_wsgi_application()

# What is loaded stays: the search for unused cycles need not look at it again. A page makes some ten thousand values, nearly
# none of them in cycles: looked at every 700 of them, as Python has it, the search takes a fifth of a list's time.
gc.collect()
gc.freeze()
gc.set_threshold(50_000, 20, 20)
