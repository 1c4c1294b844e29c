"""What the browser keeps, read straight from its database."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page

RECORDS = """async (name) => {
  const done = (request) => new Promise((resolve) => { request.onsuccess = () => resolve(request.result); });
  const known = await indexedDB.databases();
  if (!known.some((one) => one.name === name)) return {};
  const database = await done(indexedDB.open(name));
  const store = database.transaction("items").objectStore("items");
  const [keys, values] = await Promise.all([done(store.getAllKeys()), done(store.getAll())]);
  database.close();
  return Object.fromEntries(keys.map((key, at) => [key, values[at]]));
}"""

WRITE = """([name, records]) => new Promise((done) => {
  const request = indexedDB.open(name);
  request.onupgradeneeded = () => request.result.createObjectStore("items");
  request.onsuccess = () => {
    const change = request.result.transaction("items", "readwrite");
    for (const [key, value] of Object.entries(records)) change.objectStore("items").put(value, key);
    change.oncomplete = () => { request.result.close(); done(); };
  };
})"""


def records(page: Page, name: str = "swtech-kinds") -> dict[str, Any]:
    """Every record of the database, by its key."""
    found: dict[str, Any] = page.evaluate(RECORDS, name)
    return found


def write(page: Page, kept: dict[str, Any], name: str = "swtech-kinds") -> None:
    """Put records into the database, whatever they are."""
    page.evaluate(WRITE, [name, kept])


def logs(page: Page, name: str = "swtech-kinds") -> dict[str, list[dict[str, Any]]]:
    """The log of every item."""
    return {
        key: record["log"] if isinstance(record, dict) and "log" in record else record
        for key, record in records(page, name).items()
    }


def logs_when(
    page: Page, enough: Callable[[dict[str, Any]], bool], name: str = "swtech-kinds"
) -> dict[str, Any]:
    """The logs, as soon as they are *enough*."""
    for _ in range(300):
        found = logs(page, name)
        if enough(found):
            return found
        page.wait_for_timeout(20)
    raise AssertionError(f"never enough: {found}")
