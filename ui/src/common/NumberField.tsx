import Box from "@cloudscape-design/components/box";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";

type Props = {
  label: string;
  hint: string;
  range: string;
  unit: string;
  most: number;
  value: string;
  /** What is wrong with it, once that is to be said. */
  mistake: string | false;
  /** It is fixed elsewhere, which the hint says. */
  readOnly?: boolean;
  /** How wide it is, in pixels. */
  width?: number;
  onChange: (value: string) => void;
};

/** A whole number from 0, with its unit. */
export function NumberField({
  label,
  hint,
  range,
  unit,
  most,
  value,
  mistake,
  readOnly = false,
  width = 90,
  onChange,
}: Props) {
  return (
    <FormField label={label} description={hint} constraintText={range} errorText={mistake}>
      <SpaceBetween direction="horizontal" size="xs" alignItems="center">
        <div style={{ width }}>
          <Input
            type="number"
            inputMode="numeric"
            step={1}
            nativeInputAttributes={{ min: 0, max: most }}
            readOnly={readOnly}
            value={value}
            onChange={({ detail }) => onChange(detail.value)}
          />
        </div>
        <Box variant="span">{unit}</Box>
      </SpaceBetween>
    </FormField>
  );
}
