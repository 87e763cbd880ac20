import { render } from "@testing-library/react";
import { newQueryClient } from "../features/queries/client";
import { App } from "../shell/App";
import { type Answers, fakeRustSide } from "./fake";

/** Opens the whole window at an address, over a made-up Rust side. */
export function openWindow(path: string, answers: Answers = {}) {
  fakeRustSide(answers);
  window.location.hash = `#${path}`;
  return render(<App client={newQueryClient()} />);
}
