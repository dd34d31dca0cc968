"""The version, in one place; read by the build and by `bowout --version`."""

VERSION = "0.1.0"
