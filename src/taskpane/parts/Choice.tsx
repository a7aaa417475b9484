import { mergeClasses } from '@fluentui/react-components';
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
  readonly className?: string;
}

/** A list to choose from, with its label before it. */
export function Choice({ label, value, options, onChange, className }: Props) {
  const controls = useControls();
  return (
    <label className={mergeClasses(controls.label, className)}>
      {label}
      <select className={controls.select} style={{ flexGrow: 1 }} value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
      </select>
    </label>
  );
}
