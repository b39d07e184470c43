"""A loop of its own for what is awaited.

A test of the browser leaves its loop running in the thread of the tests, and there
`asyncio.run` refuses to start another.
"""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context


def run(awaited):
    """Wait for a coroutine in a thread that has no other loop; give what it gives."""
    with ThreadPoolExecutor(1) as apart:
        return apart.submit(copy_context().run, asyncio.run, awaited).result()
