import { useControls } from './controls';

export interface Option {
  readonly value: string;
  readonly label: string;
}

interface Props {
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly onChange: (value: string) => void;
  /** The label is read out only. */
  readonly bare?: boolean;
}

/** A list to choose from, with its label before it. */
export function Choice({ label, value, options, onChange, bare = false }: Props) {
  const controls = useControls();
  return (
    <label className={controls.label}>
      <span className={bare ? controls.hidden : undefined}>{label}</span>
      <select className={controls.select} style={{ flexGrow: 1 }} value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
      </select>
    </label>
  );
}
