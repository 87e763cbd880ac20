import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useQuery } from "@tanstack/react-query";
import type { MessageDescriptor } from "react-intl";
import { CopyText } from "../../common/CopyText";
import { useText } from "../../common/text";
import { RouteLink } from "../../features/frame/RouteLink";
import { usePolicy } from "../../features/policy/usePolicy";
import { keys } from "../../features/queries/keys";
import { WELCOME } from "../../features/welcome/paths";
import { housekeeper, type PolicyView } from "../../ipc/client";
import { common } from "../../messages/common";
import { policy as words } from "../../messages/policy";
import { settings as text } from "../../messages/settings";
import { welcome } from "../../messages/welcome";
import { Updates } from "./Updates";

/** What there is to say of the administrator's file in one line. */
const FILE: Record<PolicyView["state"]["kind"], MessageDescriptor> = {
  none: words.noFile,
  inForce: words.aboutInForce,
  broken: words.aboutBroken,
};

/** Which version this is, where its records are, and the way to a newer one, for whoever looks after it. */
export function AboutSection() {
  const t = useText();
  const { data: about } = useQuery({ queryKey: keys.about, queryFn: () => housekeeper.about() });
  const policy = usePolicy().data;
  const folder = about && <CopyText text={about.dataFolder} what={t(text.dataFolder)} />;
  return (
    <Container
      header={
        <Header variant="h2" actions={<RouteLink to={WELCOME}>{t(welcome.show)}</RouteLink>}>
          {t(text.about)}
        </Header>
      }
    >
      <SpaceBetween size="l">
        <KeyValuePairs
          columns={2}
          items={[
            { label: t(text.version), value: about?.version ?? t(common.none) },
            { label: t(text.dataFolder), value: folder ?? t(common.none) },
            {
              label: t(words.about),
              value: policy ? t(FILE[policy.state.kind], { path: policy.path }) : t(common.none),
            },
          ]}
        />
        <Updates />
      </SpaceBetween>
    </Container>
  );
}
