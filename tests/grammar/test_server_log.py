"""What a server says of itself goes into a log only as far as it cannot quote copy. The server is a real one."""

from __future__ import annotations

import time

from newslint.grammar import api
from newslint.grammar.address import parse_address
from newslint.grammar.client import Client, Trouble
from newslint.grammar.flags import ONE_RUN
from newslint.grammar.jvm import Jvm, without_copy

FAILS = """<?xml version="1.0" encoding="utf-8"?>
<rules lang="en"><category id="X" name="x" type="grammar"><rule id="FAILS" name="a filter without what it needs">
<pattern><token>harbour</token></pattern>
<filter class="org.languagetool.rules.en.EnglishPartialPosTagFilter" args="no:9 regexp:(x) postag_regexp:NN"/>
<message>.</message></rule></category></rules>
"""
RARE = "Quorvexia"


def test_a_rule_that_fails_quotes_the_sentence_and_the_log_does_not():
    """Told not to log what it is asked, LanguageTool still does so in the message of one exception."""
    api.install()
    server = Jvm(api.find_setup(FAILS), ONE_RUN)
    try:
        server.wait()
        client = Client(parse_address(server.url), 30)
        try:
            client.check(f"The {RARE} harbour is big.", "en-AU")
        except Trouble as trouble:
            said = str(trouble)
        client.close()
        deadline = time.monotonic() + 20
        while RARE not in "".join(server.output()) and time.monotonic() < deadline:
            time.sleep(0.02)  # it answers before it writes
        output = server.output()
    finally:
        server.stop()
    assert said
    assert RARE in "\n".join(output)  # else this test shows nothing
    kept = without_copy(output)
    assert RARE not in "\n".join(kept)
    assert "java.lang.RuntimeException" in kept
    assert any(line.strip().startswith("at org.languagetool.") for line in kept)


def test_what_ended_a_server_is_kept():
    assert without_copy(
        [
            'Exception in thread "main" java.lang.OutOfMemoryError: Java heap space',
            "\tat java.base/java.util.Arrays.copyOf(Arrays.java:3537)",
            "\t... 12 more",
            "Check done: 512 chars, en-AU",
            "# A fatal error has been detected by the Java Runtime Environment:",
            "#  SIGSEGV (0xb) at pc=0x00007f, pid=12, tid=13",
            "# The minister's secret",
            "   at last (the minister said: no)",
            "java.lang.IllegalStateException: Could not read 'The minister'",
        ]
    ) == [
        "java.lang.OutOfMemoryError: Java heap space",
        "\tat java.base/java.util.Arrays.copyOf(Arrays.java:3537)",
        "\t... 12 more",
        "# A fatal error has been detected by the Java Runtime Environment:",
        "#  SIGSEGV (0xb) at pc=0x00007f, pid=12, tid=13",
        "java.lang.IllegalStateException",
    ]
