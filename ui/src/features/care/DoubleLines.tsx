import { useText } from "../../common/text";
import { care as text } from "../../messages/care";
import { RouteLink } from "../frame/RouteLink";
import { submissionPath } from "../targets/paths";
import type { OnItsWay } from "./doubles";
import { useAgo } from "./useAgo";

/** Each double with its target, since when it is on its way, and the way to it. */
export function DoubleLines({ doubles }: { doubles: readonly OnItsWay[] }) {
  const t = useText();
  const ago = useAgo();
  return (
    <ul>
      {doubles.map(({ submission, asked, target, waits }) => (
        <li key={`${submission}/${target}`}>
          {t(text.doubleOf, { target, ago: ago(asked), waits })}{" "}
          <RouteLink to={submissionPath(submission)} ariaLabel={t(text.doubleShowOf, { target })} inText={true}>
            {t(text.doubleShow)}
          </RouteLink>
        </li>
      ))}
    </ul>
  );
}
