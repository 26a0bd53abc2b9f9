"""Django's settings. What a merchant configures has a screen; here stands only what the installation decides.

Environment: `DATABASE_URL`, `TRUSO_HOME` (data folder), `TRUSO_SECRET_KEY`, `TRUSO_HOSTS` (comma separated),
`TRUSO_DEMO` (1 shows the demo's mail box, sign-in list and gateway), `TRUSO_HTTPS` (1 behind TLS),
`TRUSO_EMAIL_URL` (`smtp://user:password@host:port`), `TRUSO_RULES_DIR` (own e-invoice rules),
`TRUSO_VIES_URL` (another address of the Union's register of VAT numbers; empty asks nobody).
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from csp.constants import NONCE, NONE, SELF
from django.utils.translation import gettext_lazy as _

from truso.config.secret import load_secret_key
from truso.platform.database.url import parse_database_url

PACKAGE = Path(__file__).resolve().parent.parent
HOME = Path(os.environ.get("TRUSO_HOME") or PACKAGE.parent.parent / "var").resolve()
DEMO = os.environ.get("TRUSO_DEMO") == "1"
HTTPS = os.environ.get("TRUSO_HTTPS") == "1"
DEBUG = os.environ.get("TRUSO_DEBUG") == "1"

SECRET_KEY = load_secret_key(HOME)
ALLOWED_HOSTS = [host for host in os.environ.get("TRUSO_HOSTS", "127.0.0.1,localhost,[::1]").split(",") if host]
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS if HTTPS and host != "*"]

INSTALLED_APPS = [
    "truso.platform.jobs",
    "truso.platform.events",
    "truso.platform.numbering",
    "truso.platform.idempotency",
    "truso.platform.audit",
    "truso.platform.imports",
    "truso.platform.lists",
    "truso.modules.identity",
    "truso.modules.markets",
    "truso.modules.customers",
    "truso.modules.output",
    "truso.modules.tax",
    "truso.modules.catalog",
    "truso.modules.inventory",
    "truso.modules.pricing",
    "truso.modules.delivery",
    "truso.modules.agreements",
    "truso.modules.content",
    "truso.modules.search",
    "truso.modules.cart",
    "truso.modules.approvals",
    "truso.modules.payments",
    "truso.modules.orders",
    "truso.modules.fulfillment",
    "truso.modules.digital",
    "truso.modules.invoicing",
    "truso.modules.receivables",
    "truso.modules.returns",
    "truso.processes",
    "truso.storefront",
    "truso.backoffice",
    "truso.api",
    "truso.config",
    "allauth",
    "allauth.account",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "procrastinate.contrib.django",
    "django_htmx",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "truso.config.middleware.ContentPolicy",
    "truso.config.middleware.Sessions",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "truso.config.middleware.PlainTexts",
    "truso.config.middleware.Authentication",
    "truso.config.middleware.Messages",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "truso.config.middleware.BuyerMiddleware",
]

ROOT_URLCONF = "truso.config.urls"
WSGI_APPLICATION = "truso.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "truso.storefront.context.shop",
            ],
        },
    },
]


PREPARE_AFTER = 3


def _database() -> dict[str, Any]:
    settings = parse_database_url(os.environ.get("DATABASE_URL", "postgresql:///truso"))
    settings["CONN_MAX_AGE"] = 600
    settings["CONN_HEALTH_CHECKS"] = True  # by a look at the socket, see the engine
    # Parsing and planning the same few statements is more than half their cost: prepare what comes back, and plan it
    # once for all values. Staff's lists, whose best plan hangs on the value, are planned each time (see the middleware).
    settings["OPTIONS"] = {
        "server_side_binding": True,
        "prepare_threshold": PREPARE_AFTER,
        "options": "-c plan_cache_mode=force_generic_plan",
        **settings["OPTIONS"],
    }
    settings["TEST"] = {
        "NAME": os.environ.get("TRUSO_TEST_DATABASE") or None,
        "TEMPLATE": os.environ.get("TRUSO_TEST_TEMPLATE"),
    }
    return settings


DATABASES = {"default": _database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

AUTH_USER_MODEL = "identity.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "truso.storefront.accounts.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none" if DEMO else "mandatory"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGOUT_ON_GET = False

LANGUAGE_CODE = "en"
LANGUAGES = [("nb", _("Norwegian")), ("sv", _("Swedish")), ("pl", _("Polish")), ("en", _("English"))]
LOCALE_PATHS = [PACKAGE / "locale"]
TIME_ZONE = "UTC"
USE_TZ = True
USE_I18N = True

STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
SEARCH_ROOT = HOME / "search"
# An import works in a process of its own, so that its memory and time are its own too.
IMPORTS_IN_CHILD = True
MEDIA_URL = "/media/"
MEDIA_ROOT = HOME / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    # Invoices and other documents that are only ever handed out after a check of who asks.
    "private": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": HOME / "private"}},
    "staticfiles": {"BACKEND": "truso.config.storage.StaticStorage"},
}
WHITENOISE_MAX_AGE = 31536000
WHITENOISE_USE_FINDERS = DEBUG
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
# A quick order of 5,000 lines has five fields a line, six where one is chosen from several.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 30_100

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_AGE = 14 * 24 * 3600
SESSION_ENGINE = "truso.platform.session_store"
SESSION_SERIALIZER = "django.contrib.sessions.serializers.JSONSerializer"
SECURE_HSTS_SECONDS = 31536000 if HTTPS else 0
SECURE_SSL_REDIRECT = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"
CONTENT_SECURITY_POLICY = {
    # Wagtail's own screens need inline scripts and styles; the shop's pages do not.
    "EXCLUDE_URL_PREFIXES": ("/staff/",),
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [SELF],
        "frame-ancestors": [SELF],
        "form-action": [SELF],
    },
}

DEFAULT_FROM_EMAIL = os.environ.get("TRUSO_MAIL_FROM", "Truso <shop@truso.example>")
# The demo keeps its mail in the send log and shows it at /demo/mail; nothing leaves the machine.
EMAIL_BACKEND = (
    "django.core.mail.backends.dummy.EmailBackend" if DEMO else "django.core.mail.backends.smtp.EmailBackend"
)

# Mails that carry a secret link are emptied once sent; the demo shows its mails, so it keeps them.
TRUSO_KEEP_SECRET_MAILS = DEMO

CSRF_FAILURE_VIEW = "truso.storefront.views.errors.forbidden_form"

WAGTAIL_SITE_NAME = "Truso"
# The demo's numbers are nobody's: no register is asked about them.
_VIES = "" if DEMO else "https://ec.europa.eu/taxation_customs/vies/rest-api"
VIES_URL = os.environ.get("TRUSO_VIES_URL", _VIES).rstrip("/")
WAGTAILADMIN_BASE_URL = os.environ.get("TRUSO_BASE_URL", "http://127.0.0.1:8000")
WAGTAIL_I18N_ENABLED = True
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
# An address is proven before it counts; the shell's own account page would take any.
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "pdf", "txt", "xlsx", "zip"]
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}

PROCRASTINATE_ON_APP_READY = "truso.platform.jobs.registry.register"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"truso": {"level": "INFO"}},
}
