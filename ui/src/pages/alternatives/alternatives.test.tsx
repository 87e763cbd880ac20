import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { Alternatives } from "../../ipc/client";
import { type Answers, wireError } from "../../test/fake";
import { openWindow } from "../../test/open";

const ID = "E1SHOP00000001";
const PATH = `/distributions/${ID}/alternatives`;

const OWN: Alternatives = {
  examples: [
    {
      path: "/css/site.css",
      times: 41,
      last: "2026-11-22T10:15:31Z",
      versionedName: "/css/site.v2.css",
      versionedQuery: "/css/site.css?v=2",
      behavior: 0,
    },
    {
      path: "/index.html",
      times: 1,
      last: null,
      versionedName: "/index.v2.html",
      versionedQuery: "/index.html?v=2",
      behavior: 1,
    },
  ],
  areOwn: true,
  behaviors: [
    {
      pathPattern: "/css/*",
      cachePolicy: "Managed-CachingOptimized",
      queryStrings: { kind: "none" },
      minTtl: 1,
      defaultTtl: 86_400,
      maxTtl: 31_536_000,
    },
    {
      pathPattern: "*",
      cachePolicy: null,
      queryStrings: { kind: "allExcept", names: ["utm_source"] },
      minTtl: 0,
      defaultTtl: null,
      maxTtl: 90_061,
    },
  ],
  error: null,
};

const MADE_UP: Alternatives = {
  examples: OWN.examples.map((one) => ({ ...one, times: 0, last: null, behavior: null })),
  areOwn: false,
  behaviors: [],
  error: wireError({ code: "denied", action: "cloudfront:GetDistributionConfig" }),
};

const open = (answer: Alternatives, answers: Answers = {}) =>
  openWindow(PATH, { alternatives: () => answer, ...answers });
const table = (name: string) => screen.findByRole("table", { name: new RegExp(name) });
const letter = () =>
  screen
    .findByRole<HTMLTextAreaElement>("textbox", { name: "What to ask your developers for" })
    .then((box) => box.value);

describe("the page of alternatives", () => {
  it("says by the person's own paths what each takes", async () => {
    open(OWN);
    const rows = within(await table("What you clear most often")).getAllByRole("row");
    const css = rows[1]?.textContent;
    expect(css).toContain("/css/site.css41 times");
    expect(css).toContain("/css/site.v2.css");
    expect(css).toContain("/css/site.css?v=2");
    expect(css).toContain("have the cache policy Managed-CachingOptimized changed");
    expect(css).toContain("up to 365 days");
    expect(css).toContain("for 1 second at least");
    expect(rows[2]?.textContent).toContain("/index.htmlOnce");
    expect(rows[2]?.textContent).toContain("works as it is");
    expect(rows[2]?.textContent).toContain("short max-age");
  });

  it("shows the behaviors, with times that one can read", async () => {
    open(OWN);
    const rows = within(await table("Behaviors")).getAllByRole("row");
    const texts = (row: Element | undefined) => [...(row?.querySelectorAll("td, th") ?? [])].map((c) => c.textContent);
    expect(texts(rows[1])).toEqual(["/css/*", "Managed-CachingOptimized", "None", "1 second", "1 day", "365 days"]);
    expect(texts(rows[2])).toEqual([
      "* (default)",
      "–",
      "All except utm_source",
      "0 seconds",
      "Not known",
      "1 day, 1 hour, 1 minute, 1 second",
    ]);
  });

  it("asks the developers for it, by the first own paths", async () => {
    open(OWN);
    const said = await letter();
    expect(said).toContain("- /css/site.css (41 times in the last twelve weeks)");
    expect(said).toContain("/css/site.css would become /css/site.v2.css");
    expect(said).toContain("not yet in these CloudFront behaviors: /css/*.");
    expect(said).toContain("Pages such as /index.html keep their address.");
    expect(said).toContain(`www.example.com (${ID})`);
    expect(screen.getByRole("button", { name: "Copy the text" })).toBeTruthy();
  });

  it("names what AWS says of it", async () => {
    open(OWN);
    expect(await screen.findByText(/“Update existing files using versioned file names”\.$/)).toBeTruthy();
  });
});

it("made-up examples are marked as such", async () => {
  open({ ...MADE_UP, error: null });
  const rows = within(await table("Made-up examples")).getAllByRole("row");
  expect(rows[1]?.textContent).toContain("/css/site.cssMade up");
  expect(screen.queryByText("What you clear most often")).toBeNull();
  const said = await letter();
  expect(said).toContain("such as these:\n- /css/site.css\n");
  expect(said).not.toContain("again and again");
});

it("behaviors that may not be read are a warning, and the explanation and the examples stay", async () => {
  open(MADE_UP);
  const alert = await screen.findByRole("alert");
  expect(alert.textContent).toContain("cloudfront:GetDistributionConfig");
  expect(screen.getByText("No invalidation has to be paid for.")).toBeTruthy();
  expect((await table("Made-up examples")).textContent).toContain("The behavior that takes this path is not known");
  expect(screen.getByText("The behaviors are not known")).toBeTruthy();
});

it("where nothing could be read the explanation stays, and it can be tried again", async () => {
  let failing = true;
  openWindow(PATH, {
    alternatives: () => {
      if (failing) throw wireError({ code: "records", detail: "disk full" });
      return OWN;
    },
  });
  expect((await screen.findByRole("alert")).textContent).toContain("disk full");
  expect(screen.getByText("No invalidation has to be paid for.")).toBeTruthy();
  failing = false;
  await userEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(await table("What you clear most often")).toBeTruthy();
});

it("says so where there is no example", async () => {
  open({ ...OWN, examples: [] });
  expect(await screen.findByText("No paths")).toBeTruthy();
});

describe("the way to it", () => {
  const link = () => screen.findByRole("link", { name: "Alternatives to invalidating" });
  const arrived = () => screen.findByRole("heading", { level: 1, name: /^Alternatives to invalidating/ });

  it("is on a distribution's page", async () => {
    openWindow(`/distributions/${ID}`);
    await userEvent.click(await link());
    expect(await arrived()).toBeTruthy();
    expect(window.location.hash).toBe(`#${PATH}`);
  });

  it("is on a tenant's page, and asks for the tenant", async () => {
    const asked: unknown[] = [];
    const tenant = { id: "dt_1", distribution: "E3", name: "Bakery", domains: [], status: "Deployed", enabled: true };
    openWindow("/tenants/dt_1", {
      tenant_details: () => tenant,
      alternatives: ({ target }: { target: unknown }) => {
        asked.push(target);
        return OWN;
      },
    });
    await userEvent.click(await link());
    expect(await arrived()).toBeTruthy();
    expect(asked).toEqual([{ kind: "tenant", id: "dt_1" }]);
  });

  it("is in the help beside the editor", async () => {
    openWindow(`/distributions/${ID}/create`);
    await userEvent.click(await screen.findByRole("button", { name: "Info: Paths and wildcards" }));
    expect((await link()).getAttribute("href")).toBe(`#${PATH}`);
  });
});
