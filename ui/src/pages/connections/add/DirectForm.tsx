import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type ReactNode, useState } from "react";
import { useText } from "../../../common/text";
import { useConnectionInUse, useConnectionOr } from "../../../features/connection/context";
import { connections as text } from "../../../messages/connections";
import { AccessKeyFields } from "./AccessKeyFields";
import { EndpointField, MoreSettings } from "./EndpointFields";
import { EMPTY, type Entered, mistakes, NO_SECRETS, newConnection } from "./entered";
import { FormFrame } from "./FormFrame";
import type { FieldProps } from "./fieldProps";
import type { Kind } from "./kinds";
import { MarkFields } from "./MarkFields";
import { ProfileField } from "./ProfileField";
import { RoleFields } from "./RoleFields";
import { SaveFailure } from "./SaveFailure";
import { SaveQuestions } from "./SaveQuestions";
import { TextField } from "./TextField";
import { useSave } from "./useSave";

/** The kinds whose fields are filled in and saved, with no step before. */
export type DirectKind = Exclude<Kind, "identity-center">;

const FIELDS: Record<DirectKind, (props: FieldProps) => ReactNode> = {
  "access-key": AccessKeyFields,
  profile: ProfileField,
  role: RoleFields,
};

/** Adds a connection by access key, by AWS profile or by a role over another connection. */
export function DirectForm({ kind }: { kind: DirectKind }) {
  const t = useText();
  const inUse = useConnectionInUse();
  // Most roles are assumed over the connection that one works with.
  const [entered, setEntered] = useState<Entered>({ ...EMPTY, base: inUse.way.kind === "practice" ? "" : inUse.id });
  const [asked, setAsked] = useState(false);
  const change = (part: Partial<Entered>) => setEntered((old) => ({ ...old, ...part }));
  const save = useSave({
    make: () => newConnection(kind, entered),
    onSent: () => change({ mfaCode: "" }),
    onSaved: () => change(NO_SECRETS),
  });
  const base = useConnectionOr(entered.base);
  const baseProfile = base?.way.kind === "profile" ? base.way.name : "";
  const fields: FieldProps = { entered, wrong: asked ? mistakes(kind, entered) : {}, onChange: change };
  const OwnFields = FIELDS[kind];

  function submit() {
    setAsked(true);
    if (Object.keys(mistakes(kind, entered)).length > 0) return false;
    if (!save.pending) save.save();
    return true;
  }

  return (
    <>
      <FormFrame
        onSubmit={submit}
        actions={
          <Button variant="primary" loading={save.pending}>
            {t(text.save)}
          </Button>
        }
      >
        <SpaceBetween size="l">
          <SaveFailure save={save} />
          <Container>
            <SpaceBetween size="l">
              <TextField {...fields} field="name" autoFocus={true} label={text.name} hint={text.nameHint} />
              <OwnFields {...fields} />
              <EndpointField {...fields} />
              <MarkFields {...fields} />
              <MoreSettings {...fields} kind={kind} />
            </SpaceBetween>
          </Container>
        </SpaceBetween>
      </FormFrame>
      <SaveQuestions save={save} name={entered.name} profile={kind === "profile" ? entered.profile : baseProfile} />
    </>
  );
}
