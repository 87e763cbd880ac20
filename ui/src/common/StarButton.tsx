import ToggleButton from "@cloudscape-design/components/toggle-button";

/** A star that is filled for a favourite; `label` says what a click does. */
export function StarButton(props: { pressed: boolean; label: string; onChange: () => void }) {
  return (
    <ToggleButton
      variant="icon"
      iconName="star"
      pressedIconName="star-filled"
      pressed={props.pressed}
      ariaLabel={props.label}
      onChange={props.onChange}
    />
  );
}
