import Button from "@cloudscape-design/components/button";
import ButtonDropdown from "@cloudscape-design/components/button-dropdown";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table from "@cloudscape-design/components/table";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate, useSearchParams } from "react-router";
import { useText } from "../../common/text";
import { useConnections, useSwitchConnection } from "../../features/connection/ConnectionInUse";
import { FailureAlert } from "../../features/failure/FailureAlert";
import { useFlash } from "../../features/flash/Flash";
import { InfoLink, Page } from "../../features/frame/Page";
import { type ConnectionRow, housekeeper } from "../../ipc/client";
import { common } from "../../messages/common";
import { connections as text } from "../../messages/connections";
import { shell } from "../../messages/shell";
import { addMenu } from "./add/kinds";
import { CheckResult } from "./CheckResult";
import { connectionColumns } from "./columns";
import { RemoveModal } from "./RemoveModal";

/** Connections: the ways into AWS accounts. */
export function ConnectionsPage() {
  const t = useText();
  const title = t(text.title);
  return (
    <Page title={title} crumbs={[{ text: title }]} help={{ title, content: <Help /> }}>
      <Connections />
    </Page>
  );
}

function Connections() {
  const t = useText();
  const flash = useFlash();
  const navigate = useNavigate();
  const [query] = useSearchParams();
  const { all, inUse } = useConnections();
  const [chosen, setChosen] = useState<string | null>(query.get("selected"));
  const [removing, setRemoving] = useState<ConnectionRow | null>(null);
  const selected = all.find(({ id }) => id === chosen) ?? inUse;
  const check = useMutation({
    mutationFn: async (connection: ConnectionRow) => ({
      connection,
      check: await housekeeper.checkConnection(connection.id),
    }),
  });
  const use = useSwitchConnection();

  function putInUse() {
    use.mutate(selected.id, {
      onSuccess: () => flash({ type: "success", content: t(shell.switched, { name: selected.name }) }),
    });
  }

  return (
    <SpaceBetween size="m">
      {check.error && <FailureAlert error={check.error} takeFocus={true} />}
      {use.error && <FailureAlert error={use.error} takeFocus={true} />}
      {check.data && <CheckResult name={check.data.connection.name} check={check.data.check} onDismiss={check.reset} />}
      <Table<ConnectionRow>
        variant="full-page"
        wrapLines={true}
        items={all}
        trackBy="id"
        selectionType="single"
        selectedItems={[selected]}
        onSelectionChange={({ detail }) => setChosen(detail.selectedItems[0]?.id ?? null)}
        ariaLabels={{
          tableLabel: t(text.title),
          selectionGroupLabel: t(common.selectGroup),
          itemSelectionLabel: (_, row) => t(common.selectRow, { row: row.name }),
        }}
        columnDefinitions={connectionColumns(t)}
        header={
          <Header
            variant="awsui-h1-sticky"
            info={<InfoLink about={t(text.title)} />}
            description={t(text.description)}
            actions={
              <SpaceBetween direction="horizontal" size="xs">
                <Button loading={check.isPending} onClick={() => check.mutate(selected)}>
                  {t(text.check)}
                </Button>
                <Button
                  disabled={selected.inUse}
                  disabledReason={t(text.alreadyInUse)}
                  loading={use.isPending}
                  onClick={putInUse}
                >
                  {t(text.use)}
                </Button>
                <Button
                  disabled={selected.way.kind === "practice"}
                  disabledReason={t(text.practiceStays)}
                  onClick={() => setRemoving(selected)}
                >
                  {t(common.remove)}
                </Button>
                <ButtonDropdown
                  variant="primary"
                  items={addMenu(t)}
                  onItemClick={({ detail }) => void navigate(`/connections/add/${detail.id}`)}
                >
                  {t(text.add)}
                </ButtonDropdown>
              </SpaceBetween>
            }
          >
            {t(text.title)}
          </Header>
        }
        empty={t(text.empty)}
      />
      {removing && (
        <RemoveModal
          connection={removing}
          onClose={() => setRemoving(null)}
          onRemoved={() => {
            setRemoving(null);
            setChosen(null);
          }}
        />
      )}
    </SpaceBetween>
  );
}

function Help() {
  const t = useText();
  return (
    <>
      <p>{t(text.help)}</p>
      <p>{t(text.helpSafe)}</p>
      <p>{t(text.helpPractice)}</p>
    </>
  );
}
