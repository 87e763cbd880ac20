import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import { useQuery } from "@tanstack/react-query";
import { CopyText } from "../../common/CopyText";
import { useText } from "../../common/text";
import { keys } from "../../features/queries/keys";
import { housekeeper } from "../../ipc/client";
import { common } from "../../messages/common";
import { settings as text } from "../../messages/settings";

/** Which version this is and where its records are, for whoever looks after it. */
export function AboutSection() {
  const t = useText();
  const { data: about } = useQuery({ queryKey: keys.about, queryFn: () => housekeeper.about() });
  const folder = about && <CopyText text={about.dataFolder} what={t(text.dataFolder)} />;
  return (
    <Container header={<Header variant="h2">{t(text.about)}</Header>}>
      <KeyValuePairs
        columns={2}
        items={[
          { label: t(text.version), value: about?.version ?? t(common.none) },
          { label: t(text.dataFolder), value: folder ?? t(common.none) },
        ]}
      />
    </Container>
  );
}
