import { emit } from "@tauri-apps/api/event";
import { act, screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import type { PolicyView } from "../ipc/client";
import { NO_POLICY } from "../test/fake-costs";
import { openWindow } from "../test/open";

it("the administrator’s file is told of as broken when that happens, and no longer once it is mended", async () => {
  let policy: PolicyView = NO_POLICY;
  openWindow("/batches", { policy: () => policy });
  await screen.findByRole("heading", { name: /Saved batches/ });
  expect(screen.queryByText("No key is called colour")).toBeNull();

  policy = { ...NO_POLICY, state: { kind: "broken", reason: "No key is called colour" } };
  await act(() => emit("changed", { kind: "settings" }));
  await screen.findByText("No key is called colour");

  policy = NO_POLICY;
  await act(() => emit("changed", { kind: "settings" }));
  await waitFor(() => expect(screen.queryByText("No key is called colour")).toBeNull());
});
