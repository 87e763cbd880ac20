import { useMutation } from "@tanstack/react-query";
import { HousekeeperError, housekeeper } from "../../ipc/client";
import { useConnectionOr } from "../connection/context";
import type { AskProps } from "./AskMfaCode";
import { ProgramModal } from "./ProgramModal";

/** Shows the program that a profile runs, and hands on that the person agrees to just this one. */
export function AskProgram({ asking, onDone, onCancel }: AskProps) {
  const way = useConnectionOr(asking.connection)?.way;
  const agree = useMutation({
    mutationFn: () => housekeeper.agreeToProgram(asking.connection, asking.detail),
    onSuccess: onDone,
  });
  return (
    <ProgramModal
      command={asking.detail}
      profile={way?.kind === "profile" ? way.name : ""}
      pending={agree.isPending}
      error={agree.error && HousekeeperError.from(agree.error)}
      onAgree={() => agree.mutate()}
      onCancel={onCancel}
    />
  );
}
