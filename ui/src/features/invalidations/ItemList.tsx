import "./item-list.css";

/** All items of an invalidation in their order, numbered, in a box that scrolls. `label` names it. */
export function ItemList({ items, label }: { items: readonly string[]; label: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard.
    <section className="item-list" aria-label={label} tabIndex={0}>
      <ol>
        {items.map((item) => (
          <li key={item}>
            <code>{item}</code>
          </li>
        ))}
      </ol>
    </section>
  );
}
