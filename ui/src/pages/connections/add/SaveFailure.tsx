import SpaceBetween from "@cloudscape-design/components/space-between";
import type { ReactNode } from "react";
import { FailureAlert } from "../../../features/failure/FailureAlert";
import { refusalSentence } from "../../../features/failure/refusal";
import { MemoryOffer } from "../../../features/sign-in/MemoryOffer";
import type { useSave } from "./useSave";

type Props = { save: ReturnType<typeof useSave>; action?: ReactNode };

/** Why a connection was not saved, with the way on where there is one. */
export function SaveFailure({ save: { error, question, pending, answer }, action }: Props) {
  // What is asked is answered, and fails, in its dialogue.
  if (!error || question) return null;
  return (
    <SpaceBetween size="s">
      {/* It failed through no connection that exists, so none is to be signed in. */}
      <FailureAlert
        error={error}
        sentence={refusalSentence(error)}
        takeFocus={true}
        connection=""
        {...(action !== undefined && { action })}
      />
      {error.code === "keychainUnavailable" && (
        <MemoryOffer what="key" pending={pending} onKeep={() => answer({ keep: "memory" })} />
      )}
    </SpaceBetween>
  );
}
