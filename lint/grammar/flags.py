"""How a LanguageTool server is started: the JVM's flags and the server's own settings, as measured on news copy."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

HOST = "127.0.0.1"

_FLAGS = (
    "-XX:+UseSerialGC",  # half the memory of the default collector
    "-Xshare:auto",
    "-Xmx512m",
    "-Dsun.net.httpserver.nodelay=true",  # saves 40 ms on every request of a kept-alive connection
    "-Djava.awt.headless=true",
    "-XX:-CreateCoredumpOnCrash",  # its memory holds copy
    "-XX:-UsePerfData",  # a file for each server in the temporary folder, left behind where it is killed
    "-Dfile.encoding=UTF-8",
)

ONE_RUN = ("-XX:TieredStopAtLevel=1", *_FLAGS)
"""For a server of one run: without the second compiler the first check comes a second earlier."""

MANY_RUNS = _FLAGS
"""For a server that lives on: the second compiler halves the time of a check once it is warm."""

# The cached pipelines make a request six times cheaper, and need the result cache's size to be above 0. A client's time
# limit is 600 seconds at most: a request that nobody waits for must not use the processor for longer.
CONFIG: Mapping[str, bool | int] = MappingProxyType(
    {
        "pipelineCaching": True,
        "cacheSize": 1000,
        "maxPipelinePoolSize": 8,
        "pipelineExpireTimeInSeconds": 3600,
        "maxCheckTimeMillis": 600_000,
    }
)


def key_flag(key: str) -> str:
    """Return the flag that says which of our servers a process is; it has no other effect."""
    return f"-Dnewslint.server={key}"


def port_arguments(port: int) -> tuple[str, str]:
    return "--port", str(port)
