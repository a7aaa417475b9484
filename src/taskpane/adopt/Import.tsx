export default function Import({ onBack }: { readonly port: unknown; readonly task: unknown; readonly onBack: () => void }) {
  return <button type="button" onClick={onBack}>…</button>;
}
