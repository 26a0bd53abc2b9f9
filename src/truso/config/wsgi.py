"""The WSGI application Granian serves."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "truso.config.settings")
application = get_wsgi_application()
