import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Input, { type InputProps } from "@cloudscape-design/components/input";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useEffect, useId, useRef, useState } from "react";
import { useText } from "../../common/text";
import { useDebounced } from "../../common/useDebounced";
import { palette as text } from "../../messages/palette";
import { shell } from "../../messages/shell";
import type { Entry, Group, Wanted } from "./entry";
import { optionId, Results } from "./Results";
import { best, step } from "./rank";
import { useActions } from "./useActions";
import { useFound } from "./useFound";
import "./palette.css";

/** How long the keys must rest before the account and the records are asked, in milliseconds. */
const REST = 150;

/** How many actions are shown at once. */
const ACTIONS = { typed: 6, atFirst: 30 };

/** Finds distributions, invalidations, batches and actions by what is typed, and leads to them. */
export function Palette({ onClose }: { onClose: () => void }) {
  const t = useText();
  const list = useId();
  const field = useRef<InputProps.Ref>(null);
  const [typed, setTyped] = useState("");
  const [wanted, setWanted] = useState<Wanted>("go");
  const [activeId, setActiveId] = useState<string | null>(null);
  const settled = useDebounced(typed, REST);
  const { groups: found, isLoading, failure } = useFound(settled, wanted);

  function want(next: Wanted) {
    setWanted(next);
    setTyped("");
    setActiveId(null);
    field.current?.focus();
  }

  const actions = useActions(() => want("create"));
  const most = typed.trim() === "" ? ACTIONS.atFirst : ACTIONS.typed;
  const fitting = wanted === "go" ? best(typed, actions, ({ label, detail = "" }) => [label, detail], most) : [];
  const groups: Group[] = [...found, { id: "actions", title: t(text.actions), entries: fitting }].filter(
    ({ entries }) => entries.length > 0,
  );
  const entries = groups.flatMap((group) => group.entries);
  const at = Math.max(
    0,
    entries.findIndex(({ id }) => id === activeId),
  );
  const active = entries[at];
  const isBusy = isLoading || settled !== typed;
  // Enter was pressed before it was known what fits.
  const [hasty, setHasty] = useState<string | null>(null);

  // The modal itself takes the keyboard to its first button as it appears.
  useEffect(() => {
    const timer = setTimeout(() => field.current?.focus());
    return () => clearTimeout(timer);
  }, []);
  const activeElement = active && optionId(list, active);
  useEffect(() => {
    if (activeElement) document.getElementById(activeElement)?.scrollIntoView({ block: "nearest" });
  }, [activeElement]);

  function choose(entry: Entry | undefined) {
    if (!entry) return;
    if (!entry.stays) onClose();
    // Once what it opens can take the keyboard.
    if (entry.stays) entry.act();
    else setTimeout(entry.act);
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: once what fits is known.
  useEffect(() => {
    if (hasty === null || isBusy) return;
    setHasty(null);
    if (hasty === typed) choose(active);
  }, [hasty, isBusy]);

  function onKeyDown(event: Parameters<NonNullable<InputProps["onKeyDown"]>>[0]) {
    const { detail } = event;
    if (detail.isComposing || detail.ctrlKey || detail.metaKey || detail.altKey) return;
    const next = step(detail.key, at, entries.length);
    if (next !== null) {
      event.preventDefault();
      setActiveId(entries[next]?.id ?? null);
    } else if (detail.key === "Enter") {
      event.preventDefault();
      // What is listed is of what was typed before, until that is known; unless it was gone to by hand.
      if (isBusy && activeId === null) setHasty(typed);
      else choose(active);
    } else if (detail.key === "Escape") {
      event.preventDefault();
      onClose();
    } else if (detail.key === "Backspace" && typed === "" && wanted === "create") want("go");
  }

  const label = t(wanted === "create" ? text.chooseDistribution : text.find);
  return (
    <Modal
      visible={true}
      position="top"
      size="medium"
      onDismiss={onClose}
      closeAriaLabel={t(shell.dismiss)}
      header={t(wanted === "create" ? text.createTitle : text.title)}
    >
      <SpaceBetween size="s">
        <Input
          ref={field}
          value={typed}
          type="text"
          ariaLabel={label}
          placeholder={label}
          autoComplete={false}
          spellcheck={false}
          onChange={({ detail }) => {
            setTyped(detail.value);
            setActiveId(null);
          }}
          onKeyDown={onKeyDown}
          nativeInputAttributes={{
            role: "combobox",
            "aria-expanded": entries.length > 0,
            "aria-controls": list,
            "aria-autocomplete": "list",
            "aria-activedescendant": activeElement,
          }}
        />
        {wanted === "create" && (
          <Button variant="inline-link" onClick={() => want("go")}>
            {t(text.everything)}
          </Button>
        )}
        {failure && <StatusIndicator type="warning">{t(text.failed, { reason: failure })}</StatusIndicator>}
        <Results
          id={list}
          label={t(text.results)}
          groups={groups}
          active={active}
          onActive={({ id }) => setActiveId(id)}
          onChoose={choose}
        />
        <div role="status">
          {isBusy ? (
            <StatusIndicator type="loading">{t(text.searching)}</StatusIndicator>
          ) : entries.length === 0 ? (
            <Box color="text-body-secondary">{t(typed ? text.noMatch : text.empty, { typed: typed.trim() })}</Box>
          ) : (
            <Box color="text-body-secondary" fontSize="body-s">
              {t(text.count, { count: entries.length })}
            </Box>
          )}
        </div>
      </SpaceBetween>
    </Modal>
  );
}
