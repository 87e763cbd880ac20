import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Form from "@cloudscape-design/components/form";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate, useParams } from "react-router";
import { useText } from "../../common/text";
import { FailureAlert } from "../../features/failure/FailureAlert";
import { useFlash } from "../../features/flash/Flash";
import { Page } from "../../features/frame/Page";
import { keys } from "../../features/queries/keys";
import { type ConnectionCheck, HousekeeperError, housekeeper } from "../../ipc/client";
import { common } from "../../messages/common";
import { connections as text } from "../../messages/connections";
import { errors } from "../../messages/errors";
import { EMPTY, type Entered, type Kind, mistakes, newConnection } from "./entered";
import { AccessKeyFields, EndpointField, NameField, ProfileField } from "./fields";

/** Add connection, by access key or by AWS profile. */
export function AddConnectionPage() {
  const t = useText();
  const { kind: named } = useParams();
  const kind: Kind = named === "profile" ? "profile" : "access-key";
  const title = t(kind === "profile" ? text.addProfile : text.addAccessKey);
  return (
    <Page
      title={title}
      crumbs={[{ text: t(text.title), path: "/connections" }, { text: title }]}
      help={{ title: t(text.title), content: <p>{t(text.helpSafe)}</p> }}
      ownFocus={true}
    >
      <ContentLayout header={<Header variant="h1">{title}</Header>}>
        <AddForm key={kind} kind={kind} />
      </ContentLayout>
    </Page>
  );
}

function AddForm({ kind }: { kind: Kind }) {
  const t = useText();
  const flash = useFlash();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [entered, setEntered] = useState<Entered>(EMPTY);
  const [asked, setAsked] = useState(false);
  const wrong = asked ? mistakes(kind, entered) : {};
  const summarise = useSummary();
  const save = useMutation({
    mutationFn: () => housekeeper.saveConnection(newConnection(kind, entered)),
    onSuccess: async ({ connection, check }) => {
      // Nothing secret stays in the window.
      setEntered(EMPTY);
      await client.invalidateQueries({ queryKey: keys.connections });
      flash({
        type: check.identity ? "success" : "warning",
        header: t(text.saved, { name: connection.name }),
        content: summarise(check),
      });
      void navigate(`/connections?selected=${encodeURIComponent(connection.id)}`);
    },
  });

  function submit() {
    setAsked(true);
    if (Object.keys(mistakes(kind, entered)).length === 0 && !save.isPending) save.mutate();
  }

  const fields = {
    entered,
    wrong,
    onChange: (part: Partial<Entered>) => setEntered((old) => ({ ...old, ...part })),
  };
  return (
    <form
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Form
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button formAction="none" variant="link" onClick={() => void navigate("/connections")}>
              {t(common.cancel)}
            </Button>
            <Button variant="primary" loading={save.isPending}>
              {t(text.save)}
            </Button>
          </SpaceBetween>
        }
      >
        <SpaceBetween size="l">
          {save.error && <FailureAlert error={HousekeeperError.from(save.error)} takeFocus={true} />}
          <Container>
            <SpaceBetween size="l">
              <NameField {...fields} />
              {kind === "profile" ? <ProfileField {...fields} /> : <AccessKeyFields {...fields} />}
              <EndpointField {...fields} />
            </SpaceBetween>
          </Container>
        </SpaceBetween>
      </Form>
    </form>
  );
}

/** A check in a sentence or two. */
function useSummary(): (check: ConnectionCheck) => string {
  const t = useText();
  return ({ identity, identityError, listingError }) => {
    const reason = (code: keyof typeof errors) => t((errors[code] ?? errors.unexpected).happened);
    // One cause is told once.
    if (identityError && identityError.code === listingError?.code) {
      return t(text.checkNothing, { reason: reason(identityError.code) });
    }
    const who = identity
      ? t(text.checkIdentity, { arn: identity.arn, account: identity.account })
      : t(text.checkNoIdentity, { reason: reason(identityError?.code ?? "unexpected") });
    const listing = listingError ? t(text.checkNoListing, { reason: reason(listingError.code) }) : t(text.checkListing);
    return `${who} ${listing}`;
  };
}
