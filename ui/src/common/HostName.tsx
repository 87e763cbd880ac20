import { Fragment } from "react";

/** A host name that may break before its dots, so that a narrow column does not push others out of sight. */
export function HostName({ name }: { name: string }) {
  const [first = "", ...others] = name.split(".");
  return (
    <>
      {first}
      {others.map((label, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: labels may repeat, and their place is what they are.
        <Fragment key={index}>
          <wbr />.{label}
        </Fragment>
      ))}
    </>
  );
}
