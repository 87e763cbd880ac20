import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useLocation, useNavigate } from "react-router";
import { useText } from "../../common/text";
import { useConnectionInUse } from "../../features/connection/ConnectionInUse";
import { keys } from "../../features/queries/keys";
import { createPath, invalidationPath, submissionPath, targetPath } from "../../features/targets/paths";
import { distributionName } from "../../features/targets/useTargetNames";
import { type DistributionRow, HousekeeperError, housekeeper, type SubmissionRow } from "../../ipc/client";
import { errors } from "../../messages/errors";
import { palette as text } from "../../messages/palette";
import { type Entry, type Group, invalidationIdIn, shownTarget, type Wanted } from "./entry";
import { best } from "./rank";

/** How many are shown of one kind; with nothing typed there is room for fewer. */
const MOST = { typed: 6, atFirst: 4 };

/** How many of this app's own submissions are looked through, newest first. */
const RECENT = 200;

/** What of the account and of this app's records fits what was typed. */
export function useFound(typed: string, wanted: Wanted) {
  const t = useText();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const connection = useConnectionInUse().id;
  const most = typed.trim() === "" ? MOST.atFirst : MOST.typed;
  const everything = wanted === "go";
  const ask = { filter: typed.trim(), sort: null, offset: 0, limit: wanted === "create" ? 2 * MOST.typed : most };
  const distributions = useQuery({
    queryKey: [...keys.distributions(connection), "palette", ask],
    queryFn: () => housekeeper.distributions(connection, { ...ask, refresh: false }),
    placeholderData: keepPreviousData,
  });
  const askBatches = {
    filter: typed.trim(),
    label: null,
    favourites: false,
    sort: "lastRun",
    descending: true,
    offset: 0,
    limit: most,
  } as const;
  const batches = useQuery({
    queryKey: [...keys.batches, "palette", askBatches],
    queryFn: () => housekeeper.batches(askBatches),
    enabled: everything,
    placeholderData: keepPreviousData,
  });
  const submissions = useQuery({
    queryKey: [...keys.activity, "palette"],
    queryFn: () => housekeeper.activity(0, RECENT),
    enabled: everything,
  });

  const shown = shownTarget(pathname);
  const id = everything && shown ? invalidationIdIn(typed) : null;
  const pasted: Entry[] =
    id && shown
      ? [
          {
            id: "pasted",
            label: t(text.openInvalidation, { id }),
            detail: t(text.ofTarget, { target: shown.id }),
            act: () => void navigate(invalidationPath(shown, id)),
          },
        ]
      : [];

  const ofDistribution = (row: DistributionRow): Entry => {
    const target = { kind: "distribution", id: row.id } as const;
    const label = distributionName(row);
    return {
      id: `distribution/${row.id}`,
      label,
      detail: [label !== row.id && row.id, row.description].filter(Boolean).join(" · "),
      act: () => void navigate(wanted === "create" ? createPath(target) : targetPath(target)),
    };
  };
  const ofSubmission = (row: SubmissionRow): Entry => ({
    id: `submission/${row.id}`,
    label: row.name || t(text.unnamed),
    detail: [row.targetName ?? row.target.id, invalidationOf(row), row.first[0]].filter(Boolean).join(" · "),
    act: () => void navigate(submissionPath(row.id)),
  });
  const rows = batches.data?.rows ?? [];
  const found = best(typed, submissions.data?.rows ?? [], textsOf, most);
  const groups: Group[] = [
    { id: "pasted", title: t(text.invalidations), entries: pasted },
    {
      id: "distributions",
      title: t(text.distributions),
      entries: (distributions.data?.rows ?? []).map(ofDistribution),
    },
  ];
  if (everything) {
    const run = rows.map((row) => ({
      id: `run/${row.id}`,
      label: t(text.runBatch, { name: row.name }),
      detail: row.description,
      act: () => void navigate(`/batches/${row.id}/run`),
    }));
    const edit = rows.map((row) => ({
      id: `edit/${row.id}`,
      label: t(text.editBatch, { name: row.name }),
      act: () => void navigate(`/batches/${row.id}/edit`),
    }));
    groups.push(
      { id: "batches", title: t(text.batches), entries: typed.trim() === "" ? run : [...run, ...edit] },
      { id: "submissions", title: t(text.submissions), entries: found.map(ofSubmission) },
    );
  }
  const asked = everything ? [distributions, batches, submissions] : [distributions];
  const failure = distributions.data?.listingError ?? asked.find(({ error }) => error)?.error ?? null;
  return {
    groups: groups.filter(({ entries }) => entries.length > 0),
    isLoading: asked.some((query) => query.isLoading || query.isPlaceholderData),
    /** Why something could not be searched, as a sentence. */
    failure: failure && t((errors[HousekeeperError.from(failure).code] ?? errors.unexpected).happened),
  };
}

function invalidationOf({ state }: SubmissionRow): string | undefined {
  return "invalidation" in state ? state.invalidation : undefined;
}

/** What a submission is found by. */
function textsOf(row: SubmissionRow): string[] {
  const { name, callerReference, target, targetName, reason, first } = row;
  return [name, callerReference, invalidationOf(row) ?? "", target.id, targetName ?? "", reason, ...first];
}
