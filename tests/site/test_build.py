"""Building is safe to fail, to kill and to repeat."""

from __future__ import annotations

import hashlib
import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from swtech.errors import BankError, BuildError
from swtech.site import build_site, processes
from swtech.site.publish import recover, retired_of, staging_of

pytestmark = pytest.mark.site


def contents(folder: Path) -> dict[str, str]:
    """Return a digest of every file below *folder*."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def swtech(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command line in *root*."""
    return subprocess.run(
        [sys.executable, "-m", "swtech", *arguments], cwd=root, capture_output=True, text=True, check=False
    )


def test_both_editions_are_published_under_the_same_slugs(mini_site: Path) -> None:
    """Every page exists in Kazakh and in Russian under one name, beside a chooser and a 404 page."""
    site = mini_site / "_site"
    kk, ru = ({path.name for path in (site / lang).glob("*.html")} for lang in ("kk", "ru"))
    assert kk == ru >= {"index.html", "cycle.html", "cycle-quiz.html", "glossary.html", "search.html"}
    assert (site / "index.html").is_file()
    assert (site / "404.html").is_file()


def test_the_same_sources_give_the_same_bytes(root: Path, mini_site: Path, tmp_path: Path) -> None:
    """A second build from nothing, in another folder, differs in no byte."""
    from tests.conftest import copy_mini

    again = copy_mini(root, tmp_path / "elsewhere")
    build_site(again)
    assert contents(again / "_site") == contents(mini_site / "_site")


def test_an_edited_and_restored_course_gives_the_same_bytes(mini: Path) -> None:
    """A build after an edit is not the first one plus leftovers: undoing the edit gives the first one."""
    build_site(mini)
    first = contents(mini / "_site")
    chapter = mini / "content" / "kk" / "cycle.md"
    text = chapter.read_text("utf-8")
    chapter.write_text(text.replace("# Тұйық цикл\n", "# Тұйық шеңбер\n"), "utf-8")
    build_site(mini)
    # The menu of a page whose source is untouched shows the new title too.
    assert "Тұйық шеңбер" in (mini / "_site" / "kk" / "glossary.html").read_text("utf-8")
    chapter.write_text(text, "utf-8")
    build_site(mini)
    assert contents(mini / "_site") == first


def test_a_changed_bank_shows_in_chapter_and_notebook_in_both_languages(mini: Path) -> None:
    """An edited stem is on the chapter's page and on the cached notebook's page, each in its own language."""
    build_site(mini)
    bank = mini / "quizzes" / "cycle.yml"
    text = bank.read_text("utf-8")
    text = text.replace("Цикл қай кезеңнен басталады?", "Шеңбер қалай басталады?")
    bank.write_text(text.replace("С какого этапа начинается цикл?", "Как начинается круг?"), "utf-8")
    build_site(mini)
    for page in ("cycle.html", "cycle-quiz.html", "_banks/cycle.js"):
        kazakh = (mini / "_site" / "kk" / page).read_text("utf-8")
        russian = (mini / "_site" / "ru" / page).read_text("utf-8")
        assert "Шеңбер қалай басталады?" in kazakh
        assert "Как начинается круг?" not in kazakh
        assert "Как начинается круг?" in russian
        assert "Шеңбер қалай басталады?" not in russian


def test_a_change_in_one_language_builds_that_edition_alone(mini: Path) -> None:
    """A sentence more in a Kazakh chapter runs no Russian build; the Russian pages are published all the same."""
    build_site(mini)
    before = contents(mini / "_site" / "ru")
    with (mini / "content" / "kk" / "cycle.md").open("a", encoding="utf-8") as chapter:
        chapter.write("\nЖаңа сөйлем.\n")
    built: set[str] = set()
    build_site(mini, progress=lambda lang, *_: built.add(lang))
    assert built == {"kk"}
    assert "Жаңа сөйлем." in (mini / "_site" / "kk" / "cycle.html").read_text("utf-8")
    assert contents(mini / "_site" / "ru") == before


def test_an_unchanged_course_is_not_built_again(mini_site: Path) -> None:
    """Run again, the build sees that nothing changed and never imports Sphinx, pydantic or PyYAML."""
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from swtech.site.builder import build_site\n"
        "assert build_site(Path.cwd()).unchanged\n"
        "print([name for name in ('sphinx', 'pydantic', 'yaml', 'jupyter_book') if name in sys.modules])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=mini_site, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_a_touched_site_is_built_again(mini: Path) -> None:
    """Somebody's edit in the published folder is not taken for our own work."""
    build_site(mini)
    page = mini / "_site" / "kk" / "index.html"
    first = page.read_text("utf-8")
    page.write_text("gone", "utf-8")
    assert not build_site(mini).unchanged
    assert page.read_text("utf-8") == first


def test_a_failed_build_fails_again_and_leaves_the_site(mini: Path) -> None:
    """A page that Sphinx refuses is refused the second time too, and the published site stays as it was."""
    build_site(mini)
    before = contents(mini / "_site")
    with (mini / "content" / "ru" / "cycle.md").open("a", encoding="utf-8") as chapter:
        chapter.write("\n```python\nthis is ? no Python\n```\n")
    for _ in range(2):
        with pytest.raises(BuildError, match=r"content/ru/cycle\.md:\d+"):
            build_site(mini)
    assert contents(mini / "_site") == before


@pytest.mark.parametrize(("lives", "expected"), [(1, ["kk", "ru", "ru"]), (2, ["kk", "ru", "ru"])])
def test_an_edition_whose_kernel_found_its_port_taken_is_built_again(
    lives: int, expected: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two kernels that begin at one moment may want one port: that edition is built again, once."""
    begun: list[str] = []

    class Run:
        def __init__(self, _root: Path, lang: str, folder: Path, _progress: object) -> None:
            folder.mkdir(parents=True, exist_ok=True)
            begun.append(lang)
            self.failed = lang == "ru" and begun.count("ru") <= lives
            self.messages = (
                f"zmq.error.{processes.PORT_TAKEN} (addr='tcp://127.0.0.1:1')" if self.failed else ""
            )

        def wait(self) -> int:
            return int(self.failed)

        def end(self) -> None:
            pass

    monkeypatch.setattr(processes, "_Run", Run)
    monkeypatch.setattr(processes, "input_digest", lambda *_: "digest")
    if lives == 1:
        processes.build_editions(tmp_path, tmp_path / "build", lambda *_: None)
    else:
        with pytest.raises(BuildError, match="content/ru was not built"):
            processes.build_editions(tmp_path, tmp_path / "build", lambda *_: None)
    assert begun == expected
    assert (tmp_path / "build" / "kk" / "inputs").is_file()


def test_a_notebook_that_fails_says_why(mini: Path) -> None:
    """Of a notebook whose code is wrong the message names the page and the error itself, not a log file."""
    notebook = mini / "content" / "ru" / "cycle-quiz.md"
    text = notebook.read_text("utf-8")
    notebook.write_text(text.replace('lang="ru"', 'lang="ru", items=["cycle-x"]'), "utf-8")
    with pytest.raises(BuildError, match=r"content/ru/cycle-quiz\.md(?s:.)*SwtechError: .*cycle-x"):
        build_site(mini)


def test_a_bad_bank_is_reported_with_its_line_and_leaves_the_site(mini: Path) -> None:
    """The command line names file and line, exits with 1 and says that the site is as it was."""
    build_site(mini)
    before = contents(mini / "_site")
    bank = mini / "quizzes" / "cycle.yml"
    bank.write_text(bank.read_text("utf-8").replace("        key: true\n", ""), "utf-8")
    with pytest.raises(BankError):
        build_site(mini)
    done = swtech(mini, "build")
    assert done.returncode == 1
    assert "quizzes/cycle.yml:" in done.stderr + done.stdout
    assert "Traceback" not in done.stderr
    assert contents(mini / "_site") == before


@pytest.mark.parametrize("phase", ["read", "write"])
def test_a_killed_build_leaves_the_site_and_the_next_one_is_whole(mini: Path, phase: str) -> None:
    """Killed while it reads or writes, a build damages nothing, and the next one finishes the work."""
    build_site(mini)
    before = contents(mini / "_site")
    glossary = mini / "quizzes" / "terms.yml"
    glossary.write_text(glossary.read_text("utf-8").replace("Часть цикла.", "Одна часть круга."), "utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "swtech", "build"],
        cwd=mini,
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    )
    assert process.stderr
    word = {"read": "reading", "write": "writing"}[phase]
    for line in process.stderr:
        if word in line:
            break
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    process.stderr.close()
    assert contents(mini / "_site") == before
    build_site(mini)
    after = contents(mini / "_site")
    assert "Одна часть круга." in (mini / "_site" / "ru" / "glossary.html").read_text("utf-8")
    assert after.keys() == before.keys()


def test_a_kill_between_two_renames_is_mended(tmp_path: Path) -> None:
    """Where folders cannot be exchanged at once, a site that was moved aside comes back."""
    output = tmp_path / "_site"
    retired_of(output).mkdir()
    (retired_of(output) / "index.html").write_text("good")
    staging_of(output).mkdir()
    recover(output)
    assert (output / "index.html").read_text() == "good"
    assert not staging_of(output).exists()
    assert not retired_of(output).exists()


def test_two_builds_at_once_wait_for_each_other(mini: Path) -> None:
    """Two builds started together both succeed and leave a whole site."""
    command = [sys.executable, "-m", "swtech", "build"]
    processes = [
        subprocess.Popen(command, cwd=mini, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    outputs = [process.communicate() for process in processes]
    assert [process.returncode for process in processes] == [0, 0], outputs
    assert sorted(out.split(":")[0] for out, _ in outputs) == ["Built", "Nothing has changed"]
    assert (mini / "_site" / "kk" / "cycle.html").is_file()


def test_the_build_ends_with_what_where_and_how(mini_site: Path) -> None:
    """The last three lines say what was built, where it is and how to look at it."""
    done = swtech(mini_site, "build")
    assert done.returncode == 0
    what, where, look = done.stdout.strip().splitlines()[-3:]
    assert "pages in Kazakh" in what
    assert str(mini_site / "_site" / "index.html") in where
    assert "make serve" in look


def test_plain_jupyter_book_gives_the_same_edition(mini: Path) -> None:
    """`jupyter-book build content/ru` with the documented arguments makes the Russian edition."""
    done = subprocess.run(
        [
            str(Path(sys.executable).with_name("jupyter-book")),
            "build",
            "content/ru",
            "--config",
            "_config.yml",
            "--toc",
            str(mini / "book" / "_toc.yml"),
        ],
        cwd=mini,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    plain = mini / "_build" / "html"
    build_site(mini)
    for name in ("index.html", "cycle.html", "cycle-quiz.html", "glossary.html"):
        assert (plain / name).read_bytes() == (mini / "_site" / "ru" / name).read_bytes()


def test_absolute_addresses_come_from_the_configured_base(mini_site: Path) -> None:
    """With a base address every page names itself and its counterpart, and a sitemap lists all pages."""
    site = mini_site / "_site"
    page = (site / "kk" / "cycle.html").read_text("utf-8")
    assert '<link rel="canonical" href="https://example.org/course/kk/cycle.html"' in page
    assert 'hreflang="ru" href="https://example.org/course/ru/cycle.html"' in page
    sitemap = (site / "sitemap.xml").read_text("utf-8")
    assert sitemap.count("<loc>") == 2 * 6
    assert "https://example.org/course/ru/glossary.html" in sitemap


def test_the_address_can_be_given_for_one_build(mini: Path) -> None:
    """`--base-url` wins over the setting on pages and in the sitemap; what is no address is refused with a line."""
    done = swtech(mini, "build", "--base-url", "https://pages.example.org/sw")
    assert done.returncode == 0, done.stderr
    assert 'href="https://pages.example.org/sw/kk/cycle.html"' in (mini / "_site/kk/cycle.html").read_text(
        "utf-8"
    )
    assert "https://example.org/course/" not in (mini / "_site/sitemap.xml").read_text("utf-8")
    assert swtech(mini, "build", "--base-url", "pages").returncode == 2


def test_the_licences_of_everything_are_published(site_dir: Path) -> None:
    """The foot of every page leads to one file with the licences of the course and of what others made."""
    texts = (site_dir / "licences.txt").read_text("utf-8")
    for part in (
        "Attribution 4.0 International",
        "MIT License",
        "Pradyun Gedam",
        "Sphinx team",
        "Martin Porter",
    ):
        assert part in texts
    for part in (
        "Jake Archibald",
        "Apache License",
        "Open Spaced Repetition",
        "The Literata Project Authors",
        "SIL OPEN FONT LICENSE",
    ):
        assert part in texts
    for page in (site_dir / "kk").glob("*.html"):
        assert 'href="../licences.txt"' in page.read_text("utf-8"), page


def test_an_error_report_reaches_the_maintainers(mini_site: Path) -> None:
    """Where the maintainers have an address, the foot offers a letter to it."""
    page = (mini_site / "_site" / "ru" / "cycle.html").read_text("utf-8")
    assert re.search(r'class="[^"]*sw-report-mail"[^>]*href="mailto:maintainers@example\.org\?', page)


def test_no_absolute_address_without_a_base(mini: Path) -> None:
    """Without a base address canonical, hreflang and sitemap are left out: a wrong one is worse than none."""
    config = mini / "_config.yml"
    config.write_text(config.read_text("utf-8").replace('"https://example.org/course/"', '""'), "utf-8")
    build_site(mini)
    page = (mini / "_site" / "kk" / "cycle.html").read_text("utf-8")
    assert "canonical" not in page
    assert 'rel="alternate"' not in page
    assert not (mini / "_site" / "sitemap.xml").exists()


def test_state_of_another_kind_is_no_obstacle(mini: Path) -> None:
    """A damaged state file means a build, not a failure."""
    (mini / "build").mkdir(exist_ok=True)
    (mini / "build" / "state.json").write_text("[1, 2", "utf-8")
    started = time.time()
    build_site(mini)
    assert json.loads((mini / "build" / "state.json").read_text("utf-8"))
    assert (mini / "_site" / "index.html").stat().st_mtime >= started - 1
