import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useText } from "../../common/text";
import { housekeeper, type Target, type Cheaper as Way } from "../../ipc/client";
import { cheaper as text } from "../../messages/cheaper";
import { FailureAlert } from "../failure/FailureAlert";
import { FixUndo } from "../path-editor/FixUndo";
import type { Checks } from "../path-editor/useChecks";
import { WayLine } from "./WayLine";
import "./cheaper.css";

type Props = {
  connection: string;
  target: Target;
  checks: Checks;
  /** The editor's text as this is drawn. */
  text: string;
  /** The editor's text at this moment. */
  currentText: () => string;
  readOnly: boolean;
  /** Puts a text into the editor. */
  onText: (text: string) => void;
};

/** The latest that was applied: the text before and after it, and how many items it saved. */
type Applied = { before: string; after: string; saves: number };

/** So many ways are shown at first. */
const FIRST = 3;

/** How the same would be cleared with fewer items: each applied at a click and taken back at another. */
export function Cheaper({ connection, target, checks, text: shown, currentText, readOnly, onText }: Props) {
  const t = useText();
  const section = useRef<HTMLElement>(null);
  const [applied, setApplied] = useState<Applied | null>(null);
  const [all, setAll] = useState(false);
  const apply = useMutation({
    mutationFn: async (way: Way) => {
      const before = currentText();
      const after = await housekeeper.applyCheaper(connection, target, before, way.kind, way.item);
      return { before, after, saves: way.saves };
    },
    onSuccess: (done) => {
      // What was typed meanwhile is worth more: the checks of it bring their own ways.
      if (currentText() !== done.before) return;
      setApplied(done);
      put(done.after);
    },
  });

  function put(next: string) {
    onText(next);
    // The button that was pressed goes away: the keyboard stays here.
    section.current?.focus();
  }

  const ways = checks.report?.cheaper ?? [];
  // What is typed after it is not to be lost by taking it back.
  const undoable = applied?.after === shown && !readOnly ? applied : null;
  if (ways.length === 0 && !undoable && !apply.error) return null;
  const visible = all ? ways : ways.slice(0, FIRST);
  return (
    <section ref={section} tabIndex={-1} className="cheaper" aria-label={t(text.title)}>
      <Container
        header={
          <Header variant="h2" description={t(text.description)}>
            {t(text.title)}
          </Header>
        }
      >
        <SpaceBetween size="m">
          {undoable && (
            <FixUndo
              said={t(text.applied, { count: undoable.saves })}
              undo={t(text.undo)}
              onUndo={() => {
                setApplied(null);
                put(undoable.before);
              }}
            />
          )}
          {apply.error && <FailureAlert error={apply.error} takeFocus={true} />}
          {visible.length > 0 && (
            <ul className="cheaper-list">
              {visible.map((way) => (
                <WayLine
                  key={`${way.kind} ${way.item}`}
                  way={way}
                  currency={checks.report?.cost.currency ?? ""}
                  isApplying={apply.isPending && apply.variables === way}
                  onApply={way.kind === "tags" || readOnly ? undefined : () => !apply.isPending && apply.mutate(way)}
                />
              ))}
            </ul>
          )}
          {ways.length > visible.length && (
            <Button
              variant="inline-link"
              onClick={() => {
                setAll(true);
                section.current?.focus();
              }}
            >
              {t(text.showMore, { count: ways.length - visible.length })}
            </Button>
          )}
        </SpaceBetween>
      </Container>
    </section>
  );
}
