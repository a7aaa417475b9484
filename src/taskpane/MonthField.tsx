import { Field, Select } from '@fluentui/react-components';
import type { Strings } from './strings';

interface Props {
  readonly strings: Strings;
  /** Index from April. */
  readonly month: number;
  readonly disabled: boolean;
  readonly onChange: (month: number) => void;
}

export function MonthField({ strings, month, disabled, onChange }: Props) {
  return (
    <Field label={strings.month} orientation="horizontal">
      <Select value={String(month)} disabled={disabled} onChange={(_, data) => onChange(Number(data.value))}>
        {strings.months.map((label, index) => <option key={label} value={String(index)}>{label}</option>)}
      </Select>
    </Field>
  );
}
