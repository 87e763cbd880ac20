import { fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import { dropDraft } from "../../features/path-editor/drafts";
import { openWindow } from "../../test/open";

const PATH = "/distributions/E1SHOP00000001/create";
const COMMANDS = {
  fileName: "invbatch-spring-sale.json",
  file: '{"CallerReference":"r"}',
  sh: "aws in sh",
  powershell: "aws in PowerShell",
  cmd: "aws in cmd",
};

beforeEach(() => dropDraft("practice", { kind: "distribution", id: "E1SHOP00000001" }));

async function typed(text: string) {
  const area = await screen.findByRole("textbox", { name: "Add object paths" });
  fireEvent.input(area, { target: { value: text } });
}

it("takes what was typed along to a new batch", async () => {
  openWindow(PATH);
  await typed("/a\n/b{c}");
  await userEvent.type(screen.getByRole("textbox", { name: "Name" }), "spring");
  await userEvent.click(screen.getByRole("button", { name: "Save as batch" }));
  expect((await screen.findByRole<HTMLInputElement>("textbox", { name: "Batch name" })).value).toBe("spring");
  expect(screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Object paths" }).value).toBe("/a\n/b{{c}}");
  expect(screen.getByRole("button", { name: "Take out www.example.com" })).toBeTruthy();
});

it("is copied as a command for each shell, with its file", async () => {
  const asked: unknown[] = [];
  openWindow(PATH, {
    copy_as_cli: (args: unknown) => {
      asked.push(args);
      return COMMANDS;
    },
  });
  const button = await screen.findByRole("button", { name: "Copy as AWS CLI" });
  expect(button.getAttribute("aria-disabled")).toBe("true");
  await typed("/a");
  await waitFor(() => expect(button.getAttribute("aria-disabled")).not.toBe("true"));
  await userEvent.click(button);
  expect(await screen.findByText("aws in sh")).toBeTruthy();
  await userEvent.click(screen.getByRole("tab", { name: "PowerShell" }));
  expect(await screen.findByText("aws in PowerShell")).toBeTruthy();
  expect(screen.getByText(COMMANDS.file)).toBeTruthy();
  expect(screen.getByText(/used a second time it clears nothing/)).toBeTruthy();
  expect(screen.getByRole("button", { name: "Copy the command" })).toBeTruthy();
  expect(screen.getByRole("button", { name: "Copy the file" })).toBeTruthy();
  const target = { kind: "distribution", id: "E1SHOP00000001" };
  expect(asked).toEqual([{ connection: "practice", target, text: "/a", name: "" }]);
});

it("is copied as a command from an invalidation too", async () => {
  const asked: unknown[] = [];
  openWindow("/distributions/E1SHOP00000001/invalidations/I1", {
    copy_as_cli: (args: unknown) => {
      asked.push(args);
      return COMMANDS;
    },
  });
  const button = await screen.findByRole("button", { name: "Copy as AWS CLI" });
  await waitFor(() => expect(button.getAttribute("aria-disabled")).not.toBe("true"));
  await userEvent.click(button);
  expect(await screen.findByText("aws in sh")).toBeTruthy();
  const target = { kind: "distribution", id: "E1SHOP00000001" };
  expect(asked).toEqual([{ connection: "practice", target, text: "/index.html\n/images/*\n/news", name: "" }]);
});
