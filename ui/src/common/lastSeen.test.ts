import { beforeEach, expect, it } from "vitest";
import { giveWay, keepAsSeen, showLastSeen } from "./lastSeen";

const PAGE = '<a href="#/distributions/E1">E1</a><button type="button" aria-label="Add">Add</button><input value="">';
const root = () => document.getElementById("root") as HTMLElement;
const seen = () => document.getElementById("last-seen");

beforeEach(() => {
  document.body.innerHTML = '<div id="root"></div>';
  window.location.hash = "#/distributions";
  window.housekeeperRecords = { place: "/data", areNew: false };
  root().innerHTML = PAGE;
  keepAsSeen();
  root().innerHTML = "";
});

it("shows the page as it was, and gives way to the real one", () => {
  expect(showLastSeen()).toBe(true);
  expect(seen()?.querySelector("a")?.textContent).toBe("E1");
  expect(root().style.visibility).toBe("hidden");
  giveWay();
  expect(seen()).toBeNull();
  expect(root().style.visibility).toBe("");
});

it("shows nothing of other records, of new ones, or at another page or width", () => {
  window.housekeeperRecords = { place: "/other", areNew: false };
  expect(showLastSeen()).toBe(false);
  window.housekeeperRecords = { place: "/data", areNew: true };
  expect(showLastSeen()).toBe(false);
  window.housekeeperRecords = { place: "/data", areNew: false };
  window.location.hash = "#/costs";
  expect(showLastSeen()).toBe(false);
  window.location.hash = "#/distributions";
  const width = window.innerWidth;
  window.innerWidth = width - 1;
  expect(showLastSeen()).toBe(false);
  window.innerWidth = width;
  expect(showLastSeen()).toBe(true);
});

it("does in the real page what was clicked before it was there, where that is the same", () => {
  showLastSeen();
  seen()?.querySelector("button")?.click();
  root().innerHTML = PAGE;
  let clicks = 0;
  root()
    .querySelector("button")
    ?.addEventListener("click", () => {
      clicks += 1;
    });
  giveWay();
  expect(clicks).toBe(1);
});

it("clicks nothing else in its place", () => {
  showLastSeen();
  seen()?.querySelector("button")?.click();
  root().innerHTML = PAGE.replaceAll("Add", "Delete");
  let clicks = 0;
  root().addEventListener("click", () => {
    clicks += 1;
  });
  giveWay();
  expect(clicks).toBe(0);
});

it("lets the browser follow a link within the window", () => {
  showLastSeen();
  const click = new MouseEvent("click", { bubbles: true, cancelable: true });
  seen()?.querySelector("a")?.dispatchEvent(click);
  expect(click.defaultPrevented).toBe(false);
});

it("keeps nothing of a page that is itself what was seen", () => {
  showLastSeen();
  root().innerHTML = "something else";
  keepAsSeen();
  expect(localStorage.getItem("last-seen")).toContain("E1");
});
