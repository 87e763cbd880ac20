import { MfaModal } from "../../../features/sign-in/MfaModal";
import { ProgramModal } from "../../../features/sign-in/ProgramModal";
import type { useSave } from "./useSave";

type Props = {
  save: ReturnType<typeof useSave>;
  name: string;
  /** The profile whose program it would be; empty where that is not known. */
  profile: string;
};

/** What is asked before a connection can be saved; it stands outside of the form, in which Enter would send that. */
export function SaveQuestions({ save: { question, pending, error, answer, giveUp }, name, profile }: Props) {
  switch (question?.what) {
    case "program":
      return (
        <ProgramModal
          command={question.command}
          profile={profile}
          pending={pending}
          error={error}
          onAgree={() => answer({ agreedProgram: question.command })}
          onCancel={giveUp}
        />
      );
    case "mfaCode":
      return (
        <MfaModal
          name={name}
          device={question.device}
          pending={pending}
          error={error}
          onCode={(mfaCode) => answer({ mfaCode })}
          onCancel={giveUp}
        />
      );
    default:
      return null;
  }
}
