"""`newsreader analyze PATH ...`: print entities and attributed quotes."""

from __future__ import annotations

import argparse
import io
import os
import sys
from contextlib import ExitStack, closing
from pathlib import Path
from typing import TYPE_CHECKING

from tui.commands.options import add_columns
from tui.commands.outcomes import INTERRUPTED, OK, SOME_FAILED, fail

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence
    from typing import TextIO

    from tui.analysis.report import Report
    from tui.corpus.progress import Progress
    from tui.corpus.work import Outcome
    from tui.documents.library import Entry

_DESCRIPTION = "Print entities and attributed quotes of documents."


def run(words: Sequence[str]) -> int:
    """Print what is found in the documents of the given paths.

    Args:
        words: Of the command line, after the command's name.

    Returns:
        Exit code.
    """
    options = _options(words)

    from tui.analysis.engines import EngineError
    from tui.analysis.report import Report
    from tui.commands.results_file import ResultsFile, ResultsFileError
    from tui.corpus.errors import ClusterError, HelperError
    from tui.corpus.progress import Progress
    from tui.documents.columns import parse_columns
    from tui.documents.library import LibraryError, open_library

    progress = Progress()
    try:
        with ExitStack() as stack:
            columns = parse_columns(options.columns)
            entries = open_library(options.paths, columns=columns).entries
            if options.output is None:
                stream = _standard_output(options.format)
            else:
                file = stack.enter_context(ResultsFile(options.output, resume=options.resume))
                entries = tuple(filter(file.wants, entries))
                stream = file.stream
            results = stack.enter_context(closing(_results(entries, options, progress)))
            report = stack.enter_context(Report(options.format, stream))
            return _write(entries, results, report, progress, stream)
    except (
        ClusterError,
        EngineError,
        HelperError,
        LibraryError,
        ResultsFileError,
        ValueError,
    ) as error:
        return fail(str(error))
    except KeyboardInterrupt:
        fail("stopped.")
        return INTERRUPTED


def _options(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("newsreader analyze", description=_DESCRIPTION)
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="files and folders")
    parser.add_argument(
        "--format",
        choices=("text", "json", "jsonl"),
        help="text for people and screen readers (the default), one JSON array, or one JSON "
        "object a line (the default with --output)",
    )
    parser.add_argument(
        "--output",
        type=Path,
        metavar="FILE",
        help="write JSON Lines to this file, each as soon as it is there",
    )
    parser.add_argument(
        "--resume", action="store_true", help="go on with FILE: leave out what stands in it"
    )
    where = parser.add_mutually_exclusive_group()
    where.add_argument(
        "--jobs",
        type=_jobs,
        metavar="N",
        help="how many processes work (default: one for each processor, if there are many "
        "documents); the output is the same",
    )
    where.add_argument(
        "--dask",
        metavar="ADDRESS",
        help="work on the Dask cluster whose scheduler is there, such as tcp://192.0.2.1:8786",
    )
    parser.add_argument(
        "--no-cache", action="store_true", help="analyse again what was analysed before"
    )
    parser.add_argument(
        "--clear-cache", action=_ClearCache, nargs=0, help="forget all earlier analyses and exit"
    )
    add_columns(parser)
    parser.add_argument(
        "--engine",
        default="builtin",
        metavar="NAME",
        help="what finds the names: builtin, or spacy:PIPELINE for an installed spaCy pipeline",
    )
    options = parser.parse_args(words)
    if options.output is None and options.resume:
        parser.error("--resume needs --output FILE")
    if options.output is not None and options.format not in (None, "jsonl"):
        parser.error("--output FILE is written as JSON Lines")
    options.format = options.format or ("text" if options.output is None else "jsonl")
    return options


def _jobs(written: str) -> int:
    number = int(written)
    if number < 1:
        raise ValueError
    return number


class _ClearCache(argparse.Action):
    """Forgets all analyses."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from tui.corpus.cache import Cache

        try:
            Cache().clear()
        except OSError as error:
            parser.exit(fail(f"The cache cannot be deleted: {error.strerror}."))
        parser.exit()


def _results(
    entries: Sequence[Entry], options: argparse.Namespace, progress: Progress
) -> Generator[tuple[int, Outcome], None, None]:
    """Analyse the documents where it was asked for, in their order."""
    from tui.corpus.analysing import analyse_library, usual_jobs
    from tui.corpus.cache import Cache
    from tui.corpus.work import Settings

    settings = Settings(options.format, cached=not options.no_cache, engine=options.engine)
    if options.dask is None:
        jobs = usual_jobs(len(entries)) if options.jobs is None else options.jobs
        jobs = 0 if jobs == 1 else jobs  # one works best in this process
        yield from analyse_library(entries, settings, jobs, progress=progress)
        return

    from tui.corpus.analysing import run_executor
    from tui.corpus.cluster import Cluster

    cache = Cache(engine=settings.engine) if settings.cached else None
    cluster = Cluster(options.dask, settings, cache)
    yield from run_executor(cluster, entries, progress=progress)


def _standard_output(form: str) -> TextIO:
    if isinstance(sys.stdout, io.TextIOWrapper):
        # JSON is UTF-8 whatever the locale; words for people are shown as far as it goes.
        if form == "text":
            sys.stdout.reconfigure(errors="replace")
        else:
            sys.stdout.reconfigure(encoding="utf-8")
    return sys.stdout


def _write(
    entries: Sequence[Entry],
    results: Iterator[tuple[int, Outcome]],
    report: Report,
    progress: Progress,
    stream: TextIO,
) -> int:
    """Write what comes, until all is done or nobody takes it any more."""
    from tui.commands.progress_line import ProgressLine

    line = ProgressLine(sys.stderr, progress, wanted=not stream.isatty())
    given = 0
    try:
        for index, outcome in results:
            if outcome.problem:
                line.clear()
                fail(f"{entries[index].name}: {outcome.problem}")
            else:
                report.add(outcome.written)
            if stream is not sys.stdout:
                stream.flush()  # so that it is there when this program is killed
            given += 1
            line.show()
        stream.flush()
    except KeyboardInterrupt:
        line.clear()
        more = "" if stream is sys.stdout else "; --resume goes on from here"
        fail(f"stopped, {given} of {progress.total} documents are done{more}.")
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output has gone, as `head` does; nothing more is to be said there.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        line.clear()
        return fail(f"The results cannot be written: {error.strerror}.")
    finally:
        line.clear()
    return SOME_FAILED if progress.failed else OK
