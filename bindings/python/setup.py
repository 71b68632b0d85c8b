"""What pyproject.toml cannot say: the wheel is for the machine that its library was built for, and
for every Python 3 there, because nothing in it is compiled for one."""

import os

from setuptools import setup
from setuptools.dist import Distribution

try:
    from setuptools.command.bdist_wheel import bdist_wheel
except ImportError:
    from wheel.bdist_wheel import bdist_wheel

LIBRARY = os.path.join("transfer", "libtransfer.so.1")

if not os.path.exists(LIBRARY):
    raise SystemExit(LIBRARY + " is missing: the wheel is built by \"make wheel\"")


class PlatformDistribution(Distribution):
    """A distribution with compiled files."""

    def has_ext_modules(self):
        return True


class PlatformWheel(bdist_wheel):
    """A wheel for one machine and every Python 3."""

    def get_tag(self):
        return ("py3", "none", super().get_tag()[2])


setup(distclass=PlatformDistribution, cmdclass={"bdist_wheel": PlatformWheel})
