import Button from "@cloudscape-design/components/button";
import ButtonDropdown from "@cloudscape-design/components/button-dropdown";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table from "@cloudscape-design/components/table";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useLocation, useNavigate, useSearchParams } from "react-router";
import { useText } from "../../common/text";
import { useConnections, useSwitchConnection } from "../../features/connection/ConnectionInUse";
import { permissionsPath } from "../../features/connection/paths";
import { FailureAlert } from "../../features/failure/FailureAlert";
import { useFlash } from "../../features/flash/Flash";
import { InfoLink, Page } from "../../features/frame/Page";
import { type HelpWords, PageHelp } from "../../features/frame/PageHelp";
import { type ConnectionCheck, type ConnectionRow, housekeeper } from "../../ipc/client";
import { common } from "../../messages/common";
import { connections as text } from "../../messages/connections";
import { shell } from "../../messages/shell";
import { ActionModal } from "./ActionModal";
import { ActionsMenu } from "./ActionsMenu";
import { type Action, whyStays } from "./actions";
import { addMenu } from "./add/kinds";
import { CheckResult } from "./CheckResult";
import { connectionColumns } from "./columns";
import { RemoveModal } from "./RemoveModal";

const HELP: HelpWords = {
  purpose: [text.help],
  steps: [text.helpDo, text.helpPractice],
  care: [text.helpInUse, text.helpSafe],
};

/** Connections: the ways into AWS accounts. */
export function ConnectionsPage() {
  const t = useText();
  const title = t(text.title);
  return (
    <Page title={title} crumbs={[{ text: title }]} help={{ title, content: <PageHelp {...HELP} /> }}>
      <Connections />
    </Page>
  );
}

type Doing = { action: Exclude<Action, "permissions">; id: string };

type Checked = { connection: string; name: string; check: ConnectionCheck };

function Connections() {
  const t = useText();
  const flash = useFlash();
  const navigate = useNavigate();
  const [query] = useSearchParams();
  const { key: visit } = useLocation();
  const { all, inUse } = useConnections();
  const [chosen, setChosen] = useState<string | null>(query.get("selected"));
  const [removing, setRemoving] = useState<ConnectionRow | null>(null);
  const [doing, setDoing] = useState<Doing | null>(null);
  const [checked, setChecked] = useState<Checked | null>(null);
  // A notice may lead here while the page is open.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once each time that somebody is led here.
  useEffect(() => {
    const led = query.get("selected");
    if (led !== null) setChosen(led);
  }, [visit]);
  const selected = all.find(({ id }) => id === chosen) ?? inUse;
  const stays = whyStays(selected);
  const check = useMutation({
    mutationFn: ({ id }: ConnectionRow) => housekeeper.checkConnection(id),
    onMutate: () => setChecked(null),
    onSuccess: (check, { id, name }) => setChecked({ connection: id, name, check }),
  });
  const worked = doing && all.find(({ id }) => id === doing.id);
  const use = useSwitchConnection();

  function putInUse() {
    use.mutate(selected.id, {
      onSuccess: () => flash({ type: "success", content: t(shell.switched, { name: selected.name }) }),
    });
  }

  function begin(action: Action) {
    if (action === "permissions") void navigate(permissionsPath(selected.id));
    else setDoing({ action, id: selected.id });
  }

  return (
    <SpaceBetween size="m">
      {check.error && <FailureAlert error={check.error} takeFocus={true} />}
      {use.error && <FailureAlert error={use.error} takeFocus={true} />}
      {checked && <CheckResult {...checked} onDismiss={() => setChecked(null)} />}
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
        columnDefinitions={connectionColumns(t, { enterKey: (id) => setDoing({ action: "enterKey", id }) })}
        header={
          <Header
            variant="awsui-h1-sticky"
            info={<InfoLink about={t(text.title)} />}
            description={t(text.description)}
            actions={
              <SpaceBetween direction="horizontal" size="xs">
                <ActionsMenu connection={selected} onAction={begin} />
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
                  disabled={stays !== null}
                  disabledReason={stays ? t(stays) : undefined}
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
      {doing && worked && (
        <ActionModal
          key={doing.id}
          action={doing.action}
          connection={worked}
          onClose={() => setDoing(null)}
          onChecked={(check) => {
            setDoing(null);
            setChecked({ connection: worked.id, name: worked.name, check });
          }}
        />
      )}
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
