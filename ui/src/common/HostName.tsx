import "./host-name.css";

/** Up to this length a name stays in one piece where the window has room for it: `www.example.com`, `shop.example.org`. */
const SHORT = 20;

/** A host name that may break before its last two labels, so that a narrow column does not push others out of sight. */
export function HostName({ name }: { name: string }) {
  const labels = name.split(".");
  const front = labels.slice(0, -2).join(".");
  const end = labels.slice(-2).join(".");
  if (front === "") return end;
  return (
    <span className={name.length <= SHORT ? "short-host-name" : undefined}>
      {front}
      <wbr />.{end}
    </span>
  );
}
