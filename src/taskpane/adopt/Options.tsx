import { mergeClasses } from '../fluent';
import type { AdoptThought } from '../../jobs/foundTables';
import { areaA1, cellArea } from '../../plan/a1';
import { usePage } from '../parts/page';
import { usePane } from '../state/usePane';
import { withMember, type Decisions } from './decisions';
import { OfferLine } from './OfferLine';
import { SectionHead } from './SectionHead';
import { useAdoptStyles } from './styles';
import { formulaOffers, numberOffers } from './told';
import { adoptWords } from './words';

interface Props {
  readonly thought: AdoptThought;
  readonly decisions: Decisions;
  readonly onDecide: (decisions: Decisions) => void;
}

/** What may be put right while the tables get their names; nothing of it is chosen from the start. */
export function Options({ thought, decisions, onDecide }: Props) {
  const page = usePage();
  const adopt = useAdoptStyles();
  const { strings } = usePane();
  const words = adoptWords[strings.language];
  const numbers = numberOffers(thought);
  const formulas = formulaOffers(thought);
  return (
    <>
      {numbers.length > 0 && (
        <section>
          <SectionHead title={words.numbers} count={numbers.length} all={numbers.every(({ table }) => decisions.numbers.has(table.key))} onAll={(on) => onDecide({ ...decisions, numbers: withMember(decisions.numbers, numbers.map(({ table }) => table.key), on) })} />
          <p className={mergeClasses(page.small, page.quiet, adopt.note)}>{words.numbersNote}</p>
          <ul className={adopt.list}>
            {numbers.map(({ table, texts }) => (
              <OfferLine
                key={table.key} name={table.name} summary={`${table.sheet} ${table.address}・${words.numbersOf(texts.length)}`} listLabel={words.changeList(table.name)}
                changes={texts.map(({ cell, text, shown, notes }) => ({ place: { sheet: cell.sheet, area: cellArea(cell) }, before: text, after: shown, notes }))}
                ticked={decisions.numbers.has(table.key)} onTick={(on) => onDecide({ ...decisions, numbers: withMember(decisions.numbers, [table.key], on) })}
              />
            ))}
          </ul>
        </section>
      )}
      {formulas.length > 0 && (
        <section>
          <SectionHead title={words.formulas} count={formulas.length} all={formulas.every(({ key }) => decisions.formulas.has(key))} onAll={(on) => onDecide({ ...decisions, formulas: withMember(decisions.formulas, formulas.map(({ key }) => key), on) })} />
          <p className={mergeClasses(page.small, page.quiet, adopt.note)}>{words.formulasNote}</p>
          <ul className={adopt.list}>
            {formulas.map(({ key, table, label, cells, changed }) => {
              const name = label === table ? label : `${table}／${label}`;
              const [first] = cells;
              return (
                <OfferLine
                  key={key} name={name} summary={words.changes(changed.length, cells.length - changed.length)} listLabel={words.changeList(name)}
                  {...(first ? { example: words.example(areaA1(cellArea(first.cell)), first.formula) } : {})}
                  changes={changed.map(({ cell, before, after }) => ({ place: { sheet: cell.sheet, area: cellArea(cell) }, before, after, notes: [] }))}
                  ticked={decisions.formulas.has(key)} onTick={(on) => onDecide({ ...decisions, formulas: withMember(decisions.formulas, [key], on) })}
                />
              );
            })}
          </ul>
        </section>
      )}
    </>
  );
}
