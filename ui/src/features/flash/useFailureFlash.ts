import { useCallback } from "react";
import { useText } from "../../common/text";
import { HousekeeperError } from "../../ipc/client";
import { errors } from "../../messages/errors";
import { useFlash } from "./Flash";

/** The function that tells of a failure atop the page: what happened (or what failed of it, `title`) and what to do. */
export function useFailureFlash(): (thrown: unknown, title?: string) => void {
  const t = useText();
  const flash = useFlash();
  return useCallback(
    (thrown, title) => {
      const failure = HousekeeperError.from(thrown);
      const sentence = errors[failure.code] ?? errors.unexpected;
      const happened = t(sentence.happened);
      const content = [title && `${happened}.`, t(sentence.todo), failure.detail].filter(Boolean).join(" ");
      flash({ type: "error", header: title ?? happened, content });
    },
    [flash, t],
  );
}
