from __future__ import annotations

import pytest

from trial.network import _TO_A_NETWORK


@pytest.mark.parametrize(
    "call",
    [
        '12 connect(7, {sa_family=AF_INET, sin_port=htons(443), sin_addr=inet_addr("192.0.2.1")}, 16) = 0',
        "12 connect(7, {sa_family=AF_INET6, sin6_port=htons(53), sin6_flowinfo=htonl(0)}, 28) = -1 ENETUNREACH",
    ],
)
def test_a_connection_to_a_network_is_seen_though_it_fails(call: str) -> None:
    assert _TO_A_NETWORK.search(call)


@pytest.mark.parametrize(
    "call",
    [
        '12 connect(3, {sa_family=AF_UNIX, sun_path=@"/tmp/.X11-unix/X90"}, 20) = 0',
        '12 execve("/usr/bin/leaderplan", ["leaderplan", "sa_family=AF_INET"], 0x7ffd) = 0',
        "12 connect(3, {sa_family=AF_INETX}, 20) = 0",
    ],
)
def test_a_socket_of_this_machine_is_none(call: str) -> None:
    assert not _TO_A_NETWORK.search(call)
