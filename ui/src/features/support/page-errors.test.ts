import { afterEach, expect, it, vi } from "vitest";
import { HousekeeperError } from "../../ipc/client";
import { installPageErrors, pageErrorNoter } from "./pageErrors";

function noter() {
  let now = 0;
  const noted: [string, string][] = [];
  const note = pageErrorNoter(
    async (message, stack) => noted.push([message, stack]),
    () => now,
  );
  return { note, noted, at: (time: number) => (now = time) };
}

const failure = (message: string) => Object.assign(new Error(message), { stack: `at ${message}` });

let end = () => {};
afterEach(() => end());

it("notes the same once, and a few in a minute", () => {
  const { note, noted, at } = noter();
  note(failure("a"));
  note(failure("a"));
  for (const name of ["b", "c", "d", "e", "f", "g"]) note(failure(name));
  expect(noted.map(([message]) => message)).toEqual(["a", "b", "c", "d", "e"].map((name) => `Error: ${name}`));
  at(60_000);
  note(failure("a"));
  note(failure("f"));
  expect(noted.at(-1)).toEqual(["Error: f", "at f"]);
  expect(noted).toHaveLength(6);
});

it("never fails itself, whatever was thrown and whoever takes it", async () => {
  const unspeakable = {
    toString() {
      throw new Error("no");
    },
  };
  const { note, noted } = noter();
  for (const thrown of [undefined, null, 3, "text", unspeakable]) note(thrown);
  expect(noted.map(([message]) => message)).toEqual(["undefined", "null", "3", "text"]);
  const refusing = pageErrorNoter(() => Promise.reject(new Error("gone")));
  const throwing = pageErrorNoter(() => {
    throw new Error("gone");
  });
  refusing("x");
  throwing("x");
  await Promise.resolve();
});

it("says no more than the code of a failure of the app's own, and cuts what is too long", () => {
  const { note, noted } = noter();
  note(HousekeeperError.of("denied", "arn:aws:iam::123456789012:user/ann may not"));
  note(Object.assign(new Error("x".repeat(5_000)), { stack: "y".repeat(50_000) }));
  expect(noted[0]).toEqual(["HousekeeperError: denied", ""]);
  expect(noted[1]?.map(({ length }) => length)).toEqual([1_000, 8_000]);
});

it("hears of what nobody caught, until it is ended", () => {
  const note = vi.fn();
  end = installPageErrors(note);
  const error = failure("of the window");
  window.dispatchEvent(new ErrorEvent("error", { error, message: error.message }));
  window.dispatchEvent(new ErrorEvent("error", { message: "Script error." }));
  window.dispatchEvent(Object.assign(new Event("unhandledrejection"), { reason: "of a promise" }));
  expect(note.mock.calls).toEqual([[error], ["Script error."], ["of a promise"]]);
  window.dispatchEvent(
    new ErrorEvent("error", { message: "ResizeObserver loop completed with undelivered notifications." }),
  );
  expect(note).toHaveBeenCalledTimes(3);
  end();
  window.dispatchEvent(new ErrorEvent("error", { message: "later" }));
  expect(note).toHaveBeenCalledTimes(3);
});
