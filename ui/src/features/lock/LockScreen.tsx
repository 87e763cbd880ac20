import Box from "@cloudscape-design/components/box";
import Button, { type ButtonProps } from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useId, useRef } from "react";
import { createPortal } from "react-dom";
import { useText } from "../../common/text";
import { housekeeper } from "../../ipc/client";
import { lock as text } from "../../messages/lock";
import { FailureAlert } from "../failure/FailureAlert";
import { useOnlyThis } from "./useOnlyThis";
import "./lock.css";

/**
 * Stands before the whole window while it is locked. It is no modal of Cloudscape's: those can be put away, and show
 * the page behind them.
 */
export function LockScreen() {
  const t = useText();
  const client = useQueryClient();
  const screen = useRef<HTMLDivElement>(null);
  const button = useRef<ButtonProps.Ref>(null);
  const title = useId();
  const about = useId();
  useOnlyThis(screen);
  // A dialogue that keeps the keyboard to itself lets go of it once it is shut away.
  useEffect(() => {
    const timer = setTimeout(() => button.current?.focus());
    return () => clearTimeout(timer);
  }, []);
  const unlock = useMutation({
    mutationFn: () => housekeeper.unlock(),
    // What was asked for while it was locked has failed, and what is shown may be hours old.
    onSuccess: () => client.invalidateQueries(),
  });
  return createPortal(
    <div
      ref={screen}
      className="lock-screen"
      role="dialog"
      aria-modal="true"
      aria-labelledby={title}
      aria-describedby={about}
    >
      <div>
        <SpaceBetween size="m">
          <Box variant="h1">
            <span id={title}>{t(text.title)}</span>
          </Box>
          <div id={about}>{t(text.text)}</div>
          {unlock.error && <FailureAlert error={unlock.error} />}
          <Button ref={button} variant="primary" loading={unlock.isPending} onClick={() => unlock.mutate()}>
            {t(text.unlock)}
          </Button>
        </SpaceBetween>
      </div>
    </div>,
    document.body,
  );
}
