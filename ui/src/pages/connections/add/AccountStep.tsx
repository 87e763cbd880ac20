import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { useText } from "../../../common/text";
import type { KeepWhere } from "../../../ipc/client";
import { adding as text } from "../../../messages/adding";
import { connections } from "../../../messages/connections";
import { AccountFields, nameOf } from "./AccountFields";
import { MoreSettings } from "./EndpointFields";
import { mistakes, newConnection } from "./entered";
import { FormFrame } from "./FormFrame";
import type { FieldProps } from "./fieldProps";
import { MarkFields } from "./MarkFields";
import { SaveFailure } from "./SaveFailure";
import { SaveQuestions } from "./SaveQuestions";
import { TextField } from "./TextField";
import { wantsSignIn } from "./usePortal";
import { useSave } from "./useSave";

type Props = Pick<FieldProps, "entered" | "onChange"> & {
  /** Where the sign-in is kept. */
  keep: KeepWhere;
  onSignInAgain: () => void;
};

const KIND = "identity-center";

/** The last step: the account, the role, and what the connection is called. */
export function AccountStep({ entered, onChange, keep, onSignInAgain }: Props) {
  const t = useText();
  const [asked, setAsked] = useState(false);
  // What the person typed is theirs; a name that was proposed follows what they choose.
  const [typed, setTyped] = useState(entered.name !== "");
  const save = useSave({
    make: () => ({ ...newConnection(KIND, entered), keep }),
    onSent: () => {},
    onSaved: () => {},
  });
  const fields: FieldProps = { entered, wrong: asked ? mistakes(KIND, entered) : {}, onChange };

  function submit() {
    setAsked(true);
    if (Object.keys(mistakes(KIND, entered)).length > 0) return false;
    if (!save.pending) save.save();
    return true;
  }

  const again = save.error && wantsSignIn(save.error) && (
    <Button formAction="none" onClick={onSignInAgain}>
      {t(text.signInAgain)}
    </Button>
  );
  return (
    <>
      <FormFrame
        onSubmit={submit}
        actions={
          <Button variant="primary" loading={save.pending}>
            {t(connections.save)}
          </Button>
        }
      >
        <SpaceBetween size="l">
          <SaveFailure save={save} {...(again && { action: again })} />
          <Container
            header={
              <Header
                variant="h2"
                description={entered.startUrl}
                actions={
                  <Button formAction="none" onClick={onSignInAgain}>
                    {t(text.otherPortal)}
                  </Button>
                }
              >
                {t(text.accountStep)}
              </Header>
            }
          >
            <SpaceBetween size="l">
              <AccountFields
                {...fields}
                onChosen={(account, role) =>
                  onChange({
                    account: account.account,
                    portalRole: role,
                    ...(!typed && { name: role && t(text.proposedName, { account: nameOf(account), role }) }),
                  })
                }
                onSignInAgain={onSignInAgain}
              />
              <TextField
                {...fields}
                field="name"
                label={connections.name}
                hint={connections.nameHint}
                onChange={(part) => {
                  setTyped(part.name !== "");
                  onChange(part);
                }}
              />
              <MarkFields {...fields} />
              <MoreSettings {...fields} kind={KIND} />
            </SpaceBetween>
          </Container>
        </SpaceBetween>
      </FormFrame>
      <SaveQuestions save={save} name={entered.name} profile="" />
    </>
  );
}
