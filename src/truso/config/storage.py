"""Static files with hashed names, compressed once; development reads them where they lie."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticStorage(CompressedManifestStaticFilesStorage):
    """Serve the plain name of a file the manifest does not know (a style sheet not collected yet)."""

    manifest_strict = False

    def stored_name(self, name: str) -> str:
        """Return the hashed name, or the plain one of a file that is not collected."""
        try:
            return str(super().stored_name(name))
        except ValueError:
            return name
