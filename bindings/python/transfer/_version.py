"""The version of this package: that of the library it belongs to.

Derived from configure.ac by "make update".
"""

VERSION = "1.0.0"
