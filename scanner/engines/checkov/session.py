"""One run of the worker: started early or late, asked once, and gone in any case."""

from __future__ import annotations

import shutil
from collections.abc import Sequence

from scanner.engines.checkov.process import start_worker, whole
from scanner.engines.isolation import EngineEnvironment
from scanner.engines.scratch import make_scratch
from scanner.errors import EngineError
from scanner.processes import Limits, Running


class Session:
    """A worker and the folder in which it runs.

    Args:
        environment: Of checkov; ready.
        arguments: Of its interpreter.
        limits: What the worker may use.

    Raises:
        EngineError: It could not be started.
    """

    def __init__(self, environment: EngineEnvironment, arguments: Sequence[str], limits: Limits) -> None:
        try:
            self._scratch = make_scratch()
        except OSError as error:
            raise EngineError(f"there is no room for checkov's worker: {error.strerror}") from error
        try:
            self._running: Running = start_worker(environment, arguments, self._scratch, limits)
        except BaseException:
            shutil.rmtree(self._scratch, ignore_errors=True)
            raise

    def ask(self, request: bytes) -> bytes:
        """The answer to a request; the session is over then.

        Raises:
            EngineError: The worker took too long, broke, or gave none.
        """
        try:
            return whole(self._running.finish(request)).stdout
        except OSError as error:
            raise EngineError(f"checkov's worker could not be asked: {error.strerror}") from error
        finally:
            self.close()

    def close(self) -> None:
        """End it; without effect when it is over."""
        self._running.cancel()
        shutil.rmtree(self._scratch, ignore_errors=True)
