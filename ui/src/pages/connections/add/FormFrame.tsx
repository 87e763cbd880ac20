import Button from "@cloudscape-design/components/button";
import Form from "@cloudscape-design/components/form";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { useText } from "../../../common/text";
import { common } from "../../../messages/common";

type Props = {
  /** The buttons beside Cancel; one that sends the fields in another way says when they may not be sent. */
  actions: ReactNode | ((refuse: () => void) => ReactNode);
  /** Whether the fields may be sent as they are; where not, the first that may not takes the focus. */
  onSubmit: () => boolean;
  children: ReactNode;
};

/** The form of the pages that add a connection. */
export function FormFrame({ actions, onSubmit, children }: Props) {
  const t = useText();
  const navigate = useNavigate();
  const form = useRef<HTMLFormElement>(null);
  const [refused, setRefused] = useState(0);
  const refuse = () => setRefused((times) => times + 1);
  // Once the mistakes are drawn.
  useEffect(() => {
    if (refused > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refused]);
  return (
    <form
      ref={form}
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        if (!onSubmit()) refuse();
      }}
    >
      <Form
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button formAction="none" variant="link" onClick={() => void navigate("/connections")}>
              {t(common.cancel)}
            </Button>
            {typeof actions === "function" ? actions(refuse) : actions}
          </SpaceBetween>
        }
      >
        {children}
      </Form>
    </form>
  );
}
