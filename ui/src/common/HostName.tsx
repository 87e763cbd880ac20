/** A host name that may break before its last two labels, so that a narrow column does not push others out of sight. */
export function HostName({ name }: { name: string }) {
  const labels = name.split(".");
  const front = labels.slice(0, -2).join(".");
  const end = labels.slice(-2).join(".");
  if (front === "") return end;
  return (
    <>
      {front}
      <wbr />.{end}
    </>
  );
}
